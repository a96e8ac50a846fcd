"""K6: capacity: what the centres can take, what is booked, what falls due, and how long people wait."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from integrering.grunnmur import visning
from integrering.lister import Kolonne, Slag
from integrering.lister.filer import ny_skriver
from integrering.lister.models import Filformat
from integrering.rapporter.diagram import tegn
from integrering.rapporter.tall import Serie, Tall
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.brev.views.felles import fil
from karriere.queries.kapasitet import Senterbilde, sentrenes_kapasitet, ventetider
from karriere.roller import FYLKET
from karriere.rules.kapasitet import Kapasitetsuke, samlet
from karriere.views.felles import sti_til


@krever(*FYLKET)
@require_safe
def kapasitet(request: HttpRequest) -> HttpResponse:
    """The next weeks, and the waiting times of the last half year."""
    i_dag = timezone.localdate()
    sentre = sentrenes_kapasitet(i_dag)
    alle = samlet([s.uker for s in sentre]) if sentre else []
    per_senter, per_kommune, hele = ventetider(i_dag)
    innhold = {
        "sti": sti_til(),
        "sentre": sentre,
        "alle": alle,
        "diagram": tegn([_serie(uke) for uke in alle], aapen=True) if alle else None,
        "ventetid": hele,
        "per_senter": per_senter,
        "per_kommune": per_kommune,
    }
    return render(request, "karriere/kapasitet.html", innhold)


def _serie(uke: Kapasitetsuke) -> Serie:
    """A bar: what is booked, and what is free."""
    deler = ((_("Avtalt"), Tall(uke.avtalt)), (_("Ledig"), Tall(uke.ledig)))
    navn = _("Uke %(nr)s") % {"nr": uke.mandag.isocalendar().week}
    return Serie(navn, deler, Tall(uke.avtalt + uke.ledig))


@krever(*FYLKET)
@require_safe
def kapasitet_fil(request: HttpRequest, format_: str) -> HttpResponse:
    """The weeks of each centre as XLSX or CSV."""
    if format_ not in Filformat.values:
        raise Http404
    av, naa = aktoer_i(request), timezone.now()
    # counts of weeks: no personal data, so it is not written in the log of exports
    skriver = ny_skriver(Filformat(format_), "kapasitet", _("Kapasitet ved karrieresentrene"), _kolonner())
    skriver.skriv(_rader(sentrenes_kapasitet(timezone.localdate(naa))))
    ferdig = skriver.avslutt(
        [
            (_("Hentet"), visning.tidspunkt(naa)),
            (_("Hentet av"), av.navn),
            (_("Virksomhet"), av.virksomhet_navn),
        ]
    )
    with ferdig.innhold as innhold:  # some dozens of rows
        return fil(innhold.read(), ferdig.navn, ferdig.innholdstype, last_ned=True)


def _rader(sentre: list[Senterbilde]) -> list[dict[str, Any]]:
    return [{"senter": bilde.senter.navn, "uke": uke} for bilde in sentre for uke in bilde.uker]


def _kolonner() -> list[Kolonne]:
    tall = {
        "kapasitet": _("Kapasitet"),
        "avtalt": _("Avtalt"),
        "ledig": _("Ledig"),
        "forfaller": _("Forfaller"),
        "mangler": _("Mangler plass"),
    }
    return [
        Kolonne("senter", _("Karrieresenter"), verdi=lambda rad: rad["senter"]),
        Kolonne("mandag", _("Uken som begynner"), verdi=lambda rad: rad["uke"].mandag, slag=Slag.DATO),
        *(Kolonne(navn, tittel, verdi=_tallet(navn), slag=Slag.TALL) for navn, tittel in tall.items()),
    ]


def _tallet(navn: str) -> Any:
    return lambda rad: getattr(rad["uke"], navn)
