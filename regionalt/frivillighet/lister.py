"""The lists of the voluntary sector: organisations, agreements, activities."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.frivillighet.models import Aktivitet, Avtale, Organisasjon, Organisasjonsslag
from regionalt.frivillighet.queries.aktiviteter import aarene
from regionalt.frivillighet.queries.aktiviteter import aktiviteter as alle_aktiviteter
from regionalt.frivillighet.queries.avtaler import avtaler as alle_avtaler
from regionalt.frivillighet.queries.avtaler import ikke_over
from regionalt.frivillighet.queries.organisasjoner import aktive, i_kommunen, organisasjoner
from regionalt.frivillighet.rules.avtale import Avtalestatus, avtalestatus
from regionalt.kodeverk import Tema
from regionalt.roller import LESER

_ALLE = ("", _("Alle"))
_LESER = frozenset(LESER)
_STATUS = {
    Avtalestatus.KOMMER: (_("Begynner senere"), "info"),
    Avtalestatus.GJELDER: (_("Gjelder"), "success"),
    Avtalestatus.GAAR_UT: (_("Går snart ut"), "warning"),
    Avtalestatus.SLUTT: (_("Utløpt"), "neutral"),
}


def statusen_til(avtale: Avtale, i_dag: date) -> Status:
    """Return where an agreement stands, in words."""
    tekst, farge = _STATUS[avtalestatus(avtale.fra, avtale.til, i_dag)]
    return Status(str(tekst), farge)


class _Kommunefilter(Listefilter):
    """Theme and municipality."""

    tema = forms.ChoiceField(label=_("Tema"), choices=[_ALLE, *Tema.choices])
    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(str(k.pk), k.navn) for k in kommuner_i_fylket()]
        self.fields["kommune"].choices = [_ALLE, *valg]  # type: ignore[attr-defined]


class Organisasjonsfilter(_Kommunefilter):
    """Theme, municipality, kind, also those that are closed down."""

    slag = forms.ChoiceField(label=_("Slag"), choices=[_ALLE, *Organisasjonsslag.choices])
    nedlagt = forms.BooleanField(label=_("Vis også nedlagte"), required=False)


def _organisasjoner(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Organisasjon]:
    rader = organisasjoner()
    if not filter.get("nedlagt"):
        rader = rader.filter(aktive(timezone.localdate()))
    if filter.get("tema"):
        rader = rader.filter(temaer__contains=[filter["tema"]])
    if filter.get("kommune"):
        # by number: the names of the other municipalities stay in the row
        i_den = Organisasjon.objects.filter(i_kommunen(int(filter["kommune"])))
        rader = rader.filter(pk__in=i_den.values("pk"))
    return rader.filter(slag=filter["slag"]) if filter.get("slag") else rader


def kommunene_til(rad: Any) -> str:
    """Return where an organisation works, in words."""
    return str(_("Hele fylket")) if rad.hele_fylket else rad.kommunenavn or ""


ORGANISASJONER = Liste(
    navn="frivillighet:organisasjoner",
    tittel=_("Frivillige organisasjoner"),
    kolonner=(
        Kolonne(
            "navn", _("Organisasjon"), verdi="virksomhet.navn", sorter=("virksomhet__navn",),
            lenke=lambda o: reverse("frivillighet:organisasjon", args=[o.virksomhet.nummer]),
        ),
        Kolonne("nummer", _("Organisasjonsnummer"), verdi="virksomhet.nummer", side=False),
        Kolonne("slag", _("Slag"), verdi="get_slag_display", sorter=("slag",)),
        Kolonne("paraply", _("Hører til"), verdi=lambda o: str(o.paraply or ""), side=False),
        Kolonne("kommuner", _("Kommuner"), verdi=kommunene_til),
        Kolonne("temaer", _("Temaer"), verdi=lambda o: ", ".join(o.temanavn)),
        Kolonne("kontaktperson", _("Kontaktperson"), sorter=("kontaktperson",)),
        Kolonne("epost", _("E-post"), side=False),
        Kolonne("telefon", _("Telefon"), side=False),
    ),
    rader=_organisasjoner,
    standard="navn",
    roller=_LESER,
    filterskjema=Organisasjonsfilter,
    noekkel="pk",
    tomt=_("Ingen organisasjoner er registrert."),
)  # fmt: skip


class Avtalefilter(Listefilter):
    """Also those that are over."""

    utloept = forms.BooleanField(label=_("Vis også utløpte"), required=False)


def _avtaler(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Avtale]:
    rader = alle_avtaler()
    return rader if filter.get("utloept") else rader.filter(ikke_over(timezone.localdate()))


AVTALER = Liste(
    navn="frivillighet:avtaler",
    tittel=_("Avtaler med frivillige organisasjoner"),
    kolonner=(
        Kolonne(
            "tittel", _("Avtale"), sorter=("tittel",),
            lenke=lambda a: reverse("frivillighet:avtale", args=[a.noekkel]),
        ),
        Kolonne(
            "organisasjon", _("Organisasjon"), verdi="organisasjon.virksomhet.navn",
            sorter=("organisasjon__virksomhet__navn",),
        ),
        Kolonne("fra", _("Fra"), slag=Slag.DATO, sorter=("fra",)),
        Kolonne("til", _("Til og med"), slag=Slag.DATO, sorter=("til",)),
        Kolonne(
            "status", _("Status"), slag=Slag.STATUS, verdi=lambda a: statusen_til(a, timezone.localdate())
        ),
        Kolonne("gjennomgang", _("Neste gjennomgang"), slag=Slag.DATO, sorter=("gjennomgang",)),
        Kolonne("ansvarlig", _("Ansvarlig"), verdi=lambda a: str(a.ansvarlig)),
    ),
    rader=_avtaler,
    standard="gjennomgang",
    roller=_LESER,
    filterskjema=Avtalefilter,
    noekkel="noekkel",
    tomt=_("Ingen avtaler er registrert."),
)  # fmt: skip


class Aktivitetsfilter(_Kommunefilter):
    """Theme, municipality, year."""

    aar = forms.ChoiceField(label=_("År"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aar"].choices = [_ALLE, *((str(a), str(a)) for a in aarene())]  # type: ignore[attr-defined]


def _aktiviteter(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Aktivitet]:
    rader = alle_aktiviteter()
    if filter.get("tema"):
        rader = rader.filter(tema=filter["tema"])
    if filter.get("kommune"):
        rader = rader.filter(kommune_id=int(filter["kommune"]))
    return rader.filter(fra__year=int(filter["aar"])) if filter.get("aar") else rader


def aktivitetens_status(rad: Aktivitet) -> Status:
    """Return where an activity stands: called off, to come, held."""
    if rad.avlyst:
        return Status(str(_("Avlyst")), "warning")
    if rad.fra > timezone.localdate():
        return Status(str(_("Planlagt")), "info")
    return Status(str(_("Gjennomført")), "success")


AKTIVITETER = Liste(
    navn="frivillighet:aktiviteter",
    tittel=_("Aktiviteter i frivilligheten"),
    kolonner=(
        Kolonne("tittel", _("Aktivitet"), sorter=("tittel",)),
        Kolonne(
            "organisasjon", _("Organisasjon"), verdi=lambda a: str(a.organisasjon),
            sorter=("organisasjon__virksomhet__navn",),
            lenke=lambda a: reverse("frivillighet:organisasjon", args=[a.organisasjon.virksomhet.nummer]),
        ),
        Kolonne("fra", _("Dato"), slag=Slag.DATO, sorter=("fra",)),
        Kolonne("til", _("Til og med"), slag=Slag.DATO, side=False),
        Kolonne("kommune", _("Kommune"), verdi=lambda a: str(a.kommune or _("Hele fylket"))),
        Kolonne("tema", _("Tema"), verdi="get_tema_display", sorter=("tema",)),
        Kolonne("status", _("Status"), slag=Slag.STATUS, verdi=aktivitetens_status),
        Kolonne("deltakere", _("Deltakere"), slag=Slag.TALL, sorter=("deltakere",)),
        Kolonne("frivillige", _("Frivillige"), slag=Slag.TALL, side=False),
    ),
    rader=_aktiviteter,
    standard="-fra",
    roller=_LESER,
    filterskjema=Aktivitetsfilter,
    noekkel="noekkel",
    tomt=_("Ingen aktiviteter er registrert."),
)  # fmt: skip
ALLE = (ORGANISASJONER, AVTALER, AKTIVITETER)
