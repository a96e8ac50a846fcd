"""The pages of the training: 2 000 pupils in 80 classes, among 100 000 persons.

A county's size, with room: the most Trøndelag's municipalities were asked to settle in a year is 3 790 (2022,
IMDi), and more than half as many go to school at once here. Each has a goal, and a test of one part; the
municipalities have registered school for 10 000, past years too. The first class has hours in norsk for one
month.
"""

from __future__ import annotations

from django.db import connection
from django.urls import reverse

from benchmarks import befolkning
from benchmarks.maaling import lag_klient, les, p95, spoerringer
from benchmarks.rapport import Rapport
from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from opplaering.models import Skolegang, Skoleklasse

PERSONER, ELEVER, KLASSER = 100_000, 2_000, 80
# What is worked out for every pupil (progress, the reconciliation) may take longer than a list.
GRENSE_SIDE, GRENSE_ALLE, RUNDER = 0.300, 0.500, 10
# A participant's page has eleven panels, each with its own questions.
MEST_SPOERRINGER, MEST_DELTAKER = 25, 30
MAANED = "2025-10"
DELTAKER = "a participant"
_KLASSER = """
INSERT INTO opplaering_skoleklasse (versjon, endret, endret_av_id, noekkel, innsending, skole_id, navn, fra,
    til, kombinasjonsklasse, undervisning)
SELECT 1, now(), %s, gen_random_uuid(), gen_random_uuid(), %s, 'Klasse ' || n, date '2025-08-18',
    date '2027-06-18', false, '{norsk}'
FROM generate_series(1, %s) n"""
_ELEVER = """
INSERT INTO opplaering_skolegang (person_id, klasse_id, skole_id, fra, timer_per_uke, maalgruppe, sluttgrunn,
    overstyrt_grunn, laereplan, tilrettelegging, registrering_id, annullert, aarsak, registrert_av_id,
    virksomhet_id, noekkel)
SELECT p.id, k.id, k.skole_id, k.fra, 30, 'program', '', '', '', '{}', gen_random_uuid(), false, '', %s,
    %s, ''
FROM (SELECT id, row_number() OVER (ORDER BY id) AS nr FROM nir_person WHERE id %% 50 = 0) p
JOIN (SELECT *, row_number() OVER (ORDER BY id) AS nr FROM opplaering_skoleklasse) k
    ON k.nr = 1 + p.nr %% %s"""
_NORSKMAAL = """
INSERT INTO nir_norskmaal (person_id, slag, lytte, lese, skriftlig, muntlig, fra, endring, registrering_id,
    registrert, annullert, aarsak, registrert_av_id, virksomhet_id, noekkel)
SELECT person_id, 'nivaa', 'b1', 'b1', 'b1', 'b1', fra, '', gen_random_uuid(), now(), false, '', %s, %s, ''
FROM opplaering_skolegang"""
_PROEVE = """
INSERT INTO nir_proeve (person_id, proeve, dato, lytte, lese, skriftlig, muntlig, resultat, spraak,
    registrering_id, registrert, annullert, aarsak, registrert_av_id, virksomhet_id, noekkel)
SELECT person_id, 'norskproeve', fra, 'a2', '', '', '', '', '', gen_random_uuid(), now(), false, '', %s, %s,
    ''
FROM opplaering_skolegang"""
_FRAVAER = """
INSERT INTO opplaering_maanedsfravaer (person_id, skole_id, undervisning, maaned, timer, gyldig, ugyldig,
    uavklart, registrering_id, annullert, aarsak, registrert_av_id, virksomhet_id, noekkel)
SELECT s.person_id, s.skole_id, 'norsk', date '2025-10-01', 90, 1, 0, 0, gen_random_uuid(), false, '', %s,
    %s, ''
FROM opplaering_skolegang s WHERE s.klasse_id = (SELECT min(id) FROM opplaering_skoleklasse)"""


def kjoer(rapport: Rapport) -> None:
    """Measure as county and municipality."""
    rapport.overskrift(f"Training, {ELEVER:,} pupils among {PERSONER:,} persons")
    fylket = befolkning.lag_aktoer(Rolle.OPPLAERINGSKOORDINATOR)
    befolkning.toem()
    befolkning.lag_befolkning(PERSONER, fylket)
    befolkning.fyll_buffere()
    _lag_skolen(fylket)
    with kontekst(kontekst_for(fylket)):
        klasse = Skoleklasse.objects.earliest("pk")
        elev = Skolegang.objects.filter(klasse=klasse).select_related("person").earliest("pk").person
    felles = (
        reverse("opplaering"),
        f"{reverse('opplaering')}?framdrift=i_fare",
        reverse("opplaering_avstemming"),
        f"{reverse('opplaering_avstemming')}?tilstand=bare_der_naa",
    )
    egne = {
        DELTAKER: reverse("opplaering_deltaker", args=[elev.noekkel]),
        "a class and month": reverse("skoleklasse_timer_maaned", args=[klasse.noekkel, MAANED]),
    }
    _les(rapport, "county", fylket, {sti: sti for sti in felles} | egne)
    _les(rapport, "municipality", befolkning.lag_kommuneaktoer(), {sti: sti for sti in felles})
    befolkning.toem()


def _lag_skolen(av: Aktoer) -> None:
    """Let the pupils go to a school, each in a class."""
    with kontekst(motor_kontekst()):
        skole, _ny = Virksomhet.objects.get_or_create(
            type="skole", nummer="099000001", defaults={"navn": "Prøvedal videregående skole"}
        )
    hvem = [av.bruker_id, av.virksomhet_id]
    with kontekst(kontekst_for(av)), connection.cursor() as peker:
        peker.execute(_KLASSER, [av.bruker_id, skole.pk, KLASSER])
        peker.execute(_ELEVER, [*hvem, KLASSER])
        peker.execute(_FRAVAER, hvem)
    with befolkning.uten_vakter("nir_norskmaal", "nir_proeve", "nir_fulltidvgo") as peker:
        peker.execute(_NORSKMAAL, hvem)
        peker.execute(_PROEVE, hvem)
        peker.execute("UPDATE nir_fulltidvgo SET erstattet = now() WHERE person_id %% 10 <> 0", [])
    regn_ut_status(_elevene())
    befolkning.analyser()


def _elevene() -> list[int]:
    with kontekst(motor_kontekst()):
        return list(Skolegang.objects.values_list("person_id", flat=True))


def _les(rapport: Rapport, hvem: str, av: Aktoer, sider: dict[str, str]) -> None:
    """Measure pages, each under a name: an address with a key is another each time."""
    klient = lag_klient(av)
    for navn, sti in sider.items():
        tid, antall = p95(lambda a=sti: les(klient, a), RUNDER), spoerringer(klient, sti)  # type: ignore[misc]
        grense = GRENSE_ALLE if "framdrift" in sti or "avstemming" in sti else GRENSE_SIDE
        mest = MEST_DELTAKER if navn == DELTAKER else MEST_SPOERRINGER
        rapport.forhold(
            f"{hvem} reads {navn}, p95 seconds", tid, krav=f"< {grense}, ≤ {mest} queries",
            holder=tid < grense and antall <= mest, tider=f"{antall} queries",
        )  # fmt: skip
