"""Tests in Norwegian: results by part and level, one school year at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.kodelister import alle_kodevalg
from integrering.nir.faktatyper.opplaering import PROEVE
from integrering.rapporter.queries.proever import DELPROEVER, NIVAAER, per_nivaa
from integrering.rapporter.rapportene.felles import (
    ANDRE,
    Kommunefilter,
    Rapportslag,
    faste_definisjoner,
    kommunerader,
    lenke_til,
    valgt_kommune,
)
from integrering.rapporter.rules.skoleaar import skoleaar, skoleaarets_dager, skoleaarets_navn
from integrering.rapporter.tall import Kryss, Rad, Rapport, Talltabell
from integrering.tilgang.aktoer import Aktoer

AAR_TILBAKE = 6


def skoleaarsvalg() -> list[tuple[str, str]]:
    """Return this school year and those before it, as choices."""
    dette = skoleaar(timezone.localdate())
    return [(str(aar), skoleaarets_navn(aar)) for aar in range(dette, dette - AAR_TILBAKE, -1)]


def delproevenavn() -> dict[str, str]:
    """Return the parts, by column."""
    return {navn: capfirst(str(PROEVE.felt(navn).verbose_name)) for navn in DELPROEVER}


class Proevefilter(Kommunefilter):
    """A school year and a municipality."""

    skoleaar = forms.ChoiceField(label=gettext_lazy("Skoleår"), choices=skoleaarsvalg)
    field_order = ("skoleaar", "kommune")


def lag(av: Aktoer, valg: Mapping[str, Any], grense: int) -> Rapport:
    """Return the report of a school year (default: this one)."""
    aar = int(valg.get("skoleaar") or skoleaar(timezone.localdate()))
    kommuner = kommunerader(av)
    nummer, sted = valgt_kommune(valg, kommuner)
    navn = dict(alle_kodevalg("proeveresultat"))
    nivaaer = {kode: navn.get(kode, kode) for kode in NIVAAER}
    fra, til = skoleaarets_dager(aar)
    tall: Counter[tuple[str, str, str]] = Counter()
    for (kommune, _aar, delproeve, nivaa), n in per_nivaa(fra=fra, til=til).items():
        tall[delproeve, kommune if kommune in kommuner else ANDRE, nivaa] += n
    rader, serier = [], []
    for delproeve, tittel in delproevenavn().items():

        def lenke(kommune: str, nivaa: str, delproeve: str = delproeve) -> str:
            return lenke_til(
                av, "norskproever", skoleaar=aar, delproeve=delproeve, nivaa=nivaa,
                kommune=kommune if av.er_fylke else "",
            )  # fmt: skip

        egne = {(kommune, nivaa): n for (del_, kommune, nivaa), n in tall.items() if del_ == delproeve}
        kryss = Kryss(kommuner, nivaaer, egne, grense, lenke)
        rader.append(Rad(tittel, kryss.celler(nummer)))
        serier.append(kryss.serie(nummer, tittel))
    tabell = Talltabell(
        _("Resultater i skoleåret %(aar)s, %(sted)s") % {"aar": skoleaarets_navn(aar), "sted": sted},
        _("Delprøve"), (*nivaaer.values(), _("I alt")), tuple(rader), tuple(serier),
    )  # fmt: skip
    return Rapport((tabell,), _definisjoner() + faste_definisjoner(grense))


def _definisjoner() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Resultat"),
            _(
                "Ett resultat på én delprøve av norskprøven. Tar en person prøven to ganger, telles "
                "begge. Nivåene er "
                "de i integreringsforskriften § 41."
            ),
        ),
        (_("Skoleår"), _("Prøvedatoer fra 1. august til 31. juli.")),
    )


NORSKPROEVER = Rapportslag(
    "norskproever",
    gettext_lazy("Norskprøver etter nivå"),
    gettext_lazy("Resultatene på hver delprøve, fordelt på nivå."),
    Proevefilter,
    lag,
)
