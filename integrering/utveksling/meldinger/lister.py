"""The lists: what has come, what is sent, drafts, what waits for acknowledgement, requests."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.alfabet import alfabetisk
from integrering.grunnmur.kodelister import KodeFelt, kodenavn
from integrering.grunnmur.skjema import DatoFelt
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER
from integrering.utveksling.meldinger.kodeverk import EMNE, Avgjoerelse
from integrering.utveksling.meldinger.models import Forespoersel, Melding, Mottak, Purring, Utkast
from integrering.utveksling.meldinger.queries.adressater import kandidater

_ALLE = [("", _("Alle"))]


class _Meldingsfilter(Listefilter):
    emne = KodeFelt(liste=EMNE, tom=_("Alle"), stengte=True, label=_("Emne"))
    virksomhet = forms.ChoiceField(label=_("Virksomhet"))
    fra = DatoFelt(label=_("Sendt fra"), navn=_("dato"))

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, av=av, **kwargs)
        self.fields["virksomhet"].choices = _virksomhetsvalg()  # type: ignore[attr-defined]


def _virksomhetsvalg() -> list[tuple[str, Any]]:
    """Return those one can write with."""
    return [*_ALLE, *((str(v.pk), v.navn) for v in sorted(kandidater(), key=lambda v: alfabetisk(v.navn)))]


class Innboksfilter(_Meldingsfilter):
    """Filter of what has come."""

    status = forms.ChoiceField(
        label=_("Status"),
        choices=[*_ALLE, ("ulest", _("Ikke åpnet")), ("venter", _("Venter på kvittering fra oss"))],
    )


class Sendtfilter(_Meldingsfilter):
    """Filter of what is sent."""


def _samtaleurl(rad: Any) -> str:
    samtale = rad.samtale if isinstance(rad, Melding) else rad.melding.samtale
    return reverse("samtale", args=[samtale.noekkel])


def _overskrift(rad: Any) -> str:
    samtale = rad.samtale if isinstance(rad, Melding) else rad.melding.samtale
    return str(samtale.overskrift)


def mottaksstatus(rad: Mottak) -> Status:
    """Return in words how far a message has come at a recipient."""
    if rad.kvittert:
        return Status(gettext("Kvittert"), "success")
    if rad.melding.krever_kvittering:
        return Status(gettext("Venter på kvittering"), "warning")
    return Status(gettext("Åpnet"), "neutral") if rad.aapnet else Status(gettext("Ikke åpnet"), "info")


def _filtrer(rader: QuerySet[Any], filter: dict[str, Any], til: str, virksomhet: str) -> QuerySet[Any]:
    if filter.get("emne"):
        rader = rader.filter(**{f"{til}samtale__emne": filter["emne"]})
    if filter.get("virksomhet"):
        rader = rader.filter(**{virksomhet: int(filter["virksomhet"])})
    if filter.get("fra"):
        rader = rader.filter(sendt__date__gte=filter["fra"])
    return rader


def _innboks(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Mottak]:
    rader = Mottak.objects.filter(virksomhet=av.virksomhet_id).select_related(
        "melding", "melding__samtale", "melding__virksomhet"
    )
    if filter.get("status") == "ulest":
        rader = rader.filter(aapnet__isnull=True)
    if filter.get("status") == "venter":
        rader = rader.filter(melding__krever_kvittering=True, kvittert__isnull=True)
    return _filtrer(rader, filter, "melding__", "melding__virksomhet")


INNBOKS = Liste(
    navn="meldinger",
    tittel=_("Meldinger"),
    kolonner=(
        Kolonne("tittel", _("Melding"), verdi=_overskrift, lenke=_samtaleurl),
        Kolonne(
            "saksnummer", _("Saksnummer"), verdi="melding.samtale.saksnummer",
            sorter=("melding__samtale__saksnummer",), ingen_brekk=True,
        ),
        Kolonne("avsender", _("Fra"), verdi="melding.virksomhet.navn", sorter=("melding__virksomhet__navn",)),
        Kolonne("sendt", _("Sendt"), slag=Slag.TIDSPUNKT, sorter=("sendt",)),
        Kolonne("frist", _("Kvitteringsfrist"), verdi="melding.kvitteringsfrist", slag=Slag.DATO),
        Kolonne("status", _("Status"), verdi=mottaksstatus, slag=Slag.STATUS),
    ),
    rader=_innboks,
    person="melding.samtale.person_id",
    standard="-sendt",
    roller=ARBEIDSROLLER,
    filterskjema=Innboksfilter,
    tomt=_("Dere har ikke fått noen meldinger."),
)  # fmt: skip


def _sendt(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Melding]:
    til = Mottak.objects.filter(melding=OuterRef("pk")).order_by("virksomhet__navn")
    rader = (
        Melding.objects.filter(virksomhet=av.virksomhet_id)
        .select_related("samtale", "avsender")
        .annotate(
            til=ArraySubquery(til.values("virksomhet__navn")),
            uaapnet=ArraySubquery(til.filter(aapnet__isnull=True).values("pk")),
            ukvittert=ArraySubquery(til.filter(kvittert__isnull=True).values("pk")),
        )
    )
    return _filtrer(rader, filter, "", "mottak__virksomhet")


def _sendtstatus(rad: Any) -> Status:
    if rad.krever_kvittering:
        return (
            Status(gettext("Venter på kvittering"), "warning")
            if rad.ukvittert
            else Status(gettext("Kvittert"), "success")
        )
    if not rad.uaapnet:
        return Status(gettext("Åpnet av alle"), "success")
    delvis = len(rad.uaapnet) < len(rad.til)
    return Status(gettext("Åpnet av noen"), "neutral") if delvis else Status(gettext("Ikke åpnet"), "info")


SENDT = Liste(
    navn="meldinger_sendt",
    tittel=_("Sendte meldinger"),
    kolonner=(
        Kolonne("tittel", _("Melding"), verdi=_overskrift, lenke=_samtaleurl),
        Kolonne(
            "saksnummer", _("Saksnummer"), verdi="samtale.saksnummer", sorter=("samtale__saksnummer",),
            ingen_brekk=True,
        ),
        Kolonne("til", _("Til"), verdi=lambda rad: ", ".join(rad.til)),
        Kolonne("sendt", _("Sendt"), slag=Slag.TIDSPUNKT, sorter=("sendt",)),
        Kolonne("avsender", _("Sendt av"), verdi=lambda rad: str(rad.avsender)),
        Kolonne("status", _("Status"), verdi=_sendtstatus, slag=Slag.STATUS),
    ),
    rader=_sendt,
    person="samtale.person_id",
    standard="-sendt",
    roller=ARBEIDSROLLER,
    filterskjema=Sendtfilter,
    tomt=_("Dere har ikke sendt noen meldinger."),
)  # fmt: skip


def _venter(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Mottak]:
    rader = Mottak.objects.filter(
        melding__virksomhet=av.virksomhet_id, melding__krever_kvittering=True, kvittert__isnull=True
    ).select_related("melding", "melding__samtale", "virksomhet")
    siste = Purring.objects.filter(mottak=OuterRef("pk"))
    rader = rader.annotate(
        frist=F("melding__kvitteringsfrist"), purret=ArraySubquery(siste.order_by("-dag").values("dag"))
    )
    return _filtrer(rader, filter, "melding__", "virksomhet")


def _sist_purret(rad: Any) -> Any:
    return rad.purret[0] if rad.purret else None


VENTER = Liste(
    navn="meldinger_venter",
    tittel=_("Venter på kvittering"),
    kolonner=(
        Kolonne("tittel", _("Melding"), verdi=_overskrift, lenke=_samtaleurl),
        Kolonne(
            "saksnummer", _("Saksnummer"), verdi="melding.samtale.saksnummer",
            sorter=("melding__samtale__saksnummer",), ingen_brekk=True,
        ),
        Kolonne("mottaker", _("Mottaker"), verdi="virksomhet.navn", sorter=("virksomhet__navn",)),
        Kolonne("sendt", _("Sendt"), slag=Slag.TIDSPUNKT, sorter=("sendt",)),
        Kolonne("frist", _("Frist"), slag=Slag.DATO, sorter=("frist",)),
        Kolonne("aapnet", _("Åpnet"), slag=Slag.TIDSPUNKT),
        Kolonne("purret", _("Sist purret"), verdi=_sist_purret, slag=Slag.DATO),
    ),
    rader=_venter,
    person="melding.samtale.person_id",
    standard="frist",
    roller=ARBEIDSROLLER,
    filterskjema=Sendtfilter,
    tomt=_("Alle har kvittert."),
)  # fmt: skip


def _utkast(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Utkast]:
    return Utkast.objects.filter(virksomhet=av.virksomhet_id).select_related("samtale", "endret_av")


def _utkastnavn(rad: Utkast) -> str:
    if rad.samtale:
        return gettext("Svar i %(sak)s") % {"sak": rad.samtale.saksnummer}
    return rad.tittel or kodenavn(EMNE, rad.emne) or gettext("Uten tittel")


UTKAST = Liste(
    navn="meldinger_utkast",
    tittel=_("Utkast"),
    kolonner=(
        Kolonne(
            "tittel", _("Utkast"), verdi=_utkastnavn,
            lenke=lambda u: reverse("melding_utkast", args=[u.noekkel]),
        ),
        Kolonne("endret", _("Sist lagret"), slag=Slag.TIDSPUNKT, sorter=("endret",)),
        Kolonne("endret_av", _("Lagret av"), verdi=lambda u: str(u.endret_av or "")),
    ),
    rader=_utkast,
    standard="-endret",
    roller=ARBEIDSROLLER,
    tomt=_("Dere har ingen utkast."),
    eksport=False,
)  # fmt: skip


class Forespoerselfilter(Listefilter):
    """Filter of the requests."""

    status = forms.ChoiceField(
        label=_("Avgjørelse"), choices=[*_ALLE, ("aapen", _("Ikke avgjort")), *Avgjoerelse.choices]
    )
    fra = DatoFelt(label=_("Mottatt fra"), navn=_("dato"))
    til = DatoFelt(label=_("Mottatt til"), navn=_("dato"))


def _forespoersler(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Forespoersel]:
    rader = Forespoersel.objects.filter(virksomhet=av.virksomhet_id).select_related("avgjort_av")
    vilkaar = Q()
    if status := filter.get("status"):
        vilkaar &= Q(avgjoerelse="" if status == "aapen" else status)
    if filter.get("fra"):
        vilkaar &= Q(mottatt__gte=filter["fra"])
    if filter.get("til"):
        vilkaar &= Q(mottatt__lte=filter["til"])
    return rader.filter(vilkaar)


_FARGE = {"utlevert": "success", "delvis": "success", "avslaatt": "danger", "trukket": "neutral"}


def forespoerselstatus(rad: Forespoersel) -> Status:
    """Return in words how far a request has come."""
    if rad.avgjoerelse:
        return Status(str(rad.get_avgjoerelse_display()), _FARGE[rad.avgjoerelse])
    return (
        Status(gettext("Foreløpig svar sendt"), "info")
        if rad.foreloepig_svar
        else Status(gettext("Ikke avgjort"), "warning")
    )


FORESPOERSLER = Liste(
    navn="forespoersler",
    tittel=_("Informasjonsforespørsler"),
    kolonner=(
        Kolonne(
            "saksnummer", _("Saksnummer"), sorter=("saksnummer",), ingen_brekk=True,
            lenke=lambda f: reverse("forespoersel", args=[f.noekkel]),
        ),
        Kolonne("organ", _("Hvem som spør"), sorter=("organ",)),
        Kolonne("mottatt", _("Mottatt"), slag=Slag.DATO, sorter=("mottatt",)),
        Kolonne("frist", _("Frist for foreløpig svar"), slag=Slag.DATO, sorter=("frist",)),
        Kolonne("hjemmel", _("Hjemmel"), verdi=lambda f: f.get_hjemmel_display()),
        Kolonne("avgjort", _("Avgjort"), slag=Slag.DATO),
        Kolonne("status", _("Avgjørelse"), verdi=forespoerselstatus, slag=Slag.STATUS),
    ),
    rader=_forespoersler,
    standard="-mottatt",
    roller=FYLKESROLLER | KOMMUNEROLLER,
    filterskjema=Forespoerselfilter,
    tomt=_("Ingen informasjonsforespørsler er registrert."),
)  # fmt: skip

ALLE = (INNBOKS, SENDT, VENTER, UTKAST, FORESPOERSLER)
