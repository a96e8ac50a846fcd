"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.actions.roller import ALT, REGISTRERER
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER
from integrering.tilgang.veiledninger import Veiledning

ALLE = (
    Veiledning(
        kode="finn_person",
        tittel=_("Finn en person"),
        steg=(
            _("Trykk Ctrl+K, eller velg søkefeltet øverst."),
            _("Skriv DUF-nummer, fødselsdato eller begynnelsen på navnet."),
            _("Velg personen. Skriver du hele DUF-nummeret, kommer du rett til personen."),
        ),
        rekkefoelge=10,
        roller=FYLKESROLLER | KOMMUNEROLLER,
        begynner="soek",
    ),
    Veiledning(
        kode="registrer_vedtak",
        tittel=_("Registrer vedtak"),
        steg=(
            _("Finn personen."),
            _("Velg «Registrer vedtak» på personens side."),
            _("Skriv vedtaksdato og startdato, og velg «Neste»."),
            _("Se over svarene, og lagre."),
        ),
        rekkefoelge=20,
        roller=frozenset(REGISTRERER),
        begynner="personer",
    ),
    Veiledning(
        kode="registrer_fulltid_vgo",
        tittel=_("Registrer fulltid videregående"),
        steg=(
            _("Finn personen, og velg «Registrer periode»."),
            _("Skriv skolen, første og siste dag og timer i uken. Er siste dag ukjent, lar du den stå tom."),
            _("Velg «Neste», se over svarene, og lagre."),
            _("Når skoleåret er slutt, registrerer du siste dag."),
        ),
        rekkefoelge=30,
        roller=frozenset(ALT),
        begynner="personer",
    ),
    Veiledning(
        kode="rett_feil",
        tittel=_("Rett en feil"),
        steg=(
            _("Finn personen, og velg «Rett» ved registreringen som er feil."),
            _("Skriv det som er riktig, og hvorfor du retter."),
            _("Se over, og lagre. Den gamle registreringen blir stående i historikken."),
            _("Skulle registreringen aldri vært der, velger du «Annuller» i stedet."),
        ),
        rekkefoelge=40,
        roller=frozenset(REGISTRERER),
        begynner="personer",
    ),
)
