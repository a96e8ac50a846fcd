"""Registrations in the demo: a handful of participants with programme, plan, goals, hours and tests."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from integrering.nir import actions
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle

ANTALL = 12
_Fakta = list[tuple[str, dict[str, Any]]]


def lag(i_dag: date) -> None:
    """Register for the first participants of two municipalities, as their users. Nothing without them."""
    for navn in ("trondheim", "skaun"):
        av = aktoer_med_rolle(navn, Rolle.KOMMUNE_FLYKTNINGTJENESTE)
        if av is not None:
            with kontekst(kontekst_for(av)):
                _for_kommunen(av, i_dag)


def _for_kommunen(av: Aktoer, i_dag: date) -> None:
    personer = Person.objects.filter(
        kommune_id=av.virksomhet_id, skjermet=False, foerste_bosted__isnull=False
    ).order_by("sortering", "pk")
    for nr, person in enumerate(personer[:ANTALL]):
        for slug, verdier in _fakta(nr, person, i_dag):
            actions.registrer(slag=FAKTATYPER[slug], person=person, verdier=verdier, av=av)


def _fakta(nr: int, person: Person, i_dag: date) -> _Fakta:
    """Return what is registered about participant `nr`: the later in the list, the less."""
    bosatt = person.foerste_bosted or i_dag
    start = min(bosatt + timedelta(days=60), i_dag - timedelta(days=14))
    alt: _Fakta = [
        ("bosetting", {"bosatt": bosatt, "etter_avtale": True, "ankomst": None, "i_arbeid": False}),
        ("kompetansekartlegging", {"gjennomfoert": start, "tolk": "kvalifisert"}),
        ("familieforhold", {"opplyst": start, "barn_under_18": nr % 2 == 0, "familieinnvandring": False}),
        ("utdanningsbakgrunn", _utdanning(nr, start)),
        ("vedtak-introduksjonsprogram", {"vedtaksdato": start, "startdato": start + timedelta(days=7)}),
        ("sluttmaal", {"maal": "hoeyere_utdanning" if nr % 3 == 0 else "vgo", "fra": start}),
        ("norskmaal", _norskmaal(start)),
        ("integreringsplan", _plan(start, i_dag)),
        ("integreringskontrakt", {"dato": start, "deltaker_signerte": True, "kommune_signerte": True}),
        ("tiltak", _tiltak("norsk", start, Decimal(20))),
        ("tiltak", _tiltak("praksis", start + timedelta(days=7), Decimal("7.5"))),
        ("livsmestring", _livsmestring(i_dag)),
        ("proeve", _proeve(i_dag)),
    ]
    return alt[: len(alt) - nr // 2]


def _utdanning(nr: int, dag: date) -> dict[str, Any]:
    har = nr % 3 == 0
    nivaa = "hoeyere" if har else "grunnskole"
    return {"nivaa": nivaa, "vgs_nivaa": har, "aar_skolegang": 15 if har else 9, "dato": dag}


def _norskmaal(dag: date) -> dict[str, Any]:
    return dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "b1") | {
        "slag": "nivaa", "fra": dag, "endring": "",
    }  # fmt: skip


def _plan(dag: date, i_dag: date) -> dict[str, Any]:
    return {
        "dato": dag, "vedtaksdato": dag, "utloest_av": "oppstart", "tolk": "kvalifisert",
        "innhold": ["sluttmaal", "norskmaal", "omfang", "varighet", "elementer", "klagemuligheter"],
        "neste_vurdering": i_dag + timedelta(days=60),
    }  # fmt: skip


def _tiltak(kode: str, fra: date, timer: Decimal) -> dict[str, Any]:
    return {"tiltak": kode, "fra": fra, "til": None, "timer_per_uke": timer}


def _livsmestring(i_dag: date) -> dict[str, Any]:
    dag = i_dag - timedelta(days=5)
    return {"gjennomfoert": dag, "timer_migrasjon": Decimal(10), "timer_karriere": Decimal(15)}


def _proeve(i_dag: date) -> dict[str, Any]:
    return {
        "proeve": "norskproeve", "dato": i_dag - timedelta(days=10), "lytte": "a2", "lese": "a2",
        "skriftlig": "a1", "muntlig": "b1", "resultat": "", "spraak": "",
    }  # fmt: skip
