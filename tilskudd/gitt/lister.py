"""The county's lists: calls, and the applications to them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from tilskudd.gitt.models import Soeknad, Soeknadstilstand, Utlysning, Utlysningstilstand
from tilskudd.gitt.queries.saken import utbetalinger
from tilskudd.gitt.queries.soeknader import soeknader
from tilskudd.gitt.queries.utlysninger import med_sum, utlysninger
from tilskudd.gitt.roller import FYLKET
from tilskudd.gitt.tekster import FARGE


class Utlysningsfilter(Listefilter):
    """Where they stand."""

    tilstand = forms.ChoiceField(label=_("Status"), choices=[("", _("Alle")), *Utlysningstilstand.choices])


def _utlysninger(av: Any, filter: dict[str, Any]) -> QuerySet[Utlysning]:
    rader = med_sum(utlysninger())
    return rader.filter(tilstand=filter["tilstand"]) if filter.get("tilstand") else rader


def tilstanden(rad: Utlysning | Soeknad) -> Status:
    """Return where it stands, with its colour."""
    return Status(rad.get_tilstand_display(), FARGE[rad.tilstand])


UTLYSNINGER = Liste(
    navn="gitt:utlysninger",
    tittel=_("Tilskudd vi gir"),
    kolonner=(
        Kolonne(
            "navn", _("Utlysning"), sorter=("navn",),
            lenke=lambda u: reverse("gitt:utlysning", args=[u.noekkel]),
        ),
        Kolonne("ordning", _("Ordning"), verdi="ordning.navn"),
        Kolonne("tilstand", _("Status"), verdi=tilstanden, slag=Slag.STATUS, sorter=("tilstand", "frist")),
        Kolonne("frist", _("Søknadsfrist"), slag=Slag.DATO, sorter=("frist", "navn")),
        Kolonne("antall", _("Søknader"), slag=Slag.TALL, definisjon=_("Sendt og ikke trukket.")),
        Kolonne("ramme", _("Ramme"), slag=Slag.KRONER, sorter=("ramme",)),
        Kolonne("soekt", _("Søkt"), slag=Slag.KRONER, definisjon=_("Alt det er søkt om.")),
    ),
    rader=_utlysninger,
    standard="-frist",
    roller=frozenset(FYLKET),
    filterskjema=Utlysningsfilter,
    noekkel="noekkel",
    tomt=_("Ingen utlysninger er laget."),
)  # fmt: skip


class Soeknadsfilter(Listefilter):
    """Where they stand, and which call."""

    tilstand = forms.ChoiceField(
        label=_("Status"),
        choices=[("", _("Alle")), *Soeknadstilstand.choices[1:]],
    )
    utlysning = forms.ChoiceField(label=_("Utlysning"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["utlysning"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type
        felt.choices = [("", _("Alle")), *((str(u.noekkel), u.navn) for u in utlysninger().order_by("-pk"))]


def _soeknader(av: Any, filter: dict[str, Any]) -> QuerySet[Soeknad]:
    rader = soeknader()
    if tilstand := filter.get("tilstand"):
        rader = rader.filter(tilstand=tilstand)
    if utlysning := filter.get("utlysning"):
        rader = rader.filter(utlysning__noekkel=utlysning)
    return rader


SOEKNADER = Liste(
    navn="gitt:soeknader",
    tittel=_("Søknader om tilskudd"),
    kolonner=(
        Kolonne(
            "virksomhet", _("Søker"), verdi="virksomhet.navn", sorter=("virksomhet__navn", "tittel"),
            lenke=lambda s: reverse("gitt:soeknad", args=[s.noekkel]),
        ),
        Kolonne("orgnr", _("Nummer"), verdi="virksomhet.nummer", side=False),
        Kolonne("tittel", _("Tiltak"), sorter=("tittel",)),
        Kolonne("utlysning", _("Utlysning"), verdi="utlysning.navn"),
        Kolonne("sendt", _("Sendt"), slag=Slag.TIDSPUNKT, sorter=("sendt",)),
        Kolonne("tilstand", _("Status"), verdi=tilstanden, slag=Slag.STATUS, sorter=("tilstand", "sendt")),
        Kolonne("beloep", _("Søkt"), slag=Slag.KRONER, sorter=("beloep",)),
    ),
    rader=_soeknader,
    standard="-sendt",
    roller=frozenset(FYLKET),
    filterskjema=Soeknadsfilter,
    noekkel="noekkel",
    tomt=_("Ingen søknader er sendt."),
)  # fmt: skip

UTBETALINGER = Liste(
    navn="gitt:utbetalinger",
    tittel=_("Utbetalinger av tilskudd"),
    kolonner=(
        Kolonne(
            "mottaker", _("Mottaker"), verdi="soeknad.virksomhet.navn",
            sorter=("soeknad__virksomhet__navn", "nummer"),
            lenke=lambda u: reverse("gitt:soeknad", args=[u.soeknad.noekkel]),
        ),
        Kolonne("orgnr", _("Nummer"), verdi="soeknad.virksomhet.nummer", side=False),
        Kolonne("tiltak", _("Tiltak"), verdi="soeknad.tittel"),
        Kolonne("utlysning", _("Utlysning"), verdi="soeknad.utlysning.navn"),
        Kolonne("del", _("Del"), verdi="nummer", slag=Slag.TALL),
        Kolonne("konto", _("Kontonummer"), side=False),
        Kolonne("beloep", _("Beløp"), slag=Slag.KRONER, sorter=("beloep",)),
        Kolonne("registrert", _("Registrert"), slag=Slag.TIDSPUNKT, sorter=("registrert",)),
        Kolonne("registrert_av", _("Registrert av"), verdi=lambda u: str(u.registrert_av)),
        Kolonne("godkjent", _("Godkjent"), slag=Slag.TIDSPUNKT, sorter=("godkjent",)),
        Kolonne("godkjent_av", _("Godkjent av"), verdi=lambda u: str(u.godkjent_av or "")),
    ),
    rader=lambda av, filter: utbetalinger(),
    standard="-registrert",
    roller=frozenset(FYLKET),
    tomt=_("Ingen utbetalinger er registrert."),
)  # fmt: skip

LISTER = (UTLYSNINGER, SOEKNADER, UTBETALINGER)
