"""The lists of the regional cooperation: forums, decisions, measures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from regionalt.kodeverk import Tema
from regionalt.samarbeid.models import Forum, Forumslag, Forumvedtak, Samarbeidstiltak, Tiltaksstatus
from regionalt.samarbeid.queries.fora import fora as alle_fora
from regionalt.samarbeid.queries.tiltak import tiltakene
from regionalt.samarbeid.queries.vedtak import aapne, som_nevner, vedtakene
from regionalt.samarbeid.roller import SER, SER_TILTAK

_ALLE = ("", _("Alle"))


class Forumfilter(Listefilter):
    """Kind, also those that are closed down."""

    slag = forms.ChoiceField(label=_("Slag"), choices=[_ALLE, *Forumslag.choices])
    nedlagt = forms.BooleanField(label=_("Vis også nedlagte"), required=False)


def _fora(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    i_dag = timezone.localdate()
    rader = alle_fora(i_dag)
    if not filter.get("nedlagt"):
        rader = rader.filter(Q(nedlagt__isnull=True) | Q(nedlagt__gt=i_dag))
    return rader.filter(slag=filter["slag"]) if filter.get("slag") else rader


FORA = Liste(
    navn="samarbeid:fora",
    tittel=_("Samarbeidsfora"),
    kolonner=(
        Kolonne(
            "navn", _("Forum"), sorter=("navn",), lenke=lambda f: reverse("samarbeid:forum", args=[f.noekkel])
        ),
        Kolonne("slag", _("Slag"), verdi="get_slag_display", sorter=("slag",)),
        Kolonne("antall", _("Medlemmer"), slag=Slag.TALL, definisjon=_("De som er medlem i dag.")),
        Kolonne("hyppighet", _("Hvor ofte")),
        Kolonne("sekretariat", _("Sekretariat")),
        Kolonne("nedlagt", _("Nedlagt"), slag=Slag.DATO, side=False),
    ),
    rader=_fora,
    standard="navn",
    roller=frozenset(SER),
    filterskjema=Forumfilter,
    noekkel="noekkel",
    tomt=_("Ingen fora er registrert."),
)


class Vedtaksfilter(Listefilter):
    """Words, theme, forum, whether something is still to be done."""

    ord = forms.CharField(label=_("Ord i vedtaket"), max_length=60)
    tema = forms.ChoiceField(label=_("Tema"), choices=[_ALLE, *Tema.choices])
    forum = forms.ChoiceField(label=_("Forum"), choices=[])
    aapne = forms.BooleanField(label=_("Bare de som skal følges opp"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(str(f.noekkel), f.navn) for f in Forum.objects.order_by("navn")]
        self.fields["forum"].choices = [_ALLE, *valg]  # type: ignore[attr-defined]

    def clean_ord(self) -> str:
        """Refuse what may be a person's number: the words stand in the address."""
        tekst: str = self.cleaned_data["ord"]
        if har_siffer_i_tittel(tekst):
            raise forms.ValidationError(gettext("Søk med ord, ikke med nummer."))
        return tekst


def _vedtak(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Forumvedtak]:
    rader = vedtakene()
    if filter.get("ord"):
        rader = rader.filter(som_nevner(filter["ord"]))
    if filter.get("tema"):
        rader = rader.filter(tema=filter["tema"])
    if filter.get("forum"):
        rader = rader.filter(forum__noekkel=filter["forum"])
    return rader.filter(aapne()) if filter.get("aapne") else rader


def oppfoelgingen(v: Forumvedtak) -> Status:
    """Return where the follow-up of a decision stands."""
    if not v.oppfoelging:
        return Status(gettext("Ingen oppfølging"))
    return Status(str(v.get_tilstand_display()), v.farge)


VEDTAK = Liste(
    navn="samarbeid:vedtakene",
    tittel=_("Vedtak i fora"),
    kolonner=(
        Kolonne("tekst", _("Vedtak"), lenke=lambda v: reverse("samarbeid:vedtak", args=[v.noekkel])),
        Kolonne("forum", _("Forum"), verdi="forum.navn", sorter=("forum__navn",)),
        Kolonne("dato", _("Dato"), slag=Slag.DATO, sorter=("dato",)),
        Kolonne("tema", _("Tema"), verdi="get_tema_display", sorter=("tema",)),
        Kolonne("oppfoelging", _("Oppfølging")),
        Kolonne("hvem", _("Hvem gjør det"), verdi=lambda v: v.utfoerer or str(v.ansvarlig or "")),
        Kolonne("frist", _("Frist"), slag=Slag.DATO, sorter=("frist",)),
        Kolonne("status", _("Status"), slag=Slag.STATUS, verdi=oppfoelgingen),
    ),
    rader=_vedtak,
    standard="-dato",
    roller=frozenset(SER),
    filterskjema=Vedtaksfilter,
    noekkel="noekkel",
    tomt=_("Ingen vedtak er registrert."),
)


class Tiltaksfilter(Listefilter):
    """Theme and status."""

    tema = forms.ChoiceField(label=_("Tema"), choices=[_ALLE, *Tema.choices])
    status = forms.ChoiceField(label=_("Status"), choices=[_ALLE, *Tiltaksstatus.choices])


def _tiltak(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Samarbeidstiltak]:
    rader = tiltakene()
    if filter.get("tema"):
        rader = rader.filter(tema=filter["tema"])
    return rader.filter(status=filter["status"]) if filter.get("status") else rader


TILTAK = Liste(
    navn="samarbeid:tiltakene",
    tittel=_("Samarbeidstiltak"),
    kolonner=(
        Kolonne(
            "tittel", _("Tiltak"), sorter=("tittel",),
            lenke=lambda t: reverse("samarbeid:tiltak", args=[t.noekkel]),
        ),
        Kolonne("tema", _("Tema"), verdi="get_tema_display", sorter=("tema",)),
        Kolonne("partnere", _("Samarbeidspartnere")),
        Kolonne("ansvarlig", _("Ansvarlig"), verdi=lambda t: str(t.ansvarlig)),
        Kolonne("fra", _("Fra"), slag=Slag.DATO, sorter=("fra",)),
        Kolonne("til", _("Til og med"), slag=Slag.DATO, sorter=("til",)),
        Kolonne(
            "status", _("Status"), slag=Slag.STATUS, sorter=("status",),
            verdi=lambda t: Status(str(t.get_status_display()), t.farge),
        ),
        Kolonne("resultat", _("Resultat"), side=False),
    ),
    rader=_tiltak,
    standard="-fra",
    roller=frozenset(SER_TILTAK),
    filterskjema=Tiltaksfilter,
    noekkel="noekkel",
    tomt=_("Ingen tiltak er registrert."),
)  # fmt: skip
ALLE = (FORA, VEDTAK, TILTAK)
