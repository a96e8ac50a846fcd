"""What the floors below are told, once at start: menu, list, help, a link of an organisation's page."""

from __future__ import annotations

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.lister import registrer_liste
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.models import Virksomhet, Virksomhetstype
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from integrering.tilgang.virksomhetslenker import Lenke, registrer_virksomhetslenke
from regionalt.hendelser import registrer_kontaktlytter
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.ledelsestall import registrer_ledelsestall
from regionalt.lister import KOMMUNER
from regionalt.oppgavekilde import OPPGAVEKILDE
from regionalt.paneler import MANGLER
from regionalt.queries.kommuner import finn_kommune
from regionalt.roller import FOELGER_OPP, KILDE_KONTAKT, LESER
from regionalt.tall import TALL

_VEILEDNING = Veiledning(
    kode="sett_kontakt",
    tittel=gettext_lazy("Fordel kommunene på kontaktpersoner"),
    steg=(
        gettext_lazy("Velg «Kommuner». Filteret «Uten kontaktperson» viser dem som mangler."),
        gettext_lazy("Velg «Sett kontaktperson», og kryss av for kommunene som skal ha den samme."),
        gettext_lazy("Velg kontaktperson, stedfortreder og dagen det gjelder fra. Den forrige avsluttes."),
    ),
    rekkefoelge=70,
    roller=frozenset(FOELGER_OPP),
    begynner="kommuner",
)


def meld_inn() -> None:
    """Register it all."""
    registrer_menypunkt(
        "kommuner", gettext_lazy("Kommuner"), rekkefoelge=28, roller=frozenset(LESER), mer=True
    )
    registrer_liste(KOMMUNER)
    registrer_veiledning(_VEILEDNING)
    registrer_virksomhetslenke("kommuneside", _kommuneside)
    registrer_kilde(OPPGAVEKILDE)
    registrer_kontaktlytter(KILDE_KONTAKT, partial(oppdater_kilde, KILDE_KONTAKT))
    registrer_kommunepanel(MANGLER)
    registrer_ledelsestall(*TALL)


def _kommuneside(virksomhet: Virksomhet, av: Aktoer) -> Lenke | None:
    """Return the way to the page of a municipality, for those who may open it."""
    egen = av.er_fylke or virksomhet.pk == av.virksomhet_id
    if av.rolle not in LESER or not egen or virksomhet.type != Virksomhetstype.KOMMUNE:
        return None
    if finn_kommune(virksomhet.nummer) is None:
        return None
    return Lenke(_("Kontakt, møter og avtaler"), reverse("kommune", args=[virksomhet.nummer]))
