"""Bringing a file in: who may, what becomes of each row, and the receipt. All in one transaction."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from psycopg.sql import SQL

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.hendelser import MANGE, meld_endret
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import Kontekst, kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import DbRolle, Rolle
from integrering.utveksling.importering.format import Format, Kjoering, finn_format
from integrering.utveksling.importering.les import Fil, les_fil, normaliser, uten_opprydding
from integrering.utveksling.importering.meldinger import melding
from integrering.utveksling.importering.models import Import
from integrering.utveksling.importering.staging import finn_feil, kopier_inn, les_celler
from integrering.utveksling.importering.svar import NY, skriv_svar

UENDRET, NY_VERSJON, AVVIST = "uendret", "ny versjon", "avvist"
MERK = "Merk: "
# Dates are read day first; tables of 100 000 rows are joined and sorted in memory, and a small sample is
# enough for the planner.
_INNSTILLINGER = {
    "datestyle": "ISO, DMY",
    "work_mem": "128MB",
    "jit": "off",
    "default_statistics_target": "10",
}
_logg = logging.getLogger(__name__)


@dataclass(frozen=True)
class Utfall:
    """What became of a file.

    Attributes:
        antall: rows per outcome.
        merknader: what is worth knowing about the file as a whole.
        svar: the answer, ready to be saved.
    """

    kvittering: Import
    antall: Counter[str]
    merknader: tuple[str, ...]
    svar: bytes

    @property
    def alt_godt(self) -> bool:
        """True when no row was sent back."""
        return not self.antall[AVVIST]


def importer_fil(*, slag: str, innhold: bytes, av: Aktoer, historisk: bool = False) -> Utfall:
    """Bring a file in: good rows are registered, the others come back with what is wrong with them.

    Args:
        slag: kind of file, by its registered name.
        innhold: the file's bytes.
        av: who imports, and for whom.
        historisk: take the registration instants from the file (administrators). Files that have none (rates)
            are taken in as always.

    Raises:
        IkkeTilgang: the role may not import this.
        Regelbrudd: the file as a whole cannot be used; nothing is saved.
        KeyError: no such kind of file.
    """
    format_ = finn_format(slag)
    krev_import(format_, av=av, historisk=historisk)
    krev_stoerrelse(len(innhold))
    historisk = historisk and format_.historisk
    fil = les_fil(innhold, kjente=_kjente(format_, historisk), paakrevde=_paakrevde(format_, historisk))
    try:
        with _i_transaksjon(av, historisk=historisk) as peker:
            kjoering = _kjoering(peker, format_, av, historisk=historisk)
            kopier_inn(fil, kjoering)
            les_celler(kjoering)
            finn_feil(kjoering)
            if format_.etter_kontroll:
                format_.etter_kontroll(kjoering)
            format_.loep(kjoering)
            _meld_personene(kjoering)
            with uten_opprydding():
                return _oppsummer(kjoering, fil, innhold)
    except IntegrityError as feil:
        # Checked rows are refused only when someone else saved in between. No values in the log.
        navn = getattr(getattr(feil.__cause__, "diag", None), "constraint_name", None)
        _logg.warning("import av %s stanset av %s", slag, navn)
        raise Regelbrudd(
            _("Noen andre registrerte det samme mens filen ble lest inn. Ingenting er lagret. Prøv igjen.")
        ) from None


def krev_import(format_: Format, *, av: Aktoer, historisk: bool) -> None:
    """Raise IkkeTilgang unless this one may import this."""
    av.krev(*format_.roller)
    if historisk and not av.har(Rolle.ADMINISTRATOR):
        raise IkkeTilgang(_("Bare administratorer kan importere historisk."))


def krev_stoerrelse(byte: int) -> None:
    """Raise Regelbrudd for a file that is too large: doors ask before they read it."""
    grense = settings.IMPORT_MAKS_BYTE
    if byte > grense:
        raise Regelbrudd(
            _(
                "Filen er %(mb)d MB. Grensen er %(grense)d MB."
                " Del den i flere filer og importer dem hver for seg."
            )
            % {"mb": -(-byte // 1_000_000), "grense": grense // 1_000_000}
        )


def _kjente(format_: Format, historisk: bool) -> tuple[str, ...]:
    ekstra = ("noekkel",) if format_.om_person else ()
    return tuple(k.navn for k in format_.kolonner) + ekstra + (("registrert",) if historisk else ())


def _paakrevde(format_: Format, historisk: bool) -> tuple[str, ...]:
    return tuple(k.navn for k in format_.kolonner) + (("registrert",) if historisk else ())


@contextmanager
def _i_transaksjon(av: Aktoer, *, historisk: bool) -> Iterator[CursorWrapper]:
    """Give a cursor that sees what `av` sees; history is written as the jobs' role (see `toklokker.sql`)."""
    hvem = kontekst_for(av)
    if historisk:
        hvem = Kontekst(DbRolle.MOTOR, av.bruker_id, av.virksomhet_id, av.skjermede)
    with transaction.atomic(), kontekst(hvem), connection.cursor() as peker:
        peker.execute("SELECT pg_advisory_xact_lock(hashtext('utveksling.importer'))")
        _innstill(peker, {**_INNSTILLINGER, "app.historisk": "ja" if historisk else ""})
        yield peker
        _innstill(peker, dict.fromkeys(_INNSTILLINGER) | {"app.historisk": ""})


