"""The fields of a register's list that are kept and compared: a closed list, each with its legal basis. Pure.

Nothing else of a file is stored: cells of columns that are none of these are not kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Slag(StrEnum):
    """The two lists of NIR that can be downloaded (regelverk § 4.6)."""

    PERSONER = "personer"
    AVSLUTTEDE = "avsluttede"


class Felt(StrEnum):
    """What is compared. `PERSON` is the row itself: whether the person stands on both sides."""

    PERSON = "person"
    NAVN = "navn"
    FOEDSELSDATO = "foedselsdato"
    KOMMUNE = "kommune"
    KATEGORI = "kategori"
    SLUTTMAAL = "sluttmaal"
    VEDTAK_INTRO = "vedtak_intro"
    START_INTRO = "start_intro"
    VEDTAK_NORSK = "vedtak_norsk"
    AVSLUTNINGSAARSAK = "avslutningsaarsak"
    AVSLUTNINGSDATO = "avslutningsdato"


# Integreringsforskriften, the paragraph that lets the field be processed.
HJEMLER: Mapping[Felt, str] = {
    Felt.PERSON: "forskriften § 46 b",
    Felt.NAVN: "forskriften § 46 a",
    Felt.FOEDSELSDATO: "forskriften § 46 a",
    Felt.KOMMUNE: "forskriften § 46 c",
    Felt.KATEGORI: "forskriften §§ 52 a og 53 a",
    Felt.SLUTTMAAL: "forskriften § 52 b",
    Felt.VEDTAK_INTRO: "forskriften § 52 a",
    Felt.START_INTRO: "forskriften § 52 a",
    Felt.VEDTAK_NORSK: "forskriften § 53 a",
    Felt.AVSLUTNINGSAARSAK: "forskriften § 52 a",
    Felt.AVSLUTNINGSDATO: "forskriften § 52 a",
}
DATOER = frozenset(
    {Felt.FOEDSELSDATO, Felt.VEDTAK_INTRO, Felt.START_INTRO, Felt.VEDTAK_NORSK, Felt.AVSLUTNINGSDATO}
)
KODER = frozenset({Felt.KATEGORI, Felt.SLUTTMAAL, Felt.AVSLUTNINGSAARSAK})
DUF, FORNAVN, ETTERNAVN = "duf", "fornavn", "etternavn"
_VERDIER = tuple(felt.value for felt in Felt if felt is not Felt.PERSON)
_AVSLUTTEDE = (Felt.NAVN, Felt.KATEGORI, Felt.SLUTTMAAL, Felt.AVSLUTNINGSAARSAK, Felt.AVSLUTNINGSDATO)


def kolonner(slag: Slag) -> tuple[str, ...]:
    """Return the columns a file of the kind may have: the report of ended programmes has six (§ 4.6)."""
    verdier = tuple(f.value for f in _AVSLUTTEDE) if slag is Slag.AVSLUTTEDE else _VERDIER
    return (DUF, FORNAVN, ETTERNAVN, *verdier)


class Utfall(StrEnum):
    """What a comparison of one field came to."""

    LIKT = "likt"
    ULIKT = "ulikt"
    BARE_REGISTER = "bare_register"
    BARE_HOS_OSS = "bare_hos_oss"
    UKJENT_KODE = "ukjent_kode"
    ULEST = "ulest"
    IKKE_SAMMENLIGNET = "ikke_sammenlignet"


class Kategori(StrEnum):
    """Our words for the register's categories: right and duty per scheme (integreringsloven §§ 8, 26–28)."""

    INTRO_RETT_OG_PLIKT = "intro_rett_og_plikt"
    INTRO_RETT = "intro_rett"
    INTRO_KAN_TILBYS = "intro_kan_tilbys"
    INTRO_FULLFOERE = "intro_fullfoere"
    INTRO_INGEN = "intro_ingen"
    NORSK_RETT_OG_PLIKT = "norsk_rett_og_plikt"
    NORSK_RETT = "norsk_rett"
    NORSK_PLIKT = "norsk_plikt"
    NORSK_KAN_TILBYS = "norsk_kan_tilbys"
    NORSK_FULLFOERE = "norsk_fullfoere"
    NORSK_INGEN = "norsk_ingen"
