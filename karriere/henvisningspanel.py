"""The referral on the page of the case: what is told, what is missing, and who does what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst

from integrering.grunnmur import visning
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from integrering.utveksling.vedlegg.baerere import Baerer
from integrering.utveksling.vedlegg.models import Vedlegg
from karriere.forberedelse import kartleggingen_raa, linjene
from karriere.models import Henvisning, Henvisningsvedlegg, Sak
from karriere.models.henvisning import TEKSTFELT
from karriere.roller import KOMMUNEN, LESER_NOTAT, VEILEDER
from karriere.rules.henvisning import mangler
from karriere.sakspaneler import Sakspanel
from karriere.spraak import spraaknavn
from karriere.views.felles import adresse


def som_mangler(henvisning: Henvisning | None) -> tuple[str, ...]:
    """Return the parts a referral does not tell (one query when there is a referral)."""
    if henvisning is None:
        return mangler({}, har_fil=False)
    tekster = {felt: getattr(henvisning, felt) for felt in TEKSTFELT}
    return mangler(tekster, har_fil=henvisning.vedlegg.exists())


def navn_paa(deler: Iterable[str]) -> list[str]:
    """Return what the parts are called."""
    return [str(Henvisning._meta.get_field(del_).verbose_name) for del_ in deler]  # type: ignore[union-attr]


def forslag(person: Person) -> dict[str, Any]:
    """Return what the form begins with: what is registered about the person (forskriften § 47)."""
    r = kartleggingen_raa(person)
    kompetanse, kartlagt = r.siste("kompetanse"), r.siste("kompetansekartlegging")
    tekst = {
        felt: "\n".join(linjene(r, slug))
        for felt, slug in (("spraak", "spraakferdighet"), ("utdanning", "utdanningsbakgrunn"))
    }
    start: dict[str, Any] = tekst | {"kartlagt": kartlagt.start if kartlagt else None}
    if kompetanse is not None:
        start |= {felt: kompetanse.verdier[felt] for felt in ("morsmaal", "tolkespraak")}
    return start


def _panel(request: HttpRequest, sak: Sak) -> dict[str, Any]:
    av = aktoer_i(request)
    rad = Henvisning.objects.select_related("sendt_av", "kommune").filter(sak=sak).first()
    filer = list(_filene(rad)) if rad else []
    tekster = {felt: getattr(rad, felt) for felt in TEKSTFELT} if rad else {}
    return {
        "sak": sak,
        "henvisning": rad,
        "linjer": _linjer(rad) if rad else [],
        "filer": filer,
        "mangler": [capfirst(navn) for navn in navn_paa(mangler(tekster, har_fil=bool(filer)))],
        "kan_skrive": av.har(*KOMMUNEN) and sak.gjennomfoert is None,
        "kan_spoerre": av.har(*VEILEDER) and sak.gjennomfoert is None and sak.person.kommune_id is not None,
        "i_dag": timezone.localdate(),
    }


def _filene(rad: Henvisning) -> Any:
    return rad.vedlegg.select_related("vedlegg").prefetch_related("vedlegg__versjoner").order_by("pk")


def _linjer(rad: Henvisning) -> list[tuple[str, str]]:
    """Return what is told, label and value, without what is empty."""
    verdier = {"kartlagt": visning.dato(rad.kartlagt) if rad.kartlagt else ""}
    verdier |= {felt: spraaknavn(getattr(rad, felt)) for felt in ("morsmaal", "tolkespraak")}
    verdier |= {felt: getattr(rad, felt) for felt in TEKSTFELT}
    return [(capfirst(navn_paa([felt])[0]), verdi) for felt, verdi in verdier.items() if verdi]


def baereren(vedlegg: Vedlegg, av: Aktoer) -> Baerer | None:
    """Return the referral a file hangs on, for those who read referrals."""
    if not av.har(*LESER_NOTAT):
        return None
    lenke = Henvisningsvedlegg.objects.select_related("henvisning__sak").filter(vedlegg=vedlegg).first()
    if lenke is None:
        return None
    sak = lenke.henvisning.sak
    return Baerer(str(Henvisning._meta.verbose_name), adresse(sak), sak.gjennomfoert is None)


PANEL = Sakspanel("henvisning", "karriere/_henvisningspanel.html", _panel, 20, frozenset(LESER_NOTAT))