def _innstill(peker: CursorWrapper, verdier: dict[str, str | None]) -> None:
    """Set what holds to the end of the transaction; None is the server's own."""
    for navn, verdi in verdier.items():
        if verdi is None:
            peker.execute(SQL("SET LOCAL {} TO DEFAULT").format(SQL(navn)))
        else:
            peker.execute("SELECT set_config(%s, %s, true)", [navn, verdi])


def _kjoering(peker: CursorWrapper, format_: Format, av: Aktoer, *, historisk: bool) -> Kjoering:
    # The clock, not the transaction's start: what was registered while we waited for our turn lies before it.
    peker.execute("SELECT clock_timestamp()")
    rad = peker.fetchone()
    assert rad is not None  # noqa: S101 - a SELECT of a value gives a row
    return Kjoering(peker, format_, av, historisk, rad[0], timezone.localdate())


def _meld_personene(kjoering: Kjoering) -> None:
    """Tell those who derive something from the facts whom the file was about."""
    if not kjoering.format.om_person:
        return
    # As the jobs: a row may have opened a case about a person the one who imports cannot see.
    with kontekst(motor_kontekst(kjoering.av.bruker_id)):
        kjoering.peker.execute(
            "SELECT id FROM nir_person WHERE duf IN (SELECT duf FROM utv_rad) LIMIT %s", [MANGE + 1]
        )
        meld_endret([pk for (pk,) in kjoering.peker.fetchall()])


def _oppsummer(kjoering: Kjoering, fil: Fil, innhold: bytes) -> Utfall:
    feil, avviste = _feil_per_linje(kjoering, fil)
    kjoering.peker.execute("SELECT linje, status FROM utv_utfall")
    status: dict[int, str] = dict(kjoering.peker.fetchall())
    status.update(dict.fromkeys(avviste, AVVIST))
    antall = Counter(status.values())
    antall[NY] += len(fil.rader) - len(status)
    kvittering = Import.objects.create(
        slag=kjoering.format.navn,
        bruker_id=kjoering.av.bruker_id,
        virksomhet_id=kjoering.av.virksomhet_id,
        historisk=kjoering.historisk,
        sha256=hashlib.sha256(innhold).hexdigest(),
        stoerrelse=len(innhold),
        nye=antall[NY],
        uendrede=antall[UENDRET],
        nye_versjoner=antall[NY_VERSJON],
        avviste=antall[AVVIST],
    )
    return Utfall(kvittering, antall, _merknader(fil), skriv_svar(fil, status, feil))


def _feil_per_linje(kjoering: Kjoering, fil: Fil) -> tuple[dict[int, str], set[int]]:
    """Return the messages of each line, in the order of the columns, and the lines that are sent back."""
    kjoering.peker.execute("SELECT linje, felt, kode, verdi, mer, merk FROM utv_avvik")
    plasser = {normaliser(o): i for i, o in enumerate(fil.overskrift)}
    per_linje: dict[int, set[tuple[bool, int, str]]] = defaultdict(set)
    avviste: set[int] = set()
    for linje, felt, kode, verdi, mer, merk in kjoering.peker.fetchall():
        if not merk:
            avviste.add(linje)
        tekst = (MERK if merk else "") + melding(felt, kode, verdi, mer)
        per_linje[linje].add((merk, plasser.get(felt, -1), tekst))
    return {nr: ". ".join(t for *_x, t in sorted(m)) + "." for nr, m in per_linje.items()}, avviste


def _merknader(fil: Fil) -> tuple[str, ...]:
    if not fil.ukjente:
        return ()
    return (
        ngettext("Kolonnen %(navn)s er ikke brukt.", "Kolonnene %(navn)s er ikke brukt.", len(fil.ukjente))
        % {"navn": ", ".join(fil.ukjente)},
    )
