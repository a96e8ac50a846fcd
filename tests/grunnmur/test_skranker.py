"""What the models promise is in the database: a migration can lose an index on the way without a word."""

from __future__ import annotations

import psycopg
from django.apps import apps


def test_skranker_og_indekser_finnes_i_basen(superbruker_dsn: str) -> None:
    lovet = {
        ting.name
        for modell in apps.get_models()
        if modell._meta.managed
        for ting in (*modell._meta.constraints, *modell._meta.indexes)
    }
    with psycopg.connect(superbruker_dsn) as kobling:
        finnes = kobling.execute(
            "SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class"
        ).fetchall()
    assert lovet - {navn for (navn,) in finnes} == set()
