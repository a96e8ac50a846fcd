"""Pages by keyset: put after each other they are the list, whatever the order, the direction and the size."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrering.grunnmur.models import Jobb
from integrering.lister import Kolonne, Liste, keyset
from integrering.tilgang.roller import ALLE_ROLLER

pytestmark = pytest.mark.django_db

_DAG = datetime(2099, 1, 1, tzinfo=UTC)
# a field that may be NULL first, last, alone; two directions in one column; ties everywhere
SORTERINGER = (
    ("gjort",),
    ("startet",),
    ("steg", "gjort"),
    ("gjort", "startet"),
    ("startet", "gjort"),
    ("startet", "-ferdig", "steg"),
    ("-gjort", "steg"),
    ("pk",),
)
_naar = st.one_of(st.none(), st.integers(0, 2).map(lambda n: _DAG + timedelta(hours=n)))
_rad = st.fixed_dictionaries(
    {
        "steg": st.sampled_from(["", "a", "å", "Z"]),
        "gjort": st.integers(0, 2),
        "startet": _naar,
        "ferdig": _naar,
    }
)


def _liste(sorter: tuple[str, ...]) -> Liste:
    return Liste(
        navn="proeve",
        tittel="Prøve",
        kolonner=(Kolonne("a", "A", sorter=sorter),),
        rader=lambda av, filter: Jobb.objects.all(),
        standard="a",
        roller=ALLE_ROLLER,
    )


def _bla(liste: Liste, nivaaer: Sequence[keyset.Nivaa], antall: int, *, bakover: bool) -> list[Any]:
    """Turn pages to the end, each from the row the former ended with; return the rows in the order read."""
    alle, fra, lest = Jobb.objects.all(), None, []
    while True:
        side = keyset.stykke(alle, nivaaer, antall, fra=fra, bakover=bakover and fra is not None)
        lest.append(side.rader)
        if not (side.foran if bakover else side.bak) or not side.rader:
            return lest
        siste = side.rader[0] if bakover else side.rader[-1]
        fra = keyset.anker(liste, alle, nivaaer, str(siste.pk))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rader=st.lists(_rad, max_size=12),
    sorter=st.sampled_from(SORTERINGER),
    synkende=st.booleans(),
    antall=st.integers(1, 5),
)
def test_sidene_er_listen(
    motor: None, rader: list[dict[str, Any]], sorter: tuple[str, ...], synkende: bool, antall: int
) -> None:
    liste = _liste(sorter)
    nivaaer = keyset.orden(Jobb, liste.kolonner[0], synkende=synkende)
    with transaction.atomic():
        Jobb.objects.all().delete()
        Jobb.objects.bulk_create(Jobb(id=uuid.uuid4(), slag="x", tittel="x", **rad) for rad in rader)
        hele = list(Jobb.objects.order_by(*(n.orden for n in nivaaer)))
        fram = _bla(liste, nivaaer, antall, bakover=False)
        assert [rad for side in fram for rad in side] == hele
        assert all(len(side) == antall for side in fram[:-1]), "bare den siste siden er kort"
        # back again, from the last row
        if hele:
            fra = keyset.anker(liste, Jobb.objects.all(), nivaaer, str(hele[-1].pk))
            tilbake = [hele[-1]]
            while True:
                side = keyset.stykke(Jobb.objects.all(), nivaaer, antall, fra=fra, bakover=True)
                assert side.bak
                tilbake = side.rader + tilbake
                if not side.foran:
                    break
                fra = keyset.anker(liste, Jobb.objects.all(), nivaaer, str(side.rader[0].pk))
            assert tilbake == hele
        # as the job reads: each row carries its place
        lest, sted = [], None
        while True:
            del_ = keyset.les(keyset.med_sted(Jobb.objects.all(), nivaaer), nivaaer, antall, sted)
            lest += del_
            if len(del_) < antall:
                break
            sted = keyset.sted(del_[-1], nivaaer)
        assert lest == hele
        transaction.set_rollback(True)


@pytest.mark.parametrize("noekkel", ["tull", "", str(uuid.UUID(int=7)), "%00", "1" * 40])
def test_en_noekkel_som_ikke_finnes_er_ingen_plass(motor: None, noekkel: str) -> None:
    liste = _liste(("gjort",))
    nivaaer = keyset.orden(Jobb, liste.kolonner[0], synkende=False)
    assert keyset.anker(liste, Jobb.objects.all(), nivaaer, noekkel) is None


def test_like_retninger_uten_tomme_felt_er_en_radsammenligning() -> None:
    """What an index understands: one comparison of the whole row."""
    nivaaer = keyset.orden(Jobb, Kolonne("a", "A", sorter=("steg", "gjort")), synkende=False)
    sql = str(Jobb.objects.filter(keyset._deler(nivaaer, ["a", 1, uuid.UUID(int=1)])[0]).query)
    assert '("grunnmur_jobb"."steg", "grunnmur_jobb"."gjort", "grunnmur_jobb"."id") >' in sql
