"""The queue of the career guidance: 5 000 who wait, and as many who are done, among 100 000 persons.

More than a county has: Trøndelag's municipalities were asked to settle 3 790 in 2022 (IMDi), and each waits
three months. Of those who wait a tenth is on hold, a fifth has a session, the rest is spread over deadlines
passed and to come. Eight centres have between them all municipalities.
"""

from __future__ import annotations

from django.db import connection
from django.urls import reverse

from benchmarks import befolkning
from benchmarks.maaling import GRENSE_LES, lag_klient, les, p95, spoerringer
from benchmarks.rapport import Rapport
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from karriere.models import Sak
from karriere.queries.koe import FANER

PERSONER, VENTER, SENTRE = 100_000, 5_000, 8
# A case is opened: all its sections. The figures count every case, and are read a few times a year.
GRENSE_SAK, GRENSE_TALL, RUNDER_TALL = 0.200, 1.5, 5
MEST_KOE, MEST_SAK, MEST_TALL = 10, 14, 25
_TALL = "/rapporter/karriereveiledning/?etter=kvartal&bosatt=&kommune="
_SENTRE = """
INSERT INTO karriere_senter (versjon, endret, endret_av_id, noekkel, innsending, navn, sted, samtaler_per_uke,
    aktiv)
SELECT 1, now(), %s, gen_random_uuid(), gen_random_uuid(), 'Målesenter ' || n, '', 40, true
FROM generate_series(1, %s) n"""
_KOMMUNER = """
INSERT INTO karriere_senterkommune (senter_id, kommune_id)
SELECT s.id, k.id
FROM (SELECT id, row_number() OVER (ORDER BY nummer) AS nr FROM tilgang_virksomhet
      WHERE type = 'kommune' AND nummer LIKE '50%%') k
JOIN (SELECT id, row_number() OVER (ORDER BY id) AS nr FROM karriere_senter WHERE navn LIKE 'Målesenter%%') s
    ON s.nr = 1 + k.nr %% %s"""
_VEILEDERE = """
INSERT INTO karriere_senterveileder (senter_id, bruker_id, fra, lagt_til_av_id)
SELECT min(id), %s, date '2020-01-01', %s FROM karriere_senter WHERE navn LIKE 'Målesenter%%'"""
# Every tenth person; every other of them waits. `h` spreads deadlines from 60 days passed to 120 to come.
_SAKER = """
INSERT INTO karriere_sak (versjon, endret, noekkel, person_id, maalgruppe, rett, bosatt, frist, kartlagt,
    tolkespraak, gjennomfoert, regnet, senter_id, senter_valgt, veileder_id, neste_samtale, paa_vent_til,
    paa_vent_grunn, har_anbefaling)
SELECT 1, now(), gen_random_uuid(), p.id, true, (ARRAY['rett_og_plikt', 'rett'])[1 + (h %% 3 = 0)::int],
    current_date + h %% 180 - 150, current_date + h %% 180 - 60,
    CASE WHEN h %% 4 > 0 THEN current_date - 20 END, (ARRAY['ara', 'ukr', 'tir', 'som'])[1 + h %% 4],
    CASE WHEN nr %% 2 = 0 THEN current_date + h %% 180 - 150 + h %% 110 END, current_date, k.senter_id, false,
    CASE WHEN h %% 5 = 0 THEN %(veileder)s END,
    CASE WHEN h %% 10 IN (1, 2) THEN now() + make_interval(days => 1 + h %% 28) END,
    CASE WHEN h %% 10 = 3 THEN current_date + 14 END,
    CASE WHEN h %% 10 = 3 THEN 'venter_tolk' ELSE '' END, false
FROM (SELECT id, kommune_id, row_number() OVER (ORDER BY id) AS nr, abs(hashint4(id::int)) AS h
      FROM nir_person ORDER BY id LIMIT %(antall)s) p
JOIN karriere_senterkommune k USING (kommune_id)"""


def kjoer(rapport: Rapport) -> None:
    """Measure as counsellor, case worker and municipality."""
    rapport.overskrift(f"Career guidance, {VENTER:,} waiting among {PERSONER:,} persons")
    fylket = befolkning.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    veileder = befolkning.lag_aktoer(Rolle.KARRIEREVEILEDER)
    befolkning.toem()
    befolkning.lag_befolkning(PERSONER, fylket)
    befolkning.fyll_buffere()
    _lag_koen(fylket, veileder)
    kommunen = befolkning.lag_kommuneaktoer()
    for hvem, av in (("counsellor", veileder), ("case worker", fylket), ("municipality", kommunen)):
        klient = lag_klient(av)
        for sti in _koene(av):
            _maal(rapport, klient, f"{hvem} reads {sti}", sti, GRENSE_LES, MEST_KOE)
        sak = reverse("karriere:sak", args=[_en_sak(av).noekkel])
        _maal(rapport, klient, f"{hvem} reads a case", sak, GRENSE_SAK, MEST_SAK)
    _maal(rapport, lag_klient(fylket), "case worker reads the figures", _TALL, GRENSE_TALL, MEST_TALL)
    befolkning.toem()
    _fjern_sentrene()


def _koene(av: Aktoer) -> list[str]:
    """Return the tabs, a filter, an order by name and those who are done: addresses with only choices."""
    koe = reverse("karriere:koe")
    ut = [koe, *(f"{koe}?fane={fane}" for fane in FANER)]
    ut += [f"{koe}?fane=alle&kartlegging=mangler&spraak=ara", f"{koe}?fane=alle&sorter=navn"]
    ut.append(f"{koe}?utfall=gjennomfoert")
    return [*ut, f"{koe}?senter=alle&fane=alle"] if av.rolle is Rolle.KARRIEREVEILEDER else ut


def _maal(rapport: Rapport, klient: object, hva: str, sti: str, grense: float, mest: int) -> None:
    """Measure a page against a time and a number of queries."""
    runder = (RUNDER_TALL,) if sti == _TALL else ()
    tid, antall = p95(lambda: les(klient, sti), *runder), spoerringer(klient, sti)
    rapport.forhold(
        f"{hva}, p95 seconds", tid, krav=f"< {grense}, ≤ {mest} queries",
        holder=tid < grense and antall <= mest, tider=f"{antall} queries",
    )  # fmt: skip


def _lag_koen(av: Aktoer, veileder: Aktoer) -> None:
    """Make the centres, their counsellor, and the cases."""
    with kontekst(kontekst_for(av)), connection.cursor() as peker:
        peker.execute(_SENTRE, [av.bruker_id, SENTRE])
        peker.execute(_KOMMUNER, [SENTRE])
        peker.execute(_VEILEDERE, [veileder.bruker_id, av.bruker_id])
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute(_SAKER, {"veileder": veileder.bruker_id, "antall": 2 * VENTER})
    befolkning.analyser()


def _en_sak(av: Aktoer) -> Sak:
    """Return a case the reader may open."""
    with kontekst(kontekst_for(av)):
        return Sak.objects.filter(gjennomfoert=None).earliest("frist", "pk")


def _fjern_sentrene() -> None:
    """Leave no centre to the other measurements (as owner: nobody else may)."""
    with befolkning.uten_vakter() as peker:
        peker.execute("DELETE FROM karriere_senterkommune")
        peker.execute("DELETE FROM karriere_senterveileder")
        peker.execute("DELETE FROM karriere_senter")
