"""What leaders see that the floors below know: tasks, meetings, and the deadline of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import kroner
from integrering.grunnmur.kodelister import kodenavn
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.lovfrister import aarsfrist
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.kodeverk import MOETETYPE, Moetetilstand
from integrering.utveksling.moeter.models import Moete
from regionalt.aarshjul import Hjuldag, Hjulkilde
from regionalt.aarsrapport import Kapittel, Rapporttabell
from regionalt.ledelsestall import Ledelsestall, Tall


def over_frist(av: Aktoer, i_dag: date) -> Tall:
    """Return how many of the municipalities' and the county's open tasks are past their deadline."""
    tall = Oppgave.objects.filter(lukket__isnull=True).aggregate(
        alle=Count("pk"), over=Count("pk", filter=Q(frist__lt=i_dag))
    )
    return Tall(
        verdi=kroner.tall(tall["over"]),
        detalj=_("av %(alle)s åpne oppgaver hos kommunene, skolene og fylkeskommunen")
        % {"alle": kroner.tall(tall["alle"])},
        farge="danger" if tall["over"] else "success",
    )


def moetene(av: Aktoer, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield the meetings the reader sees, by kind: the title and who comes are not for a wheel."""
    moeter = Moete.objects.filter(start__date__gte=fra, start__date__lte=til).select_related("eier")
    for m in moeter.exclude(tilstand=Moetetilstand.AVLYST).order_by("start"):
        yield Hjuldag(
            dato=timezone.localdate(m.start),
            tittel=f"{kodenavn(MOETETYPE, m.type)} – {m.eier.navn}",
            url=reverse("moete", args=[m.noekkel]),
        )


def aarsfristen(av: Aktoer, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield the day when last year's registrations have to be in order."""
    for aar in range(fra.year - 1, til.year + 1):
        svar = aarsfrist(Grunnlag(), regelsett(), date(aar, 12, 31), aar).svar
        if svar and fra <= svar.dato <= til:
            tekst = _("Registreringene for %(aar)s skal være i orden") % {"aar": aar}
            yield Hjuldag(dato=svar.dato, tittel=tekst, frist=True)


def moetekapittel(aar: int) -> Sequence[Rapporttabell]:
    """Return how many meetings were held, by kind."""
    rader = (
        Moete.objects.filter(start__year=aar, start__lt=timezone.now())
        .exclude(tilstand=Moetetilstand.AVLYST)
        .values_list("type")
        .annotate(antall=Count("pk"))
        .order_by("-antall", "type")
    )
    tabell = Rapporttabell(
        tittel=_("Møter som er holdt"),
        kolonner=(_("Slags møte"), _("Antall")),
        rader=tuple((kodenavn(MOETETYPE, type_), antall) for type_, antall in rader),
        kilde=_("Talt fra møtene i systemet, uten avlyste."),
        diagram=True,
    )
    return (tabell,) if tabell.rader else ()


TALL = (
    Ledelsestall(
        navn="over_frist",
        tittel=gettext_lazy("Over frist"),
        forklaring=gettext_lazy("Oppgaver der fristen er passert, hos alle."),
        les=over_frist,
        rekkefoelge=10,
    ),
)
HJUL = (
    Hjulkilde("lovfrister", gettext_lazy("Frister i regelverket"), aarsfristen, 10),
    Hjulkilde("moeter", gettext_lazy("Møter"), moetene, 20),
)
KAPITLER = (Kapittel("moeter", gettext_lazy("Møter"), moetekapittel, 20),)
