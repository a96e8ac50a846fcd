"""What leaders see of follow-up: figures, days of the wheel, the chapter of the yearly report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.samlet import Rader, Sporring, tell
from regionalt.aarshjul import Hjuldag, Hjulkilde
from regionalt.aarsrapport import Kapittel, Rapporttabell
from regionalt.kodeverk import Tema
from regionalt.ledelsestall import Ledelsestall, Tall
from regionalt.oppfoelging.kodeverk import Forespoerseltilstand, Kontaktslag, Kontakttilstand
from regionalt.oppfoelging.models import Forespoersel, Kontakt, Kontaktkommune
from regionalt.oppfoelging.queries.forespoersler import OVER_FRIST, besvarte, over_frist, svarene
from regionalt.oppfoelging.queries.kontakter import kontakter
from regionalt.oppfoelging.rules.svartid import Svar, svartiden
from regionalt.oppfoelging.tekster import andel_i_ord, median_i_ord

# --- Figures ---


def _spoer_over_frist(dag: date) -> Sporring:
    return tell(over_frist(dag), antall=Count("pk"))


def _over_frist(rader: Rader, dag: date) -> Tall:
    antall = rader[0]["antall"]
    url = f"{reverse('oppfoelging:forespoersler')}?tilstand={OVER_FRIST}"
    return Tall(verdi=str(antall), url=url, farge="danger" if antall else "success")


def _spoer_svartid(dag: date) -> Sporring:
    return besvarte(date(dag.year, 1, 1), dag)


def _svartid(rader: Rader, dag: date) -> Tall | None:
    svartid = svartiden([Svar(**rad) for rad in rader])
    if svartid.median is None:
        return None
    i_tide = svartid.i_tide == svartid.besvart
    return Tall(
        verdi=median_i_ord(svartid),
        detalj=andel_i_ord(svartid),
        url=f"{reverse('oppfoelging:forespoersler')}?tilstand={Forespoerseltilstand.BESVART.value}",
        farge="success" if i_tide else "warning",
    )


TALL = (
    Ledelsestall(
        "forespoersler_over_frist",
        gettext_lazy("Forespørsler over frist"),
        gettext_lazy("Forespørsler om veiledning som ikke er besvart innen vårt eget mål for svartid."),
        _spoer_over_frist,
        _over_frist,
        22,
    ),
    Ledelsestall(
        "svartid",
        gettext_lazy("Svartid på forespørsler"),
        gettext_lazy("Median i år, i virkedager fra dagen etter at forespørselen kom."),
        _spoer_svartid,
        _svartid,
        23,
    ),
)


# --- The wheel ---


def _spoer_besoek(fra: date, til: date) -> Sporring:
    rader = kontakter().filter(slag=Kontaktslag.BESOEK, dato__range=(fra, til))
    rader = rader.exclude(tilstand=Kontakttilstand.AVLYST).order_by("dato", "pk")
    return rader.values("dato", "kommunenavn", "noekkel")


def _besoek(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    for k in rader:
        tittel = _("Besøk: %(kommuner)s") % {"kommuner": k["kommunenavn"] or ""}
        yield Hjuldag(k["dato"], tittel, reverse("oppfoelging:kontakt", args=[k["noekkel"]]))


HJUL = Hjulkilde("besoek", gettext_lazy("Besøk i kommunene"), _spoer_besoek, _besoek, 20)


# --- The yearly report ---


def _tabeller(aar: int) -> Sequence[Rapporttabell]:
    return (_etter_slag(aar), _etter_tema(aar), _svartider(aar))


def _i_aaret(aar: int) -> tuple[date, date]:
    return date(aar, 1, 1), date(aar, 12, 31)


def _etter_slag(aar: int) -> Rapporttabell:
    rader = Kontaktkommune.objects.filter(
        kontakt__tilstand=Kontakttilstand.GJENNOMFOERT, kontakt__dato__range=_i_aaret(aar)
    ).values_list("kontakt__slag", "kontakt_id", "kommune_id")
    kontakt: dict[str, set[int]] = {}
    kommuner: dict[str, set[int]] = {}
    for slag, kontakt_id, kommune_id in rader:
        kontakt.setdefault(slag, set()).add(kontakt_id)
        kommuner.setdefault(slag, set()).add(kommune_id)
    return Rapporttabell(
        tittel=_("Kontakt med kommunene"),
        kolonner=(_("Type kontakt"), _("Antall"), _("Kommuner")),
        rader=tuple((str(s.label), len(kontakt.get(s, ())), len(kommuner.get(s, ()))) for s in Kontaktslag),
        kilde=_("Kontaktloggen. Dialogmøter som er kalt inn under «Møter», er ikke med."),
        diagram=True,
    )


def _etter_tema(aar: int) -> Rapporttabell:
    fra, til = _i_aaret(aar)
    spurt = Counter(
        Forespoersel.objects.filter(mottatt__range=(fra, til))
        .exclude(tilstand=Forespoerseltilstand.TRUKKET)
        .values_list("tema", flat=True)
    )
    snakket = Counter(
        Kontakt.objects.filter(tilstand=Kontakttilstand.GJENNOMFOERT, dato__range=(fra, til)).values_list(
            "tema", flat=True
        )
    )
    return Rapporttabell(
        tittel=_("Hva kommunene spør om og snakker med oss om"),
        kolonner=(_("Tema"), _("Forespørsler om veiledning"), _("Kontakter")),
        rader=tuple((str(t.label), spurt[t.value], snakket[t.value]) for t in Tema),
        kilde=_("Forespørsler mottatt i året, uten dem som ble trukket, og kontaktloggen."),
        diagram=True,
    )


def _svartider(aar: int) -> Rapporttabell:
    svartid = svartiden(svarene(*_i_aaret(aar)))
    return Rapporttabell(
        tittel=_("Svartid på forespørsler om veiledning"),
        kolonner=(_("Hva"), _("Resultat")),
        rader=(
            (_("Besvart i året"), svartid.besvart),
            (_("Innen fristen"), svartid.i_tide),
            (_("Median"), median_i_ord(svartid) or "–"),
        ),
        kilde=_("Virkedager fra dagen etter at forespørselen kom. Målet på %(n)s virkedager er vårt eget.")
        % {"n": settings.VEILEDNING_VIRKEDAGER},
    )


KAPITTEL = Kapittel("oppfoelging", gettext_lazy("Oppfølging av kommunene"), _tabeller, 20)
