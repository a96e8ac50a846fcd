"""The kinds of cells a file can have: how SQL reads each, and what is wrong with one that cannot be read.

A column reads the raw table `r` (all text) into a typed value, and lists its checks as conditions on the
typed table `utv_rad`, where the raw text of a typed column `x` stands as `raa_x`.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from psycopg import sql
from psycopg.sql import SQL, Composable, Identifier, Literal


@dataclass(frozen=True)
class Sjekk:
    """A check: the code of its message, when it fails, the value to show, and what else the message needs.

    `merk`: worth a note, and no refusal.
    """

    kode: str
    feiler_naar: Composable
    verdi: Composable
    mer: str = ""
    merk: bool = False


@dataclass(frozen=True)
class Kolonne:
    """A column of text.

    Attributes:
        navn: heading in the file.
        felt: column in the database, when it has another name.
        paakrevd: an empty cell is an error.
        maks: longest text.
        eksempel: what a cell may hold, for the one who makes a file.
        standard: what an empty cell means; a file may then do without the column.
    """

    navn: str
    felt: str = ""
    paakrevd: bool = True
    maks: int = 200
    eksempel: str = ""
    standard: str = ""

    @property
    def kolonne(self) -> str:
        """Column in the database."""
        return self.felt or self.navn

    @property
    def typet(self) -> bool:
        """True when the value is something else than the cell's text."""
        return False

    @property
    def raa(self) -> Composable:
        """The cell's text in the raw table."""
        return SQL("r.{}").format(Identifier(self.navn))

    @property
    def verdi(self) -> Composable:
        """The value in the typed table."""
        return Identifier(self.kolonne)

    @property
    def tekst(self) -> Composable:
        """The cell's text in the typed table."""
        return Identifier(f"raa_{self.navn}" if self.typet else self.kolonne)

    @property
    def vist_eksempel(self) -> str:
        """What a cell may hold: its own example, or that of its kind."""
        return self.eksempel or self.slagets_eksempel()

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Tekst, høyst %(antall)d tegn") % {"antall": self.maks}

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return _("Tekst")

    def uttrykk(self) -> Composable:
        """Return how the raw cell is read."""
        return self.raa

    def oppslag(self) -> Composable | None:
        """Return a join that the reading needs."""
        return None

    def sjekker(self) -> list[Sjekk]:
        """Return the checks, in the order of their messages."""
        mangler = [Sjekk("mangler", SQL("{} = ''").format(self.tekst), SQL("''"))] if self.paakrevd else []
        return mangler + self.egne_sjekker()

    def egne_sjekker(self) -> list[Sjekk]:
        """Return the checks of this kind of cell."""
        lang = SQL("length({}) > {}").format(self.verdi, Literal(self.maks))
        return [Sjekk("for_lang", lang, self.tekst, str(self.maks))]

    def _ulest(self, kode: str, mer: str = "") -> Sjekk:
        return Sjekk(kode, SQL("{} <> '' AND {} IS NULL").format(self.tekst, self.verdi), self.tekst, mer)


@dataclass(frozen=True)
class Duf(Kolonne):
    """A DUF number: twelve digits; spaces, dots and dashes between them are read past."""

    navn: str = "duf"

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("DUF-nummer, 12 sifre")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "2099 000001 12"

    def uttrykk(self) -> Composable:
        """Return the digits (most numbers come without anything between them)."""
        return SQL("CASE WHEN length({0}) = 12 THEN {0} ELSE translate({0}, E' .-\\u00a0', '') END").format(
            self.raa
        )

    def egne_sjekker(self) -> list[Sjekk]:
        """Twelve digits. The control digits are only worth a note (see nir's rules).

        «2,099E+11» is what a spreadsheet makes of the number when it takes it for a quantity.
        """
        galt = SQL("{0} <> '' AND {0} !~ '^[0-9]{{12}}$' AND {0} NOT LIKE '%%E+%%'").format(self.verdi)
        return [
            Sjekk("duf_lengde", galt, self.verdi),
            Sjekk("duf_som_tall", SQL("{} LIKE '%%E+%%'").format(self.verdi), self.verdi),
        ]


@dataclass(frozen=True)
class Typet(Kolonne):
    """A column whose value is not the text itself."""

    @property
    def typet(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True)
