"""Bringing a file in: who may, what becomes of each row, and the receipt. All in one transaction."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from django.conf import settings
from django.db import IntegrityError, ProgrammingError, connection, transaction
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
from integrering.utveksling.importering.les import Fil, les_fil, uten_opprydding
from integrering.utveksling.importering.meldinger import melding
from integrering.utveksling.importering.models import Import
from integrering.utveksling.importering.staging import finn_feil, kopier_inn, les_celler
from integrering.utveksling.importering.svar import AVVIST, NY, SKRIVERE, skriv_csv, svarrader

UENDRET, NY_VERSJON = "uendret", "ny versjon"
MERK = "Merk: "
# Dates are read day first; tables of 100 000 rows are joined and sorted in memory, and a small sample is
# enough for the planner.
_INNSTILLINGER = {
    "datestyle": "ISO, DMY",
    "work_mem": "128MB",
    "jit": "off",
    "default_statistics_target": "10",
}
_STEG = 4
_logg = logging.getLogger(__name__)


# A preview does not say whether a number is in use elsewhere: who asks that, leaves a case behind.
_BARE_VED_IMPORT = "duf_annet_sted"


class Framdrift(Protocol):
    """Is told how far an import is, between its steps; may raise to stop it."""

    def __call__(self, steg: str, gjort: int, av_i_alt: int) -> None:
        """Hear it."""


def uten_framdrift(steg: str, gjort: int, av_i_alt: int) -> None:
    """Nobody waits."""


class Avvik(NamedTuple):
    """Something wrong with a row, or worth a note (`merk`): a code that `meldinger` has words for."""

    linje: int
    felt: str
    kode: str
    verdi: str
    mer: str
    merk: bool


@dataclass(frozen=True)
class Utfall:
    """What became of a file, or would have.

    Attributes:
        kvittering: the receipt; not saved when the import was only tried.
        antall: rows per outcome.
        merknader: what is worth knowing about the file as a whole.
        fil: what was read.
        status: line → outcome; a line that is not there is new.
        feil: line → messages.
        avvik: the same as codes.
    """

    kvittering: Import
    antall: Counter[str]
    merknader: tuple[str, ...]
    fil: Fil
    status: Mapping[int, str]
    feil: Mapping[int, str]
    avvik: tuple[Avvik, ...]

    @property
    def alt_godt(self) -> bool:
        """True when no row was sent back."""
        return not self.antall[AVVIST]

    @property
    def svar(self) -> bytes:
        """The answer as CSV, ready to be saved."""
        return skriv_csv(svarrader(self.fil, self.status, self.feil, bare_avviste=False))

    def svarfil(self, *, bare_avviste: bool) -> tuple[str, bytes]:
        """Return the answer as the kind of file it came as: its ending, and its bytes."""
        endelse, skriv = SKRIVERE[self.fil.endelse]
        with uten_opprydding():
            return endelse, skriv(svarrader(self.fil, self.status, self.feil, bare_avviste=bare_avviste))


class _Proevd(Exception):
    """The import was only tried: everything it did is rolled back."""

    def __init__(self, utfall: Utfall) -> None:
        super().__init__()
        self.utfall = utfall


def importer_fil(
    *,
    slag: str,
    innhold: bytes,
    av: Aktoer,
    historisk: bool = False,
    plasser: Mapping[str, int] | None = None,
    ark: str = "",
    proev: bool = False,
    framdrift: Framdrift = uten_framdrift,
) -> Utfall:
    """Bring a file in: good rows are registered, the others come back with what is wrong with them.

    Args:
        slag: kind of file, by its registered name.
        innhold: the file's bytes: CSV, XLSX or ODS.
        av: who imports, and for whom.
        historisk: take the registration instants from the file (administrators). Files that have none (rates)
            are taken in as always.
        plasser: our column → where it stands in the file, when the headings do not say it.
        ark: the sheet of a spreadsheet; the first one that can be seen when none is named.
        proev: only try: do all of it, and take all of it back.
        framdrift: is told how far it is, between the steps.

    Raises:
        IkkeTilgang: the role may not import this.
        Regelbrudd: the file as a whole cannot be used; nothing is saved.
        KeyError: no such kind of file.
    """
    format_ = finn_format(slag)
    krev_import(format_, av=av, historisk=historisk)
    krev_stoerrelse(len(innhold))
    historisk = historisk and format_.historisk
    framdrift(_("Leser filen"), 0, _STEG)
    fil = les_fil(
        innhold,
        kjente=kjente_kolonner(format_, historisk=historisk),
        paakrevde=paakrevde_kolonner(format_, historisk=historisk),
        plasser=plasser,
        ark=ark,
    )
    try:
        with _avslag_i_ord(slag), i_transaksjon(av, historisk=historisk) as peker:
            kjoering = ny_kjoering(peker, format_, av, historisk=historisk)
            _ta_inn(kjoering, fil, framdrift)
            utfall = _oppsummer(kjoering, fil, innhold, proev=proev)
            if proev:
                # What is otherwise checked when the transaction ends, is checked now.
                peker.execute("SET CONSTRAINTS ALL IMMEDIATE")
                raise _Proevd(utfall)
            _meld_personene(kjoering)
            return utfall
    except _Proevd as proevd:
        return proevd.utfall


@contextmanager
def _avslag_i_ord(slag: str) -> Iterator[None]:
    """Say what the database refused because somebody did something else in between."""
    try:
        yield
    except IntegrityError as feil:
        # Checked rows are refused only when someone else saved in between. No values in the log.
        navn = getattr(getattr(feil.__cause__, "diag", None), "constraint_name", None)
        _logg.warning("import av %s stanset av %s", slag, navn)
        raise Regelbrudd(
            _("Noen andre registrerte det samme mens filen ble lest inn. Ingenting er lagret. Prøv igjen.")
        ) from None
    except ProgrammingError as feil:
        if not stanset_av_veggen(feil):
            raise
        raise Regelbrudd(
            _("En av personene flyttet fra dere mens filen ble lest inn. Ingenting er lagret. Prøv igjen.")
        ) from None


def stanset_av_veggen(feil: ProgrammingError) -> bool:
    """Return whether the database refused a row because the person moved to someone else in between."""
    return getattr(feil.__cause__, "sqlstate", "") == "42501"


def _ta_inn(kjoering: Kjoering, fil: Fil, framdrift: Framdrift) -> None:
    """Sort the rows, and take the good ones into the register."""
    antall = len(fil.rader)
    framdrift(_("Kontrollerer %(antall)d rader") % {"antall": antall}, 1, _STEG)
    kopier_inn(fil, kjoering)
    les_celler(kjoering)
    finn_feil(kjoering)
    if kjoering.format.etter_kontroll:
        kjoering.format.etter_kontroll(kjoering)
    framdrift(_("Sammenligner %(antall)d rader med registeret") % {"antall": antall}, 2, _STEG)
    kjoering.format.loep(kjoering)
    framdrift(_("Skriver svaret"), 3, _STEG)


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


def kjente_kolonner(format_: Format, *, historisk: bool) -> tuple[str, ...]:
    """Return the columns a file of this kind may have."""
    ekstra = ("noekkel",) if format_.om_person else ()
    return tuple(k.navn for k in format_.kolonner) + ekstra + (("registrert",) if historisk else ())


def paakrevde_kolonner(format_: Format, *, historisk: bool) -> tuple[str, ...]:
    """Return the columns a file of this kind must have: all but those with a default."""
    uten_standard = tuple(k.navn for k in format_.kolonner if not k.standard)
    return uten_standard + (("registrert",) if historisk else ())


@contextmanager
def i_transaksjon(av: Aktoer, *, historisk: bool, laas: bool = True) -> Iterator[CursorWrapper]:
    """Give a cursor that sees what `av` sees; history is written as the jobs' role (see `toklokker.sql`).

    With `laas` imports and undoings wait for each other.
    """
    hvem = kontekst_for(av)
    if historisk:
        hvem = Kontekst(DbRolle.MOTOR, av.bruker_id, av.virksomhet_id, av.skjermede)
    with transaction.atomic(), kontekst(hvem), connection.cursor() as peker:
        if laas:
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


def ny_kjoering(peker: CursorWrapper, format_: Format, av: Aktoer, *, historisk: bool) -> Kjoering:
    """Return an import, or the undoing of one, that begins now."""
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


def _oppsummer(kjoering: Kjoering, fil: Fil, innhold: bytes, *, proev: bool) -> Utfall:
    with uten_opprydding():
        avvik = _avvik(kjoering, proev=proev)
        feil, avviste = _feil_per_linje(avvik, fil)
        kjoering.peker.execute("SELECT linje, status FROM utv_utfall")
        status: dict[int, str] = dict(kjoering.peker.fetchall())
        status.update(dict.fromkeys(avviste, AVVIST))
        antall = Counter(status.values())
    antall[NY] += len(fil.rader) - len(status)
    kvittering = Import(
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
    if not proev:
        kvittering.save()
        _behold_spor(kjoering, kvittering)
    return Utfall(kvittering, antall, _merknader(fil), fil, status, feil, avvik)


def _behold_spor(kjoering: Kjoering, kvittering: Import) -> None:
    """Keep which rows this import made. The traces are the jobs' own: nobody else reads or writes them."""
    with kontekst(motor_kontekst(kjoering.av.bruker_id)):
        kjoering.peker.execute(
            "INSERT INTO utveksling_importspor (kvittering_id, tabell, ider)"
            " SELECT %s, tabell, ider FROM utv_spor",
            [kvittering.pk],
        )


