"""What the payments tell the floors below: pages, lists, tasks, the control of the books, a figure."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kvartal import Kvartal
from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import FYLKESROLLER
from integrering.tilgang.sidemeny import Side
from tilskudd.innbetalinger import importering, lister, motor
from tilskudd.innbetalinger.models import Innbetaling
from tilskudd.innbetalinger.oppgavekilde import OPPGAVEKILDE
from tilskudd.innbetalinger.queries import oversikt
from tilskudd.innbetalinger.queries.kontroll import KONTROLL
from tilskudd.models import Kjoering, Kjoeringstilstand
from tilskudd.oversiktstall import Oversiktstall, registrer_tall
from tilskudd.queries.kontroll import registrer_kontroll
from tilskudd.sider import registrer_sider


def meld_inn() -> None:
    """Register all of it."""
    importering.registrer()
    for liste in lister.LISTER:
        registrer_liste(liste)
    registrer_innsynssteder(
        {
            "innbetaling-avvik": _("Avvik i innbetalinger"),
            "innbetaling-krav": _("Krav til IMDi"),
        }
    )
    registrer_sider(Side("innbetalinger:avstemming", _("Avstemming"), tuple(sorted(FYLKESROLLER)), 30))
    registrer_tall(MOTTATT)
    registrer_kilde(OPPGAVEKILDE)
    registrer_kontroll(*KONTROLL)
    post_save.connect(_godkjent, sender=Kjoering, dispatch_uid="innbetalinger.avstem")


def _url(kvartal: Kvartal, kommune: str) -> str:
    return f"{reverse('innbetalinger:avvik')}?kvartal={kvartal}"


MOTTATT = Oversiktstall(
    navn="mottatt",
    tittel=_("Mottatt fra IMDi"),
    per_kvartal=oversikt.mottatt_per_kvartal,
    per_kommune=oversikt.mottatt_per_kommune,
    url=_url,
    rekkefoelge=30,
    forklaring=_("Persontilskudd etter filene fra IMDi, i hele kroner."),
)


def _godkjent(sender: object, instance: Kjoering, **_annet: Any) -> None:
    """Match again when a run IMDi has already paid for is approved; in the same transaction."""
    if instance.tilstand != Kjoeringstilstand.GODKJENT:
        return
    with kontekst(motor_kontekst()):
        if Innbetaling.objects.filter(kvartal=instance.kvartal.indeks, gjelder=True).exists():
            motor.avstem()