class Dato(Typet):
    """A whole day, 1900 to 2100."""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Dato")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "28.02.2026"

    def uttrykk(self) -> Composable:
        """Read dd.mm.åååå or ISO."""
        return SQL("utveksling_dato({})").format(self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """A date that exists, in our time."""
        utenfor = SQL("{} NOT BETWEEN date '1900-01-01' AND date '2100-12-31'").format(self.verdi)
        return [self._ulest("dato"), Sjekk("dato_utenfor", utenfor, self.tekst)]


@dataclass(frozen=True)
class Kode(Kolonne):
    """One of a short list of codes, in upper or lower case (`store`)."""

    koder: tuple[str, ...] = ()
    store: bool = False

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        verdiene = _("En av verdiene: %(koder)s") % {"koder": ", ".join(self.koder)}
        if not self.standard:
            return verdiene
        return _("%(verdiene)s. Uten verdi eller uten kolonnen: %(standard)s") % {
            "verdiene": verdiene, "standard": self.standard,
        }  # fmt: skip

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return self.koder[0] if self.koder else ""

    def uttrykk(self) -> Composable:
        """Read in the list's case."""
        lest = SQL("upper({})" if self.store else "lower({})").format(self.raa)
        return (
            SQL("coalesce(nullif({}, ''), {})").format(lest, Literal(self.standard))
            if self.standard
            else lest
        )

    def egne_sjekker(self) -> list[Sjekk]:
        """One of the list."""
        ukjent = SQL("{0} <> '' AND {0} <> ALL ({1})").format(self.verdi, Literal(list(self.koder)))
        return [Sjekk("kode", ukjent, self.verdi, ", ".join(self.koder))]


@dataclass(frozen=True)
class Landkode(Kolonne):
    """ISO 3166 alpha-3."""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Landkode på tre bokstaver")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "SYR"

    def uttrykk(self) -> Composable:
        """Read in capitals."""
        return SQL("upper({})").format(self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """Three letters."""
        feil = SQL("{0} <> '' AND {0} !~ '^[A-Z]{{3}}$'").format(self.verdi)
        return [Sjekk("landkode", feil, self.verdi)]


@dataclass(frozen=True)
class Desimaltall(Typet):
    """A number with at most one decimal, comma or point, from 0 (only with `ogsaa_null`) to `hoeyst`."""

    hoeyst: int = 60
    ogsaa_null: bool = False

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Tall fra 0 til %(hoeyst)d, høyst én desimal") % {"hoeyst": self.hoeyst}

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "30"

    def uttrykk(self) -> Composable:
        """Read «30», «30,5» and «30.5»."""
        tall = SQL("replace({}, ',', '.')").format(self.raa)
        return SQL("CASE WHEN {0} ~ '^[0-9]{{1,3}}([.][0-9]0*)?$' THEN {0}::numeric(4,1) END").format(tall)

    def egne_sjekker(self) -> list[Sjekk]:
        """A number, in its bounds."""
        for_lite, kode = ("< 0", "tall_fra_null") if self.ogsaa_null else ("<= 0", "tall_utenfor")
        utenfor = SQL("{0} {1} OR {0} > {2}").format(self.verdi, SQL(for_lite), Literal(self.hoeyst))
        return [self._ulest("tall"), Sjekk(kode, utenfor, self.tekst, str(self.hoeyst))]


@dataclass(frozen=True)
class Heltall(Typet):
    """A whole number from `minst` to `hoeyst`; spaces between the digits are read past."""

    minst: int = 0
    hoeyst: int = 999_999_999

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Helt tall")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return str(max(self.minst, 1))

    def uttrykk(self) -> Composable:
        """Read «36500» and «36 500»."""
        tall = SQL("translate({}, E' \\u00a0', '')").format(self.raa)
        return SQL("CASE WHEN {0} ~ '^[0-9]{{1,9}}$' THEN {0}::int END").format(tall)

    def egne_sjekker(self) -> list[Sjekk]:
        """A whole number, in its bounds."""
        utenfor = SQL("{} NOT BETWEEN {} AND {}").format(
            self.verdi, Literal(self.minst), Literal(self.hoeyst)
        )
        return [
            self._ulest("heltall"),
            Sjekk("heltall_utenfor", utenfor, self.tekst, f"{self.minst}–{self.hoeyst}"),
        ]


@dataclass(frozen=True)
class JaNei(Typet):
    """«ja» or «nei»."""

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("ja eller nei")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "nei"

    def uttrykk(self) -> Composable:
        """Read as true or false."""
        return SQL("CASE lower({}) WHEN 'ja' THEN true WHEN 'nei' THEN false END").format(self.raa)

    def egne_sjekker(self) -> list[Sjekk]:
        """One of the two."""
        return [self._ulest("ja_nei")]


@dataclass(frozen=True)
class Virksomhetsnummer(Typet):
    """The number of a municipality or county, read as its id."""

    type: str = "kommune"

    @property
    def forklaring(self) -> str:
        """What a cell has to be, in words."""
        return _("Kommunenummer, fire sifre") if self.type == "kommune" else _("Fylkesnummer, to sifre")

    def slagets_eksempel(self) -> str:
        """Return an example that any column of this kind can have."""
        return "5001" if self.type == "kommune" else "50"

    def uttrykk(self) -> Composable:
        """Read as the id, by the join."""
        return SQL("{}.id").format(Identifier(f"v_{self.navn}"))

    def oppslag(self) -> Composable | None:
        """Return the join. Spreadsheets take the first zero of a number: «301» is read as «0301»."""
        return sql.SQL(
            "LEFT JOIN tilgang_virksomhet {0} ON {0}.type = {1}"
            " AND {0}.nummer = CASE WHEN length({2}) = {3} THEN '0' || {2} ELSE {2} END"
        ).format(Identifier(f"v_{self.navn}"), Literal(self.type), self.raa, Literal(self._sifre - 1))

    @property
    def _sifre(self) -> int:
        return 4 if self.type == "kommune" else 2

    def egne_sjekker(self) -> list[Sjekk]:
        """Known in the register of organisations; a zero that was put back is said."""
        uten_null = SQL("length({}) = {} AND {} IS NOT NULL").format(
            self.tekst, Literal(self._sifre - 1), self.verdi
        )
        return [
            self._ulest(f"ukjent_{self.type}"),
            Sjekk("null_foran", uten_null, self.tekst, merk=True),
        ]