def _avvik(kjoering: Kjoering, *, proev: bool) -> tuple[Avvik, ...]:
    skjult = _BARE_VED_IMPORT if proev else ""
    kjoering.peker.execute(
        "SELECT linje, felt, kode, verdi, mer, merk FROM utv_avvik WHERE kode <> %s", [skjult]
    )
    return tuple(Avvik(*rad) for rad in kjoering.peker.fetchall())


def _feil_per_linje(avvik: tuple[Avvik, ...], fil: Fil) -> tuple[dict[int, str], set[int]]:
    """Return the messages of each line, in the order of the columns, and the lines that are sent back."""
    per_linje: dict[int, set[tuple[bool, int, str]]] = defaultdict(set)
    avviste: set[int] = set()
    for a in avvik:
        if not a.merk:
            avviste.add(a.linje)
        tekst = (MERK if a.merk else "") + melding(fil.kaller(a.felt), a.kode, a.verdi, a.mer)
        per_linje[a.linje].add((a.merk, fil.plasser.get(a.felt, -1), tekst))
    return {nr: ". ".join(t for *_x, t in sorted(m)) + "." for nr, m in per_linje.items()}, avviste


def _merknader(fil: Fil) -> tuple[str, ...]:
    if not fil.ukjente:
        return ()
    return (
        ngettext("Kolonnen %(navn)s er ikke brukt.", "Kolonnene %(navn)s er ikke brukt.", len(fil.ukjente))
        % {"navn": ", ".join(fil.ukjente)},
    )
