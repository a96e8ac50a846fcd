"""The order of rows in a file means nothing: the same is registered, and the same comes back."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrering.nir.models import Bosted, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.utveksling.importering.hjelp import BOSTEDER, fil, importer

pytestmark = pytest.mark.django_db
START = date(2021, 1, 1)


class _Tilbake(Exception):
    """Undo what was imported."""


rad = st.tuples(
    st.sampled_from(["5001", "5006"]),
    st.integers(0, 6),
    st.integers(0, 4) | st.none(),
    st.sampled_from(["", "a", "b"]),
    st.integers(0, 3),
)


def _tekst(personer: list[Person], r: tuple[str, int, int | None, str, int], nr: int) -> str:
    kommune, fra, lengde, noekkel, registrert = r
    foerste = START + timedelta(days=30 * fra)
    siste = "" if lengde is None else (foerste + timedelta(days=30 * lengde)).isoformat()
    tid = date(2022, 1, 1) + timedelta(days=registrert)
    return f"{tid};{personer[nr % 2].duf};{kommune};{foerste};{siste};{noekkel}{nr % 2 if noekkel else ''}"


def _importer(
    rader: list[str], av: Aktoer, historisk: bool
) -> tuple[list[tuple[str, str]], set[tuple[object, ...]]]:
    """Return the answer by row, and what is registered; leave nothing behind."""
    svar: list[tuple[str, str]] = []
    versjoner: set[tuple[object, ...]] = set()
    try:
        with transaction.atomic():
            hode = f"registrert;{BOSTEDER};noekkel"
            statuser = importer("bosteder", fil(hode, *rader), av, historisk=historisk)
            assert importer("bosteder", fil(hode, *rader), av, historisk=historisk) == [
                (("uendret" if s != "avvist" else s), f) for s, f in statuser
            ] or any(s == "avvist" for s, _f in statuser)
            svar = sorted((r, s == "avvist") for r, (s, _f) in zip(rader, statuser, strict=True))  # type: ignore[misc]
            with kontekst(motor_kontekst()), connection.cursor() as peker:
                peker.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
                for b in Bosted.objects.select_related("person", "kommune"):
                    tid = (b.registrert, b.erstattet) if historisk else (b.erstattet is None,)
                    versjoner.add((b.person.duf, b.kommune.nummer, b.fra, b.til, b.noekkel, *tid))
            raise _Tilbake
    except _Tilbake:
        pass
    return svar, versjoner


def test_en_rad_to_ganger_staar_og_faller_som_en(db: None) -> None:
    """Neither copy slips in when the other collides, and the one it collides with hears of both."""
    av, person = fabrikk.lag_aktoer(Rolle.ADMINISTRATOR), fabrikk.lag_person(bosatt_til=date(2023, 12, 31))
    to_ganger = f"{person.duf};5001;01.01.2024;;a"
    annen = f"{person.duf};5006;01.06.2024;;b"
    hode = f"{BOSTEDER};noekkel"
    svar = importer("bosteder", fil(hode, to_ganger, annen, to_ganger), av)
    assert [status for status, _feil in svar] == ["avvist"] * 3
    assert svar[0] == svar[2]
    assert "2, 4" in svar[1][1]
    assert [s for s, _f in importer("bosteder", fil(hode, to_ganger, to_ganger), av)] == ["ny", "uendret"]


@pytest.mark.parametrize("historisk", [False, True])
def test_rekkefoelgen_betyr_ingenting(db: None, historisk: bool) -> None:
    av = fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)
    tidlig, slutt = date(2019, 1, 1), date(2019, 12, 31)
    personer = [fabrikk.lag_person(bosatt_fra=tidlig, bosatt_til=slutt) for _ in range(2)]

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(rad, min_size=1, max_size=6), st.randoms(use_true_random=False))
    def egenskap(rader: list[tuple[str, int, int | None, str, int]], tilfeldig: random.Random) -> None:
        tekster = [_tekst(personer, r, nr) for nr, r in enumerate(rader)]
        stokket = tekster.copy()
        tilfeldig.shuffle(stokket)
        assert _importer(tekster, av, historisk) == _importer(stokket, av, historisk)

    egenskap()
