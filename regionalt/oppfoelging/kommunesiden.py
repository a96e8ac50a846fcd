"""What follow-up gives a municipality's page: contacts, what was agreed, the requests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from regionalt.kodeverk import Tema
from regionalt.kommunepaneler import Felt, Kommunepanel
from regionalt.oppfoelging.kodeverk import (
    AAPNE,
    FARGE,
    Forespoerseltilstand,
    Kontaktslag,
    Kontakttilstand,
)
from regionalt.oppfoelging.models import Forespoersel, Kontakt, Kontaktpunkt
from regionalt.oppfoelging.roller import SKRIVER, SPOER
from regionalt.queries.felt import radene
from regionalt.roller import LESER
from regionalt.tidslinje import Avtale, Hendelse, Tidslinjekilde

FLEST = 20
# what was finished this lately, still answers «what did we agree»
_NYLIG = timedelta(days=90)
MOETT = (Kontaktslag.MOETE, Kontaktslag.BESOEK)


def _felt(dag: date) -> Felt:
    kontakter = Kontakt.objects.filter(kommuner__kommune=OuterRef("pk"))
    kontakter = kontakter.exclude(tilstand=Kontakttilstand.AVLYST).order_by("-dato", "-pk")
    punkter = Kontaktpunkt.objects.filter(
        Q(tilstand="aapen") | Q(kontakt__dato__gte=dag - _NYLIG), kontakt__kommuner__kommune=OuterRef("pk")
    )
    return {
        "kontaktlogg": radene(
            kontakter[:FLEST], noekkel="noekkel", slag="slag", tilstand="tilstand", dato="dato", tema="tema"
        ),
        "kontaktpunkter": radene(
            punkter.order_by("tilstand", "frist", "pk")[:FLEST],
            tekst="tekst",
            frist="frist",
            tilstand="tilstand",
            noekkel="noekkel",
            kontakt=F("kontakt__noekkel"),
            virksomhet=F("eier_virksomhet__navn"),
            fornavn=F("eier_bruker__first_name"),
            etternavn=F("eier_bruker__last_name"),
        ),
    }


def _hendelser(kommune: Any) -> list[Hendelse]:
    return [
        Hendelse(
            dato=(dag := date.fromisoformat(k["dato"])),
            tittel=str(Tema(k["tema"]).label),
            slag=str(Kontaktslag(k["slag"]).label),
            url=reverse("oppfoelging:kontakt", args=[k["noekkel"]]),
            naar=visning.dato(dag),
            moete=k["slag"] in MOETT,
            planlagt=k["tilstand"] == Kontakttilstand.PLANLAGT,
        )
        for k in kommune.kontaktlogg
    ]


def _avtaler(kommune: Any) -> list[Avtale]:
    return [_avtale(p) for p in kommune.kontaktpunkter]


def _avtale(p: dict[str, Any]) -> Avtale:
    hvem, tilstand = p["virksomhet"], Punkttilstand(p["tilstand"])
    if navn := f"{p['fornavn'] or ''} {p['etternavn'] or ''}".strip():
        hvem = _("%(navn)s, %(virksomhet)s") % {"navn": navn, "virksomhet": hvem}
    return Avtale(
        tekst=p["tekst"],
        hvem=hvem,
        frist=date.fromisoformat(p["frist"]) if p["frist"] else None,
        aapen=tilstand is Punkttilstand.AAPEN,
        status=str(tilstand.label),
        farge=Kontaktpunkt(tilstand=tilstand).farge,
        url=f"{reverse('oppfoelging:kontakt', args=[p['kontakt']])}#punkt-{p['noekkel']}",
    )


def _sist_moett() -> Subquery:
    rader = Kontakt.objects.filter(
        kommuner__kommune=OuterRef("pk"), slag__in=MOETT, tilstand=Kontakttilstand.GJENNOMFOERT
    )
    return Subquery(rader.order_by("-dato").values("dato")[:1])


def _handlinger(av: Aktoer, kommune: Any) -> list[tuple[str, str]]:
    if not av.har(*SKRIVER):
        return []
    ny = f"{reverse('oppfoelging:kontakt_ny')}?kommune={kommune.nummer}"
    return [(ny, _("Registrer kontakt")), (f"{ny}&slag={Kontaktslag.BESOEK.value}", _("Planlegg besøk"))]


KILDE = Tidslinjekilde("kontaktlogg", _felt, _hendelser, _avtaler, _handlinger, _sist_moett)


# --- The requests ---

SISTE = 5


def _forespoerselfelt(dag: date) -> Felt:
    rader = Forespoersel.objects.filter(kommune=OuterRef("pk")).exclude(tilstand=Forespoerseltilstand.TRUKKET)
    return {
        "forespoersler": radene(
            # those that wait come before those that are answered
            rader.order_by(F("besvart").desc(nulls_first=True), "-mottatt", "-pk")[:SISTE],
            noekkel="noekkel", tema="tema", mottatt="mottatt", frist="frist", tilstand="tilstand",
            besvart="besvart",
        )
    }  # fmt: skip


def _forespoerselpanel(request: HttpRequest, kommune: Any) -> dict[str, Any]:
    av = aktoer_i(request)
    return {
        "kommunenummer": kommune.nummer,
        "egen": av.er_kommune,
        "kan_spoerre": av.har(*SPOER),
        "forespoersler": [
            {
                "tema": Tema(f["tema"]).label,
                "mottatt": date.fromisoformat(f["mottatt"]),
                "frist": date.fromisoformat(f["frist"]),
                "besvart": date.fromisoformat(f["besvart"]) if f["besvart"] else None,
                "status": Forespoerseltilstand(f["tilstand"]).label,
                "farge": FARGE[f["tilstand"]],
                "aapen": f["tilstand"] in AAPNE,
                "url": reverse("oppfoelging:forespoersel", args=[f["noekkel"]]),
            }
            for f in kommune.forespoersler
        ],
    }


PANEL = Kommunepanel(
    "forespoersler",
    "oppfoelging/_forespoerselpanel.html",
    _forespoerselpanel,
    5,
    frozenset(LESER),
    _forespoerselfelt,
)
