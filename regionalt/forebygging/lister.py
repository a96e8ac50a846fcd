"""The list of mangfoldsrådgivere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.forebygging.models import Mangfoldsraadgiver
from regionalt.forebygging.queries.katalog import paa_dagen, raadgivere
from regionalt.forebygging.roller import LESER_KATALOG
from regionalt.forebygging.rules.gjennomgang import utloept
from regionalt.roller import FYLKET

ALLE = "alle"


class Raadgiverfilter(Listefilter):
    """Those of a municipality; also those who have ended."""

    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])
    vis = forms.ChoiceField(
        label=_("Vis"), choices=[("", _("De som er der nå")), (ALLE, _("Også de som har sluttet"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(k.nummer, k.navn) for k in kommuner_i_fylket()]
        self.fields["kommune"].choices = [("", _("Alle kommuner")), *valg]  # type: ignore[attr-defined]


def _raadgivere(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Mangfoldsraadgiver]:
    rader = raadgivere()
    if filter.get("kommune"):
        rader = rader.filter(kommune__nummer=filter["kommune"])
    return rader if filter.get("vis") == ALLE else paa_dagen(rader, timezone.localdate())


def _tilstand(rad: Mangfoldsraadgiver) -> Status:
    i_dag = timezone.localdate()
    if utloept(rad.til, i_dag):
        return Status(str(_("Har sluttet")), "neutral")
    if utloept(rad.gjennomgaas, i_dag):
        return Status(str(_("Skulle vært sett over")), "warning")
    return Status(str(rad.get_sikkerhet_display()), rad.farge)


RAADGIVERE = Liste(
    navn="forebygging:raadgivere",
    tittel=_("Mangfoldsrådgivere"),
    kolonner=(
        Kolonne(
            "skole", _("Skole"), sorter=("skole", "navn"),
            lenke=lambda r: reverse("forebygging:raadgiver", args=[r.noekkel]),
        ),
        Kolonne("navn", _("Navn"), sorter=("navn",)),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn", "skole")),
        Kolonne("region", _("Region"), sorter=("region", "skole")),
        Kolonne("telefon", _("Telefon")),
        Kolonne("epost", _("E-post")),
        Kolonne("tilstand", _("Status"), verdi=_tilstand, slag=Slag.STATUS),
        Kolonne(
            "gjennomgaas", _("Ses over innen"), slag=Slag.DATO, sorter=("gjennomgaas", "skole"),
            roller=frozenset(FYLKET),
        ),
    ),
    rader=_raadgivere,
    standard="skole",
    roller=frozenset(LESER_KATALOG),
    filterskjema=Raadgiverfilter,
    noekkel="noekkel",
    tomt=_("Ingen mangfoldsrådgivere er registrert. Spør fylkeskommunen."),
)  # fmt: skip
LISTER = (RAADGIVERE,)
