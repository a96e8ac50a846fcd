"""What the approver sees checked before the decision. The actions and the database check it again."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from tilskudd.models import Kjoering, Kjoeringssats
from tilskudd.queries.kjoeringsside import har_eksempel
from tilskudd.queries.kontroll import endrede_satser
from tilskudd.queries.oversikt import siste_bokfoerte


@dataclass(frozen=True)
class Kontroll:
    """One check, whether it holds, and what it found."""

    oppfylt: bool
    tekst: str
    forklaring: str = ""


def kontroller(kjoering: Kjoering, *, bruker_id: int, satser: list[Kjoeringssats]) -> list[Kontroll]:
    """Return the checks of an approval, as things stand now."""
    return [
        _fire_oeyne(kjoering, bruker_id),
        _rekkefoelge(kjoering),
        Kontroll(
            not kjoering.antall_mangler,
            _("Alle tilskuddsår har en sats som kan brukes"),
            _("%(antall)s mangler sats.") % {"antall": kjoering.antall_mangler}
            if kjoering.antall_mangler
            else "",
        ),
        _uendrede_satser(kjoering),
        *([_eksempel()] if har_eksempel(satser) else []),
    ]


def _fire_oeyne(kjoering: Kjoering, bruker_id: int) -> Kontroll:
    if kjoering.beregnet_av_id is None:
        return Kontroll(
            kjoering.foerste_oeyne != bruker_id,
            _("Du er en annen enn den som sendte systemets utkast"),
            _("Sendt av %(navn)s.") % {"navn": kjoering.sendt_av},
        )
    return Kontroll(
        kjoering.beregnet_av_id != bruker_id,
        _("Du er en annen enn den som beregnet"),
        _("Beregnet av %(navn)s.") % {"navn": kjoering.beregnet_av},
    )


def _rekkefoelge(kjoering: Kjoering) -> Kontroll:
    siste = siste_bokfoerte()
    bygger_paa_siste = kjoering.forrige_id == (siste.pk if siste else None)
    if not bygger_paa_siste:
        grunn = _("En annen kjøring er godkjent etter at denne ble beregnet. Beregn kvartalet på nytt.")
        return Kontroll(False, _("Kvartalene godkjennes i rekkefølge"), grunn)
    if siste is None:
        return Kontroll(True, _("Kvartalene godkjennes i rekkefølge"), _("Dette er den første kjøringen."))
    return Kontroll(
        kjoering.kvartal == siste.kvartal.neste(),
        _("Kvartalene godkjennes i rekkefølge"),
        _("Sist godkjent: %(kvartal)s.") % {"kvartal": visning.kvartal(siste.kvartal)},
    )


def _uendrede_satser(kjoering: Kjoering) -> Kontroll:
    endret = ", ".join(f"{s.kode} {s.budsjettaar}" for s in endrede_satser(kjoering))
    return Kontroll(not endret, _("Satsene er de samme som da kjøringen ble beregnet"), endret)


def _eksempel() -> Kontroll:
    return Kontroll(
        settings.DEMO,
        _("Eksempelsatser brukes bare i en demo"),
        _("Kjøringen bruker eksempelsatser."),
    )
