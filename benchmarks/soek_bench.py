"""The search as people use it, below row-level security: the county, and a municipality with a third of all.

What is timed is the whole of what a page asks for: every source the reader has, in a context of its own.
"""

from __future__ import annotations

import time
from statistics import quantiles

from django.db import connections

from benchmarks import befolkning
from benchmarks.rapport import Rapport
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from integrering.tilgang.soek import soek_overalt

ANTALL = (10_000, 100_000)
GANGER, GRENSE, GRENSE_VEKST = 40, 0.100, 12.0
# three first names in ten begin with «a»; the last name is rare, and one is unique
_FYLL = """
    INSERT INTO nir_person (noekkel, duf, kommune_id, fornavn, etternavn, foedselsdato, skjermet, opprettet)
    SELECT gen_random_uuid(), lpad((209900000000 + i * 97)::text, 12, '0'),
           k.nr[CASE WHEN i %% 3 = 0 THEN 1 ELSE 1 + i %% cardinality(k.nr) END],
           f.navn[1 + abs(hashint4(i)) %% cardinality(f.navn)],
           CASE WHEN i = 4711 THEN 'Sjeldenby'
                ELSE e.navn[1 + abs(hashint4(i + 9)) %% cardinality(e.navn)] || 'sen' || i %% 700 END,
           '1960-01-01'::date + abs(hashint4(i + 3)) %% 14000, i %% 200 = 0, now()
    FROM generate_series(1, %(antall)s) i,
         (SELECT array_agg(id ORDER BY nummer) AS nr FROM tilgang_virksomhet
          WHERE type = 'kommune' AND nummer LIKE '50%%') k,
         (SELECT ARRAY['Ahmad', 'Ali', 'Amina', 'Mohamed', 'Fatima', 'Yusuf', 'Hodan', 'Tesfay', 'Olena',
                       'Ivan'] AS navn) f,
         (SELECT ARRAY['Abdi', 'Ås', 'Haile', 'Kova', 'Nas', 'Øst', 'Sal', 'Ber', 'Ta', 'Zah', 'Mus', 'Dah',
                       'Gul', 'Jama', 'Lem', 'Rah', 'Ves', 'Won', 'Quar', 'Pet'] AS navn) e;
    INSERT INTO nir_soekeord (ord, person_id)
    SELECT DISTINCT o.ord, p.id
    FROM nir_person p, unnest(nir_ord(p.fornavn || ' ' || p.etternavn)) AS o (ord);
"""
SPOERSMAAL = {
    "a rare name": "sjeldenby",
    "the commonest beginning, «a»": "a",
    "two parts": "ali hail",
    "two common parts": "a a",
    "a DUF number": "2099 004571 01",
    "the beginning of a DUF number": "2099",
    "a birth date": "15.06.1985",
    "nothing found": "finnesikke",
    "a kommune": "steinkjer",
}


def kjoer(skriv: Rapport) -> None:
    """Measure as county and municipality, at 10 000 and 100 000 persons."""
    skriv.overskrift("Search, 100 000 persons, below row-level security")
    tider: dict[int, dict[tuple[str, str], float]] = {}
    for antall in ANTALL:
        befolkning.toem()
        with connections["eier"].cursor() as peker:
            peker.execute(_FYLL, {"antall": antall})
            peker.execute("VACUUM ANALYZE nir_person, nir_soekeord")
        tider[antall] = {(hvem, navn): _p95(av, t) for hvem, av in _hvem() for navn, t in SPOERSMAAL.items()}
    liten, stor = ANTALL
    for (hvem, navn), sekunder in tider[stor].items():
        skriv.forhold(
            f"{hvem}: {navn}, p95 in ms", sekunder * 1000, krav="< 100 ms", holder=sekunder < GRENSE,
            tider=f"{tider[liten][hvem, navn] * 1000:.1f} ms at {liten:,} persons".replace(",", " "),
        )  # fmt: skip
    vekst = max(tider[stor][k] / tider[liten][k] for k in tider[stor])
    skriv.forhold(
        "10 × persons, the question that grows most", vekst, krav="≤ 12 × time", holder=vekst <= GRENSE_VEKST
    )
    befolkning.toem()


def _p95(av: Aktoer, tekst: str) -> float:
    """Return the 95th percentile in seconds of a search, connection and statistics warm."""
    tider = []
    for _ in range(GANGER):
        start = time.perf_counter()
        with kontekst(kontekst_for(av)):
            soek_overalt(tekst, av)
        tider.append(time.perf_counter() - start)
    return quantiles(tider, n=20)[-1]


def _hvem() -> list[tuple[str, Aktoer]]:
    return [
        ("County", befolkning.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)),
        ("Municipality", befolkning.lag_kommuneaktoer()),
    ]
