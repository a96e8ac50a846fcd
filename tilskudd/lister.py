"""The lists: recipients and lines of a run, rates."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Count, F, IntegerField, Max, Min, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.lister import Kolonne, Liste, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import FYLKESROLLER
from tilskudd.doerer import SATSEIER
from tilskudd.forms import Linjefilter, Satsfilter
from tilskudd.models import Kjoering, Kjoeringssats, Kjoeringstilstand, Linje, Mottakersum, Sats, Satsstatus
from tilskudd.queries.kjoeringsside import kjoering_for
from tilskudd.queries.kontrollsum import krev_kontrollsum
from tilskudd.queries.linjeside import mottakersum
from tilskudd.tekster import ordningsnavn

_LINJEFARGE = {"trekk": "danger", "etterbetaling": "info"}
_SATSFARGE = {"vedtatt": "success", "eksempel": "warning", "forslag": "info", "ubekreftet": "danger"}


def kjoering_i_liste(kvartal: Kvartal) -> Kjoering:
    """Return the run a list is of. Raises Http404, or KontrollsumFeil when its lines have changed."""
    funnet = kjoering_for(kvartal)
    if funnet is None:
        raise Http404
    krev_kontrollsum(funnet)
    return funnet


# --- Lines ---


def _linjer(
    av: Aktoer,
    filter: dict[str, Any],
    *,
    kvartal: Kvartal,
    kode: str = "",
    kjoering: Kjoering | None = None,
    mottaker: Virksomhet | None = None,
) -> QuerySet[Linje]:
    """Return the lines of a run, of one recipient when there is a `kode`."""
    kjoering = kjoering or kjoering_i_liste(kvartal)
    linjer = Linje.objects.filter(kjoering=kjoering).select_related("person", "mottaker")
    if kode and mottaker is None:
        rad = mottakersum(kjoering, kode)
        if rad is None:
            raise Http404
        mottaker = rad.mottaker
    if mottaker is not None:
        linjer = linjer.filter(mottaker=mottaker)
    return linjer.filter(type=filter["type"]) if filter.get("type") else linjer


_LINJEKOLONNER = (
    Kolonne(
        "person",
        gettext_lazy("Person"),
        verdi="person.navn_etternavn_foerst",
        mal="tilskudd/_linjeperson.html",
    ),
    Kolonne("duf", gettext_lazy("DUF-nummer"), verdi="person.duf", slag=Slag.DUF, side=False),
    Kolonne("tilskudd", gettext_lazy("Tilskudd"), verdi="ordning", ingen_brekk=True),
    Kolonne(
        "kvartal",
        gettext_lazy("Opptjent i"),
        verdi=lambda li: visning.kvartal(li.kvartal),
        sorter=("kvartal",),
        ingen_brekk=True,
    ),
    Kolonne(
        "type",
        gettext_lazy("Type"),
        verdi=lambda li: Status(li.get_type_display(), _LINJEFARGE.get(li.type, "neutral")),
        slag=Slag.STATUS,
        definisjon=gettext_lazy(
            "Ordinær: opptjent i kvartalet. Etterbetaling: opptjent før, registrert nå. Trekk: utbetalt før, "
            "ikke opptjent."
        ),
    ),
    Kolonne("dager", gettext_lazy("Dager"), slag=Slag.TALL, sorter=("dager",)),
    Kolonne(
        "beloep",
        gettext_lazy("Beløp"),
        slag=Slag.KRONER,
        sorter=("beloep",),
        definisjon=gettext_lazy("Endring i hele kroner fra det som er utbetalt før."),
    ),
    Kolonne("sats", gettext_lazy("Sats"), slag=Slag.KRONER, side=False),
    Kolonne("nr", gettext_lazy("Linjenummer"), verdi="pk", slag=Slag.TALL, sorter=("pk",), side=False),
    Kolonne("forklar", gettext_lazy("Forklaring"), verdi="pk", mal="tilskudd/_forklar.html", eksport=False),
)

MOTTAKERLINJER = Liste(
    navn="tilskudd:mottaker",
    tittel=gettext_lazy("Linjer"),
    kolonner=_LINJEKOLONNER,
    rader=_linjer,
    standard="nr",
    roller=FYLKESROLLER,
    filterskjema=Linjefilter,
    person="person_id",
)
KJOERINGSLINJER = Liste(
    navn="tilskudd:linjer",
    tittel=gettext_lazy("Alle linjer i kjøringen"),
    kolonner=(
        _LINJEKOLONNER[0],
        Kolonne("mottaker", gettext_lazy("Mottaker"), verdi="mottaker.navn"),
        Kolonne("kode", gettext_lazy("Mottakerkode"), verdi="mottaker.kode", side=False),
        *_LINJEKOLONNER[1:],
    ),
    rader=_linjer,
    standard="nr",
    roller=FYLKESROLLER,
    filterskjema=Linjefilter,
    person="person_id",
    tomt=gettext_lazy("Kjøringen har ingen linjer."),
)


# --- Recipients ---


def _mottakere(av: Aktoer, filter: dict[str, Any], *, kvartal: Kvartal) -> QuerySet[Mottakersum]:
    kjoering = kjoering_i_liste(kvartal)
    foer = Mottakersum.objects.filter(kjoering=kjoering.forrige_id or 0, mottaker_id=OuterRef("mottaker_id"))
    return (
        Mottakersum.objects.filter(kjoering=kjoering)
        .select_related("mottaker")
        .annotate(endring=F("utbetales") - Coalesce(Subquery(foer.values("utbetales")), Value(0)))
    )


def _beloep(noekkel: str, tittel: str | Promise) -> Kolonne:
    return Kolonne(noekkel, tittel, slag=Slag.KRONER, sorter=(noekkel,))


MOTTAKERE = Liste(
    navn="tilskudd:mottakere",
    tittel=gettext_lazy("Mottakere"),
    kolonner=(
        Kolonne(
            "mottaker",
            gettext_lazy("Mottaker"),
            verdi="mottaker.navn",
            sorter=("mottaker__type", "mottaker__nummer"),
        ),
        Kolonne("kode", gettext_lazy("Kode"), verdi="mottaker.kode"),
        _beloep("linjer_sum", gettext_lazy("Sum av linjer")),
        _beloep("overfoert_inn", gettext_lazy("Overført fra forrige")),
        _beloep("utbetales", gettext_lazy("Utbetales")),
        _beloep("overfoert_ut", gettext_lazy("Overføres til neste")),
        _beloep("endring", gettext_lazy("Endring fra forrige kjøring")),
    ),
    rader=_mottakere,
    standard="mottaker",
    roller=FYLKESROLLER,
    definisjoner=(
        (
            gettext_lazy("Utbetales"),
            gettext_lazy("Er summen negativ, utbetales ingenting, og minusen overføres til neste kvartal."),
        ),
    ),
    tomt=gettext_lazy("Kjøringen har ingen mottakere."),
)


# --- Rates ---


def _satser(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Sats]:
    er_eksempel = Case(
        When(status=Satsstatus.EKSEMPEL, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    brukt = (
        Kjoeringssats.objects.filter(
            brukt=True,
            **{n: OuterRef(n) for n in ("ordning", "aar_nr", "landgruppe", "budsjettaar")},
        )
        .exclude(kjoering__tilstand=Kjoeringstilstand.FORKASTET)
        .annotate(slag=er_eksempel)
        .filter(slag=OuterRef("slag"))
        .order_by()
        .values("slag")
    )
    satser = Sats.objects.annotate(slag=er_eksempel).annotate(
        brukt_antall=Coalesce(Subquery(brukt.annotate(n=Count("pk")).values("n")), Value(0)),
        brukt_fra=Subquery(brukt.annotate(k=Min("kjoering__kvartal")).values("k")),
        brukt_til=Subquery(brukt.annotate(k=Max("kjoering__kvartal")).values("k")),
    )
    for navn in ("budsjettaar", "status"):
        if filter.get(navn):
            satser = satser.filter(**{navn: filter[navn]})
    return satser


def _brukt_i(sats: Any) -> str:
    if not sats.brukt_antall:
        return ""
    foerste, siste = (visning.kvartal(k) for k in (sats.brukt_fra, sats.brukt_til))
    if sats.brukt_antall == 1:
        return foerste
    return _("%(antall)s kjøringer, %(foerste)s til %(siste)s") % {
        "antall": sats.brukt_antall,
        "foerste": foerste,
        "siste": siste,
    }


SATSER = Liste(
    navn="tilskudd:satser",
    tittel=gettext_lazy("Satser"),
    kolonner=(
        Kolonne(
            "kode",
            gettext_lazy("Tilskudd"),
            sorter=("ordning", "aar_nr", "landgruppe", "-budsjettaar"),
            ingen_brekk=True,
        ),
        Kolonne(
            "aar",
            gettext_lazy("Budsjettår"),
            verdi=lambda s: str(s.budsjettaar),
            sorter=("budsjettaar", "-ordning", "-aar_nr", "-landgruppe", "-status"),
        ),
        Kolonne("ordning", gettext_lazy("Ordning"), verdi=lambda s: ordningsnavn(s.kode, s.aar_nr)),
        Kolonne("beloep", gettext_lazy("Sats"), slag=Slag.KRONER, sorter=("beloep",)),
        Kolonne(
            "status",
            gettext_lazy("Status"),
            verdi=lambda s: Status(_satsstatus(s), _SATSFARGE[s.status]),
            slag=Slag.STATUS,
            sorter=("status",),
            definisjon=gettext_lazy("Bare en vedtatt sats blir et beløp i en utbetaling."),
        ),
        Kolonne("kilde", gettext_lazy("Kilde")),
        Kolonne("brukt", gettext_lazy("Brukt i"), verdi=_brukt_i),
        Kolonne(
            "endre",
            gettext_lazy("Handling"),
            verdi="pk",
            mal="tilskudd/_sats_endre.html",
            roller=frozenset(SATSEIER),
            eksport=False,
        ),
    ),
    rader=_satser,
    standard="-aar",
    roller=FYLKESROLLER,
    filterskjema=Satsfilter,
)


def _satsstatus(sats: Sats) -> str:
    return _("Eksempelsats") if sats.status == Satsstatus.EKSEMPEL else str(sats.get_status_display())


LISTER = (MOTTAKERLINJER, KJOERINGSLINJER, MOTTAKERE, SATSER)
