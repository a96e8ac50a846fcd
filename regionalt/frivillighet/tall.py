"""What others show of the voluntary sector: the leader, the wheel, the yearly report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count, F, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import kroner
from integrering.grunnmur.samlet import Rader, Sporring, tell
from regionalt.aarshjul import Hjuldag
from regionalt.aarsrapport import Rapporttabell
from regionalt.frivillighet.models import Avtale, Organisasjonsslag
from regionalt.frivillighet.queries.aktiviteter import holdt_hittil, per_tema
from regionalt.frivillighet.queries.avtaler import ikke_over
from regionalt.frivillighet.queries.organisasjoner import organisasjoner
from regionalt.kodeverk import Tema
from regionalt.ledelsestall import Tall


def spoer_gjennomganger(dag: date) -> Sporring:
    """Ask for the agreements that wait for a review that was due."""
    return tell(Avtale.objects.filter(ikke_over(dag), gjennomgang__lt=dag), antall=Count("pk"))


def gjennomganger(rader: Rader, dag: date) -> Tall:
    """Return how many agreements wait for a review that was due."""
    over = rader[0]["antall"]
    tekst = ngettext("%(n)s avtale", "%(n)s avtaler", over) % {"n": kroner.tall(over)}
    url = reverse("frivillighet:avtaler")
    return Tall(tekst, url=url, farge="warning" if over else "success")


def spoer_deltakelse(dag: date) -> Sporring:
    """Ask for the activities held so far this year, and how many took part."""
    return tell(holdt_hittil(dag), antall=Count("pk"), deltok=Sum("deltakere", default=0))


def deltakelse(rader: Rader, dag: date) -> Tall:
    """Return how many took part in activities so far this year."""
    (telt,) = rader
    antall = telt["antall"]
    detalj = ngettext("%(n)s aktivitet", "%(n)s aktiviteter", antall) % {"n": kroner.tall(antall)}
    url = f"{reverse('frivillighet:aktiviteter')}?aar={dag.year}" if antall else ""
    return Tall(kroner.tall(telt["deltok"]), detalj, url)


def spoer_hjuldager(fra: date, til: date) -> Sporring:
    """Ask for the agreements that end or are to be gone through between two days."""
    i_tiden = Q(til__range=(fra, til)) | Q(gjennomgang__range=(fra, til))
    rader = Avtale.objects.filter(i_tiden).order_by("pk")
    return rader.values("til", "gjennomgang", "noekkel", navn=F("organisasjon__virksomhet__navn"))


def hjuldager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield the days agreements end and are to be gone through."""
    for a in rader:
        url = reverse("frivillighet:avtale", args=[a["noekkel"]])
        if a["til"] and fra <= a["til"] <= til:
            yield Hjuldag(a["til"], _("Avtalen med %(navn)s går ut") % a, url)
        if a["gjennomgang"] and fra <= a["gjennomgang"] <= til:
            yield Hjuldag(a["gjennomgang"], _("Gjennomgå avtalen med %(navn)s") % a, url, frist=True)


def kapittel(aar: int) -> Sequence[Rapporttabell]:
    """Return the tables of a year: organisations and agreements, activities and participation."""
    return (_organisasjoner(aar), _aktiviteter(aar))


def _organisasjoner(aar: int) -> Rapporttabell:
    siste = date(aar, 12, 31)
    aktive = Q(aktiv_fra__isnull=True) | Q(aktiv_fra__lte=siste)
    aktive &= Q(aktiv_til__isnull=True) | Q(aktiv_til__gte=siste)
    slagene = [o.slag for o in organisasjoner().filter(aktive)]
    gjeldende = Avtale.objects.filter(ikke_over(siste), fra__lte=siste).count()
    return Rapporttabell(
        tittel=_("Organisasjoner og avtaler"),
        kolonner=(_("Hva"), _("Antall")),
        rader=(
            *((str(slag.label), slagene.count(slag.value)) for slag in Organisasjonsslag),
            (_("Gjeldende samarbeidsavtaler"), gjeldende),
        ),
        kilde=_("Registeret over frivillige organisasjoner, slik det gjelder 31. desember."),
    )


def _aktiviteter(aar: int) -> Rapporttabell:
    return Rapporttabell(
        tittel=_("Aktiviteter og deltakelse"),
        kolonner=(_("Tema"), _("Aktiviteter"), _("Deltakere")),
        rader=tuple((str(Tema(tema).label), antall, deltok) for tema, antall, deltok in per_tema(aar)),
        kilde=_(
            "Aktiviteter som begynte i året og ikke er avlyst. Den som deltar flere ganger, telles hver gang."
        ),
        diagram=True,
    )
