"""What others show of the regional cooperation: the leader, the wheel, the yearly report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import kroner
from integrering.grunnmur.samlet import Rader, Sporring, tell
from integrering.oppgaver.models.punkt import Punkttilstand
from regionalt.aarshjul import Hjuldag
from regionalt.aarsrapport import Rapporttabell
from regionalt.kodeverk import Tema
from regionalt.ledelsestall import Tall
from regionalt.samarbeid.models import Forum, Forumvedtak, Samarbeidstiltak
from regionalt.samarbeid.queries.fora import moeter_mellom
from regionalt.samarbeid.queries.tiltak import FERDIG, over_tiden, per_tema
from regionalt.samarbeid.queries.vedtak import aapne


def spoer_vedtak(dag: date) -> Sporring:
    """Ask for the decisions that wait to be followed up, and how many of them are overdue."""
    rader = Forumvedtak.objects.filter(aapne())
    return tell(rader, alle=Count("pk"), over=Count("pk", filter=Q(frist__lt=dag)))


def vedtak_over_frist(rader: Rader, dag: date) -> Tall:
    """Return how many decisions wait to be followed up, and how many of them are overdue."""
    (telt,) = rader
    detalj = _("%(n)s over frist") % {"n": kroner.tall(telt["over"])}
    url = f"{reverse('samarbeid:vedtakene')}?aapne=on"
    return Tall(kroner.tall(telt["alle"]), detalj, url, "warning" if telt["over"] else "success")


def spoer_over_tiden(dag: date) -> Sporring:
    """Ask for the measures that should have been over."""
    return tell(over_tiden(dag), antall=Count("pk"))


def tiltak_over_tiden(rader: Rader, dag: date) -> Tall:
    """Return how many measures should have been over."""
    antall = rader[0]["antall"]
    tekst = ngettext("%(n)s tiltak", "%(n)s tiltak", antall) % {"n": kroner.tall(antall)}
    farge = "warning" if antall else "success"
    return Tall(tekst, url=reverse("samarbeid:tiltakene"), farge=farge)


def spoer_tiltaksdager(fra: date, til: date) -> Sporring:
    """Ask for the measures that are not over, by their last day."""
    rader = Samarbeidstiltak.objects.filter(til__range=(fra, til)).exclude(status__in=FERDIG)
    return rader.order_by("til", "pk").values("til", "tittel", "noekkel")


def tiltaksdager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield the days measures that are not over shall be."""
    for t in rader:
        tittel = _("Tiltaket «%(navn)s» skal være ferdig") % {"navn": t["tittel"]}
        yield Hjuldag(t["til"], tittel, reverse("samarbeid:tiltak", args=[t["noekkel"]]), frist=True)


def spoer_vedtaksdager(fra: date, til: date) -> Sporring:
    """Ask for the decisions that are to be followed up, by deadline."""
    rader = Forumvedtak.objects.filter(aapne(), frist__range=(fra, til)).order_by("frist", "pk")
    return rader.values("frist", "forum__navn", "noekkel")


def vedtaksdager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield the deadlines of decisions that are to be followed up."""
    for v in rader:
        tittel = _("Følg opp vedtak i %(forum)s") % {"forum": v["forum__navn"]}
        yield Hjuldag(v["frist"], tittel, reverse("samarbeid:vedtak", args=[v["noekkel"]]), frist=True)


def kapittel(aar: int) -> Sequence[Rapporttabell]:
    """Return the tables of a year: forums, meetings and decisions; measures by theme."""
    return (_fora(aar), _tiltak(aar))


def _fora(aar: int) -> Rapporttabell:
    siste = date(aar, 12, 31)
    fora = Forum.objects.filter(Q(nedlagt__isnull=True) | Q(nedlagt__gt=siste)).count()
    vedtak = Forumvedtak.objects.filter(dato__year=aar).aggregate(
        alle=Count("pk"),
        aapne=Count("pk", filter=aapne()),
        gjort=Count("pk", filter=Q(tilstand=Punkttilstand.GJORT)),
    )
    return Rapporttabell(
        tittel=_("Fora, møter og vedtak"),
        kolonner=(_("Hva"), _("Antall")),
        rader=(
            (_("Fora"), fora),
            (_("Møter i fora"), moeter_mellom(_midnatt(aar), _midnatt(aar + 1))),
            (_("Vedtak"), vedtak["alle"]),
            (_("Vedtak som er fulgt opp"), vedtak["gjort"]),
            (_("Vedtak som skal følges opp"), vedtak["aapne"]),
        ),
        kilde=_("Møter som ikke er avlyst, og vedtak fra året, slik oppfølgingen står nå."),
    )


def _tiltak(aar: int) -> Rapporttabell:
    return Rapporttabell(
        tittel=_("Samarbeidstiltak"),
        kolonner=(_("Tema"), _("Tiltak"), _("Fullført")),
        rader=tuple((str(Tema(tema).label), antall, ferdig) for tema, antall, ferdig in per_tema(aar)),
        kilde=_("Tiltak som pågikk en del av året. Fullført er slik det står nå."),
        diagram=True,
    )


def _midnatt(aar: int) -> datetime:
    return timezone.make_aware(datetime.combine(date(aar, 1, 1), time()))
