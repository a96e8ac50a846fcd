"""What is known of a person when rights, deadlines and registrations are worked out. Pure.

Everything may be unknown (None). A rule that needs what is unknown answers what is missing; it never guesses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from integrering.nir.rules.fritak import Fritak
from integrering.nir.rules.sluttmaal import Sluttmaal


class Felt(StrEnum):
    """The facts rules may ask for; each is the field of `Grunnlag` with the same name."""

    FOEDT = "foedt"
    STATSBORGERSKAP = "statsborgerskap"
    TILLATELSE = "tillatelse"
    TILLATELSE_DATO = "tillatelse_dato"
    PAR9_FRA = "par9_fra"
    FOERSTE_FORNYELSE = "foerste_fornyelse"
    FAMILIEINNVANDRING = "familieinnvandring"
    VEDTAK_KAP_6A = "vedtak_kap_6a"
    ANKOMST = "ankomst"
    BOSATT = "bosatt"
    ETTER_AVTALE = "etter_avtale"
    FOLKEREGISTRERT = "folkeregistrert"
    ARBEID_TIMER = "arbeid_timer"
    HAR_VGS = "har_vgs"
    FULLFOERT_GRUNNSKOLE = "fullfoert_grunnskole"
    BARN_UNDER_18 = "barn_under_18"
    KARTLAGT_FOER_BOSETTING = "kartlagt_foer_bosetting"
    KRAV_INTRO = "krav_intro"
    TILBUD_OPPSTART_INTRO = "tilbud_oppstart_intro"
    VEDTAK_INTRO = "vedtak_intro"
    OPPSTART_INTRO = "oppstart_intro"
    AVSLUTTET_INTRO = "avsluttet_intro"
    PLAN = "plan"
    SLUTTMAAL = "sluttmaal"
    KRAV_NORSK = "krav_norsk"
    TILBUD_OPPSTART_NORSK = "tilbud_oppstart_norsk"
    VEDTAK_NORSK = "vedtak_norsk"
    OPPSTART_NORSK = "oppstart_norsk"
    UTSATT_OPPSTART = "utsatt_oppstart"
    UTVIDET_NORSK = "utvidet_norsk"
    FYLKETS_ANSVAR = "fylkets_ansvar"
    BARNETS_FOEDSELSDATO = "barnets_foedselsdato"
    """A field of an absence, not of the person."""


@dataclass(frozen=True)
class Tidsrom:
    """Days from `fra` to `til`, both in; None is open."""

    fra: date
    til: date | None = None

    def har(self, dag: date) -> bool:
        """Return True when the day is in."""
        return self.fra <= dag and (self.til is None or dag <= self.til)


@dataclass(frozen=True, kw_only=True)
class Grunnlag:
    """One person. None is unknown, or for days of what happens in the course: not registered.

    Attributes:
        statsborgerskap: ISO 3166 alpha-3.
        tillatelse: code of `kodeverk.Tillatelsestype`.
        tidligere_tillatelser: codes of earlier permits, as registered.
        par9_fra: first day with any permit of § 9, when earlier than `tillatelse_dato`.
        foerste_fornyelse: first renewal of a permit 9d (§ 26 second paragraph).
        familieinnvandring: for 27 and 28: the permit follows utlendingsloven chapter 6.
        vedtak_kap_6a: has had a decision under chapter 6A (forskriften § 43 h).
        bosatt: first day settled in a municipality; `etter_avtale` by agreement (§ 8).
        folkeregistrert: first day in the population register of the municipality (§ 30).
        arbeid_timer: hours a week in work or offered work; 0 when none is registered.
        har_vgs: has education at upper secondary level (forskriften § 65 a).
        kartlagt_foer_bosetting: competence mapped under § 6.
        utsatt_oppstart: granted a late start (forskriften §§ 20–22).
        fylkets_ansvar: periods in which the county is responsible (§ 30 second paragraph); () when none.
        permisjoner_norsk: approved leave from training in Norwegian.
    """

    foedt: date | None = None
    statsborgerskap: str | None = None
    tillatelse: str | None = None
    tillatelse_dato: date | None = None
    tidligere_tillatelser: tuple[str, ...] = ()
    par9_fra: date | None = None
    foerste_fornyelse: date | None = None
    familieinnvandring: bool | None = None
    vedtak_kap_6a: bool | None = None
    ankomst: date | None = None
    bosatt: date | None = None
    etter_avtale: bool | None = None
    folkeregistrert: date | None = None
    arbeid_timer: int | None = None
    har_vgs: bool | None = None
    fullfoert_grunnskole: bool | None = None
    barn_under_18: bool | None = None
    kartlagt_foer_bosetting: bool | None = None
    krav_intro: date | None = None
    tilbud_oppstart_intro: date | None = None
    vedtak_intro: date | None = None
    oppstart_intro: date | None = None
    avsluttet_intro: date | None = None
    plan: date | None = None
    sluttmaal: Sluttmaal | None = None
    krav_norsk: date | None = None
    tilbud_oppstart_norsk: date | None = None
    vedtak_norsk: date | None = None
    oppstart_norsk: date | None = None
    utsatt_oppstart: bool | None = None
    utvidet_norsk: bool | None = None
    fylkets_ansvar: tuple[Tidsrom, ...] | None = None
    permisjoner_norsk: tuple[Tidsrom, ...] = ()
    fritak: tuple[Fritak, ...] = ()

    def i_program(self, dag: date) -> bool:
        """Return True when the introduction programme has begun and not ended."""
        startet = self.oppstart_intro is not None and self.oppstart_intro <= dag
        return startet and (self.avsluttet_intro is None or dag <= self.avsluttet_intro)

    def paabegynt_norsk(self, dag: date) -> bool:
        """Return True when training in Norwegian has begun."""
        return self.oppstart_norsk is not None and self.oppstart_norsk <= dag
