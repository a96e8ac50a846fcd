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
from integrering.grunnmur.kodelister import kodenavn, kodenavn_i_raden
from integrering.grunnmur.samlet import Rader, Sporring, tell
from integrering.nir.models.regelverdi import Regelverdi
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.lovfrister import aarsfrist
from integrering.nir.rules.regelsett import Regelsett
from integrering.oppgaver.models import Oppgave
from integrering.utveksling.moeter.kodeverk import MOETETYPE, Moetetilstand
from integrering.utveksling.moeter.models import Moete
from regionalt.aarshjul import Hjuldag, Hjulkilde
from regionalt.aarsrapport import Kapittel, Rapporttabell
from regionalt.ledelsestall import Ledelsestall, Tall


def spoer_over_frist(dag: date) -> Sporring:
    """Ask for the municipalities' and the county's open tasks, and how many are past their deadline."""
    aapne = Oppgave.objects.filter(lukket__isnull=True)
    return tell(aapne, alle=Count("pk"), over=Count("pk", filter=Q(frist__lt=dag)))


def over_frist(rader: Rader, dag: date) -> Tall:
    """Return how many are past their deadline, of all."""
    (telt,) = rader
    return Tall(
        verdi=kroner.tall(telt["over"]),
        detalj=_("av %(alle)s åpne oppgaver hos kommunene, skolene og fylkeskommunen")
        % {"alle": kroner.tall(telt["alle"])},
        farge="danger" if telt["over"] else "success",
    )


def spoer_moetene(fra: date, til: date) -> Sporring:
    """Ask for the meetings the reader sees: their kind and whose they are, with the label of the kind."""
    moeter = Moete.objects.filter(start__date__gte=fra, start__date__lte=til)
    moeter = moeter.exclude(tilstand=Moetetilstand.AVLYST).order_by("start")
    return moeter.annotate(slag=kodenavn_i_raden("type", liste=MOETETYPE)).values(
        "start", "slag", "noekkel", "eier__navn"
    )


def moetene(rader: Rader, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield the meetings by kind: the title and who comes are not for a wheel."""
    for m in rader:
        yield Hjuldag(
            dato=timezone.localdate(m["start"]),
            tittel=f"{m['slag']} – {m['eier__navn']}",
            url=reverse("moete", args=[m["noekkel"]]),
        )


def spoer_regelverket(fra: date, til: date) -> Sporring:
    """Ask for the dated rule values."""
    return Regelverdi.objects.values()


def aarsfristen(rader: Rader, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield the day when last year's registrations have to be in order."""
    regler = Regelsett.av(Regelverdi(**rad).som_rad() for rad in rader)
    for aar in range(fra.year - 1, til.year + 1):
        svar = aarsfrist(Grunnlag(), regler, date(aar, 12, 31), aar).svar
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
        spoer=spoer_over_frist,
        vis=over_frist,
        rekkefoelge=10,
    ),
)
HJUL = (
    Hjulkilde("lovfrister", gettext_lazy("Frister i regelverket"), spoer_regelverket, aarsfristen, 10),
    Hjulkilde("moeter", gettext_lazy("Møter"), spoer_moetene, moetene, 20),
)
KAPITLER = (Kapittel("moeter", gettext_lazy("Møter"), moetekapittel, 20),)
