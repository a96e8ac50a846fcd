"""The application and the report on paper: PDF/UA, set as letters are. A copy is kept of what was sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from integrering.grunnmur import kroner, visning
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.trykk import sett
from tilskudd.soekt.models import Soeknad
from tilskudd.soekt.queries.bruk import Talltabell, metodene, per_post, talltabell
from tilskudd.soekt.queries.soeknader import budsjettsum, partnerne, postene, som_post, vilkaarene
from tilskudd.soekt.rules.budsjett import Post, Sum

Del = dict[str, Any]


@cache
def _oppsett() -> bytes:
    return files("tilskudd.soekt").joinpath("oppsett", "ark.typ").read_bytes()


def soeknad_pdf(soeknad: Soeknad, *, av: Aktoer, dag: date) -> bytes:
    """Return the application as it is now. Raises Regelbrudd: a sign the fonts do not have."""
    deler = [
        _del(_("Tiltaket"), [soeknad.tiltak]),
        _del(_("Formål"), [soeknad.formaal]),
        _del(_("Målgruppe"), [soeknad.maalgruppe]),
        _del(_("Samarbeidspartnere"), punkter=_partnere(soeknad)),
        _del(_("Vilkår"), punkter=_vilkaar(soeknad)),
        _del(_("Budsjett"), tabell=_budsjett(soeknad)),
    ]
    merker = [
        (_("Utlysning"), str(soeknad.utlysning)),
        (_("Periode"), visning.periode(soeknad.fra, soeknad.til) if soeknad.fra else "–"),
        (_("Deltakere"), str(soeknad.deltakere or "–")),
        (_("Søkt beløp"), kroner.formater(budsjettsum(postene(soeknad)).soekes)),
        (_("Dato"), visning.dato(dag)),
    ]
    tittel = _("Søknad om tilskudd: %(tiltak)s") % {"tiltak": soeknad.tittel}
    return _sett(tittel, merker, deler, av, dag)


def rapport_pdf(soeknad: Soeknad, *, av: Aktoer, dag: date) -> bytes:
    """Return the report as it is now; small counts are hidden. Raises Regelbrudd as above."""
    poster = per_post(soeknad)
    brukt = sum(p.brukt for p in poster)
    deler = [
        _del(_("Hva er gjort"), [soeknad.rapport_gjort]),
        _del(_("Resultater"), [soeknad.rapport_resultater]),
        *(_del(t.tittel, tabell=_som_tabell(t)) for t in talltabellene(soeknad)),
        _del(_("Erfaringer"), [soeknad.rapport_erfaringer]),
        _del(
            _("Metoder andre kan bruke"),
            punkter=[(m.tittel, m.beskrivelse) for m in metodene().filter(soeknad=soeknad)],
        ),
        _del(
            _("Bruk av tilskuddet"),
            tabell={
                "hode": [_("Post"), _("Satt av"), _("Brukt"), _("Igjen")],
                "rader": [
                    [
                        p.linje.post if p.linje else _("Utenfor budsjettet"),
                        *map(kroner.formater, (p.avsatt, p.brukt, p.igjen)),
                    ]
                    for p in poster
                ],
            },
        ),
    ]
    merker = [
        (_("Utlysning"), str(soeknad.utlysning)),
        (_("Innvilget"), kroner.formater(soeknad.innvilget or 0)),
        (_("Brukt"), kroner.formater(brukt)),
        (_("Igjen"), kroner.formater((soeknad.innvilget or 0) - brukt)),
        (_("Dato"), visning.dato(dag)),
    ]
    tittel = _("Rapport om tilskudd: %(tiltak)s") % {"tiltak": soeknad.tittel}
    return _sett(tittel, merker, deler, av, dag)


def talltabellene(soeknad: Soeknad) -> list[Talltabell]:
    """Return the counts of participants and of those who completed, small numbers hidden."""
    alle = (
        talltabell(soeknad, "deltakere", _("Deltakere etter nivå og kjønn")),
        talltabell(soeknad, "fullfoert", _("Fullført etter nivå og kjønn")),
    )
    return [t for t in alle if t is not None]


def _sett(
    tittel: str, merker: Sequence[tuple[str, str]], deler: Sequence[Del], av: Aktoer, dag: date
) -> bytes:
    inndata = {
        "spraak": get_language() or "nb",
        "tittel": tittel,
        "avsender": av.virksomhet_navn,
        "merker": [list(m) for m in merker],
        "ord": {"side": _("Side"), "av": _("av")},
        "deler": list(deler),
    }
    return sett(_oppsett(), {"ark": json.dumps(inndata, ensure_ascii=False, sort_keys=True)}, dag)


def _del(
    tittel: str,
    avsnitt: Sequence[str] = (),
    *,
    punkter: Sequence[tuple[str, str]] = (),
    tabell: dict[str, Any] | None = None,
) -> Del:
    skrevet = [linje for tekst in avsnitt for linje in tekst.splitlines() if linje.strip()]
    tomt = not (skrevet or punkter or (tabell and tabell["rader"]))
    return {
        "tittel": tittel,
        "avsnitt": [_("Ikke ført.")] if tomt else skrevet,
        "punkter": [list(p) for p in punkter],
        "tabell": tabell if tabell and tabell["rader"] else None,
    }


def _partnere(soeknad: Soeknad) -> list[tuple[str, str]]:
    ut = []
    for p in partnerne(soeknad):
        avtale = (
            _("intensjonsavtale undertegnet %(dag)s") % {"dag": visning.dato(p.avtalt)}
            if p.avtalt
            else _("ingen intensjonsavtale ennå")
        )
        ut.append((p.navn, ", ".join(filter(None, [str(p.get_slag_display()), p.rolle, avtale]))))
    return ut


def _vilkaar(soeknad: Soeknad) -> list[tuple[str, str]]:
    return [
        (v.vilkaar.tekst, v.svar.dokumentasjon if v.svar and v.svar.oppfylt else _("Ikke oppfylt"))
        for v in vilkaarene(soeknad)
    ]


def _budsjett(soeknad: Soeknad) -> dict[str, Any]:
    poster = postene(soeknad)
    linjer: list[tuple[str, Post | Sum]] = [(p.post, som_post(p)) for p in poster]
    if linjer:
        linjer.append((_("Sum"), budsjettsum(poster)))
    return {
        "hode": [_("Post"), _("Ordinær"), _("Faktisk"), _("Merkostnad"), _("Egenandel"), _("Søkes")],
        "rader": [
            [navn, *map(kroner.tall, (p.ordinaer, p.faktisk, p.merkostnad, p.egenandel, p.soekes))]
            for navn, p in linjer
        ],
    }


def _som_tabell(t: Talltabell) -> dict[str, Any]:
    return {"hode": [_("Nivå"), *t.kolonner], "rader": [[navn, *celler] for navn, celler in t.rader]}
