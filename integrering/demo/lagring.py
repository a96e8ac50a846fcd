"""Puts the invented registrations into the database, set by set, as history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.utils import timezone
from psycopg import sql

from integrering.demo.befolkning import Person
from integrering.demo.befolkning.rader import KOLONNER, Versjon
from integrering.demo.brukere import BRUKERE, REGISTRATOR
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Virksomhet
from integrering.tilgang.roller import Rolle

_FELLES = (
    "person_id", "registrering_id", "registrert", "erstattet", "annullert", "aarsak", "registrert_av_id",
    "virksomhet_id", "noekkel",
)  # fmt: skip
_PERSON = ("noekkel", "duf", "fornavn", "etternavn", "skjermet", "opprettet")
_VIRKSOMHET = {"kommune_id": "kommune", "fylke_id": "fylkeskommune"}


def lagre(personer: Sequence[Person]) -> int:
    """Write the persons and their history in one transaction as the jobs' role; return how many rows.

    Municipalities write in their own name: by their demo user, else by one who stands for all the others.
    """
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute("SELECT set_config('app.historisk', 'ja', true)")
        naa = timezone.now()
        _kopier(peker, "nir_person", _PERSON, ((p.noekkel, p.duf, "", "", False, naa) for p in personer))
        peker.execute("SELECT duf, id FROM nir_person WHERE duf = ANY(%s)", [[p.duf for p in personer]])
        ider: dict[str, int] = dict(peker.fetchall())
        rader = _rader(personer, ider)
        for tabell, innhold in rader.items():
            _kopier(peker, tabell, (*_FELLES, *KOLONNER[tabell]), innhold)
        peker.execute("SELECT set_config('app.historisk', '', true)")
    return len(personer) + sum(len(r) for r in rader.values())


def _rader(personer: Iterable[Person], ider: dict[str, int]) -> dict[str, list[tuple[Any, ...]]]:
    virksomheter = {(v.type, v.nummer): v.pk for v in Virksomhet.objects.only("type", "nummer")}
    registratorer = _registratorer()
    rader: dict[str, list[tuple[Any, ...]]] = {tabell: [] for tabell in KOLONNER}
    for person in personer:
        for v in person.versjoner:
            hvem = (
                ider[person.duf], v.registrering_id, v.registrert, v.erstattet, v.annullert, v.aarsak,
                registratorer.get(v.kommune, registratorer[""]), virksomheter["kommune", v.kommune], "",
            )  # fmt: skip
            rader[v.tabell].append((*hvem, *_verdier(v, virksomheter)))
    return rader


def _verdier(versjon: Versjon, virksomheter: dict[tuple[str, str], int]) -> list[Any]:
    """Return the columns: organisations' numbers turned into their keys, several codes into a list."""
    return [
        virksomheter[_VIRKSOMHET[kolonne], verdi]
        if kolonne in _VIRKSOMHET
        else list(verdi)
        if isinstance(verdi, tuple)
        else verdi
        for kolonne, verdi in zip(KOLONNER[versjon.tabell], versjon.verdier, strict=True)
    ]


def _registratorer() -> dict[str, int]:
    """Municipality number → the user who registers for it; «» is everyone else's."""
    ider = dict(Bruker.objects.values_list("username", "pk"))
    egne = {
        nummer: ider[bruker.brukernavn]
        for bruker in BRUKERE
        for rolle, nummer in bruker.roller
        if rolle is Rolle.KOMMUNE_FLYKTNINGTJENESTE
    }
    return {"": ider[REGISTRATOR], **egne}


def _kopier(peker: Any, tabell: str, kolonner: Sequence[str], rader: Iterable[Sequence[Any]]) -> None:
    """COPY to a temporary table, then one INSERT … SELECT: COPY is refused where rows have policies."""
    navn = {
        "tabell": sql.Identifier(tabell),
        "tmp": sql.Identifier(f"demo_{tabell}"),
        "kolonner": sql.SQL(", ").join(map(sql.Identifier, kolonner)),
    }
    lag = "CREATE TEMPORARY TABLE {tmp} ON COMMIT DROP AS SELECT {kolonner} FROM {tabell} WITH NO DATA"
    peker.execute(sql.SQL(lag).format(**navn))
    with peker.copy(sql.SQL("COPY {tmp} ({kolonner}) FROM STDIN").format(**navn)) as kopi:
        for rad in rader:
            kopi.write_row(rad)
    inn = "INSERT INTO {tabell} ({kolonner}) SELECT {kolonner} FROM {tmp}"
    peker.execute(sql.SQL(inn).format(**navn))
    peker.execute(sql.SQL("DROP TABLE {tmp}").format(**navn))
