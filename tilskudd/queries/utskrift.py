"""A run, and a person's explanation, as plain data: what the commands print."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.utils import timezone

from integrering.grunnmur.kvartal import OSLO
from integrering.nir.models import Person
from integrering.tilgang.models import Virksomhet
from tilskudd.models import Kjoering, Linje
from tilskudd.queries import linjeside, personside
from tilskudd.queries.fakta import versjoner_for
from tilskudd.rules.hvorfor import Kode, Vilkaar
from tilskudd.tekster import HJEMLER, HVEM, SPOERSMAAL, forklaring

MANGLER: dict[Kode, str] = {
    Kode.VEDTAK: "mangler vedtak",
    Kode.VGO: "mangler periode",
    Kode.SLUTTDATO: "mangler sluttdato",
    Kode.LANDGRUPPE: "mangler landgruppe",
    Kode.SATS: "mangler sats",
    Kode.BOSATT: "mangler bosted",
}


def kjoering(kjoering: Kjoering) -> dict[str, Any]:
    """Return a run: its lines in order, the totals of the recipients, and what lacks a rate.

    What protected persons stand for, and the reader may not see, is one line per recipient: «skjermet».
    """
    return {
        "kjoering": str(kjoering.kvartal),
        "skjaeringstidspunkt": kjoering.skjaeringstidspunkt.astimezone(OSLO).isoformat(),
        "linjer": _linjer(kjoering),
        "mottakere": [
            {
                "mottaker": rad.mottaker.kode,
                "linjer_sum": rad.linjer_sum,
                "overfoert_inn": rad.overfoert_inn,
                "utbetales": rad.utbetales,
                "overfoert_ut": rad.overfoert_ut,
            }
            for rad in sorted(kjoering.mottakere.select_related("mottaker"), key=lambda r: r.mottaker.kode)
        ],
        "mangler_sats": _mangler(kjoering),
    }


def _linjer(kjoering: Kjoering) -> list[dict[str, Any]]:
    rest: dict[int, int] = dict(kjoering.mottakere.values_list("mottaker", "linjer_sum"))
    koder = {v.pk: v.kode for v in Virksomhet.objects.filter(pk__in=rest)}
    linjer = []
    for linje in kjoering.linjer.select_related("person").iterator(chunk_size=5000):
        rest[linje.mottaker_id] -= linje.beloep
        linjer.append({"duf": linje.person.duf, **_linje(linje, koder[linje.mottaker_id])})
    linjer.sort(key=lambda li: (li["duf"], li["ordning"], li["kvartal"], li["mottaker"]))
    return linjer + [_skjermet(koder[m], beloep) for m, beloep in rest.items() if beloep]


def _linje(linje: Linje, mottaker: str) -> dict[str, Any]:
    return {
        "ordning": linje.ordning,
        "aar_nr": linje.aar_nr,
        "mottaker": mottaker,
        "kvartal": str(linje.kvartal),
        "dager": linje.dager,
        "beloep": linje.beloep,
        "type": linje.type,
    }


def _skjermet(mottaker: str, beloep: int) -> dict[str, Any]:
    tomt = dict.fromkeys(("duf", "ordning", "aar_nr", "kvartal", "dager"))
    return {**tomt, "mottaker": mottaker, "beloep": beloep, "type": "skjermet"}


def _mangler(kjoering: Kjoering) -> list[dict[str, Any]]:
    rader = kjoering.mangler.select_related("person").order_by("person__duf", "ordning", "aar_nr")
    return [
        {
            "duf": rad.person.duf,
            "ordning": rad.ordning,
            "aar_nr": rad.aar_nr,
            "landgruppe": rad.landgruppe,
            "budsjettaar": rad.budsjettaar,
            "grunn": rad.grunn,
            "dager": rad.dager,
            "anslag": rad.anslag,
        }
        for rad in rader
    ]


def person(person: Person) -> dict[str, Any]:
    """Return why there is a grant for a person, or why not; and all that has been posted."""
    versjoner = versjoner_for(person.pk)
    svar = personside.hvorfor(versjoner, naa=timezone.now(), i_dag=timezone.localdate())
    tidligst = [str(p.tidligst) for p in svar.par if p.tidligst]
    return {
        "duf": person.duf,
        "fylket_faar": svar.fylket_faar,
        "mangler": [MANGLER[v.kode] for v in svar.vilkaar if not v.oppfylt and v.kode in MANGLER],
        "tidligste_utbetaling": min(tidligst, default=None),
        "hvis_registrert_i_dag": str(svar.hvis_i_dag),
        "vilkaar": [_vilkaar(v) for v in svar.vilkaar],
        "perioder": [
            {
                "fra": str(p.periode.fra),
                "til": str(p.periode.til) if p.periode.til else None,
                "vedtak_registrert": _tid(p.vedtak_registrert),
                "periode_registrert": _tid(p.periode_registrert),
                "tidligste_utbetaling": str(p.tidligst) if p.tidligst else None,
            }
            for p in svar.par
        ],
        "opptjent": _opptjent(svar),
        "linjer": [
            {"kjoering": str(linje.kjoering.kvartal), **_linje(linje, linje.mottaker.kode)}
            for linje in linjeside.linjer_for_person(person.pk)
        ],
    }


def _vilkaar(v: Vilkaar) -> dict[str, Any]:
    return {
        "vilkaar": v.kode.value,
        "oppfylt": v.oppfylt,
        "spoersmaal": str(SPOERSMAAL[v.kode]),
        "forklaring": forklaring(v),
        "hjemmel": str(HJEMLER[v.kode]),
        "hvem": str(HVEM[v.hvem]),
        "fakta": [f.registrering for f in v.fakta],
    }


def _opptjent(svar: personside.Hvorfor) -> list[dict[str, Any]]:
    summer: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for aar in svar.aar:
        for andel in aar.andeler:
            summer[aar.aar.kode, andel.mottaker.kode][0] += andel.dager
            summer[aar.aar.kode, andel.mottaker.kode][1] += andel.beloep
    return [
        {"ordning": kode, "mottaker": mottaker, "dager": dager, "beloep": beloep}
        for (kode, mottaker), (dager, beloep) in summer.items()
    ]


def _tid(instant: datetime | None) -> str | None:
    return instant.astimezone(OSLO).isoformat() if instant else None
