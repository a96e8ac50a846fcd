"""What the grant pages add to the pages of the floors below: menu, front page, person page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.nir.models import Person
from integrering.nir.personpaneler import Personpanel, registrer_personpanel
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.paneler import Panel, registrer_panel
from integrering.tilgang.roller import FYLKESROLLER, Rolle
from tilskudd.doerer import BEREGNER, GODKJENNER
from tilskudd.models import Kjoeringstilstand
from tilskudd.queries import oversikt as les

TILSKUDDSROLLER = frozenset({Rolle.TILSKUDDSRAADGIVER, Rolle.TILSKUDDSGODKJENNER, Rolle.ADMINISTRATOR})


def registrer() -> None:
    """Register the menu item and the panels."""
    registrer_menypunkt("tilskudd:oversikt", _("Tilskudd"), rekkefoelge=30, roller=FYLKESROLLER)
    registrer_panel(Panel("tilskudd", "tilskudd/panel.html", forsidepanel, 5, TILSKUDDSROLLER))
    registrer_personpanel(Personpanel("tilskudd", "tilskudd/personpanel.html", personpanel, 30, FYLKESROLLER))


def forsidepanel(request: HttpRequest) -> dict[str, Any]:
    """Return what waits: the run to approve, the unfinished one, or the next quarter."""
    aktoer = aktoer_i(request)
    uferdig, neste = les.staar_naa()
    return {
        "uferdig": uferdig,
        "venter_paa_meg": uferdig is not None
        and uferdig.tilstand == Kjoeringstilstand.TIL_GODKJENNING
        and aktoer.har(*GODKJENNER)
        and uferdig.foerste_oeyne != aktoer.bruker_id,
        "neste": neste,
        "kan_beregne": aktoer.har(*BEREGNER),
        "demo": settings.DEMO,
    }


def personpanel(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return the address of the person's grant page."""
    return {"url": reverse("tilskudd:person", args=[person.noekkel])}
