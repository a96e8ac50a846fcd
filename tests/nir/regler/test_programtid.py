"""Sluttmål og programtid: integreringsloven §§ 13, 14, 14 a, forskriften §§ 3, 4, 10, 19, 75, 76."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.nir.rules import programtid as pt
from integrering.nir.rules.beregning import Utfall
from integrering.nir.rules.fravaer import Fravaer, Fravaerstype
from integrering.nir.rules.grunnlag import Felt, Grunnlag
from integrering.nir.rules.programtid import Foreldreveiledning, Livsmestring, Programtid
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.sluttmaal import Sluttmaal
from integrering.nir.rules.virkedager import antall_virkedager
from tests.nir.regler.personer import I_DAG, REGLER, flyktning, ukrainer

S = Sluttmaal
I_2024, EDAG_25, ETTER_25 = date(2024, 6, 1), date(2025, 1, 1), date(2025, 1, 2)
EDAG_26, ETTER_26 = date(2026, 1, 1), date(2026, 1, 2)
GRUNN, BIDRAR = "grunn_til_aa_tro", "skal_hvis_det_bidrar"


@pytest.mark.parametrize(
    ("vgs", "maal", "tilbud", "svar"),
    [
        (True, S.ARBEID, ETTER_26, Programtid(12, 0)),
        (True, S.HOEYERE_UTDANNING, ETTER_26, Programtid(12, 0)),
        (True, S.REKVALIFISERING, ETTER_26, Programtid(12, 0)),
        (True, S.ARBEID, EDAG_26, Programtid(6, 6, GRUNN)),
        (True, S.ARBEID, EDAG_25, Programtid(6, 6, GRUNN)),
        (False, S.DELER_VGO, ETTER_25, Programtid(36, 12, BIDRAR)),
        (False, S.DELER_VGO, EDAG_25, Programtid(24, 12, GRUNN)),
        (False, S.VGO, ETTER_25, Programtid(48, 12, BIDRAR)),
        (False, S.VGO, EDAG_25, Programtid(36, 12, GRUNN)),
        (False, S.FAGOPPLAERING, ETTER_25, Programtid(60, 0)),
        (False, S.ARBEID, ETTER_26, Programtid(24, 0)),
        (False, S.ARBEID, EDAG_26, Programtid(24, 12, GRUNN)),
        (False, S.GRUNNSKOLE, I_2024, Programtid(24, 12, GRUNN)),
    ],
    ids=[
        "§ 13: arbeid", "§ 13: høyere utdanning", "§ 13: rekvalifisering",
        "§ 75: tilbud 1.1.2026 er ikke etter", "§ 75: tilbud 1.1.2025",
        "§ 14: deler av VGO, tilbud 2.1.2025", "§ 76: deler av VGO, tilbud 1.1.2025",
        "§ 14: VGO, tilbud 2.1.2025", "§ 76: VGO, tilbud 1.1.2025", "§ 14: fag- og yrkesopplæring",
        "§ 14: arbeid, tilbud 2.1.2026", "§ 76: arbeid, tilbud 1.1.2026", "2020-loven: grunnskole",
    ],
)  # fmt: skip
def test_programtid(vgs: bool, maal: Sluttmaal, tilbud: date, svar: Programtid) -> None:
    person = flyktning(har_vgs=vgs, sluttmaal=maal, tilbud_oppstart_intro=tilbud)
    assert pt.programtid(person, REGLER, I_DAG).svar == svar
    # § 34 følger de samme tidene (§ 37 c; før 2026 etter § 13 slik den lød)
    like = replace(person, tillatelse="9e")
    assert pt.programtid(like, REGLER, I_DAG).svar == svar


@pytest.mark.parametrize(
    ("annet", "utfall", "hva"),
    [
        ({"sluttmaal": S.VGO, "har_vgs": True}, Utfall.GJELDER_IKKE, Grunn.SLUTTMAAL_PASSER_IKKE),
        ({"sluttmaal": S.REKVALIFISERING, "har_vgs": False}, Utfall.GJELDER_IKKE,
            Grunn.SLUTTMAAL_PASSER_IKKE),
        ({"sluttmaal": None, "har_vgs": None}, Utfall.UKJENT, (Felt.SLUTTMAAL, Felt.HAR_VGS)),
        ({"tilbud_oppstart_intro": None}, Utfall.UKJENT, (Felt.TILBUD_OPPSTART_INTRO,)),
        ({"sluttmaal": S.GRUNNSKOLE}, Utfall.UKJENT, (Regelmangel.INGEN_VERDI,)),
        (
            {"tillatelse_dato": date(2020, 1, 1), "ankomst": date(2020, 1, 1)},
            Utfall.UKJENT,
            (Regelmangel.INTRODUKSJONSLOVEN,),
        ),
    ],
    ids=["§ 13: VGO med VGS", "§ 14: rekvalifisering uten VGS", "mål og utdanning ukjent", "tilbud ukjent",
         "grunnskole etter 2025", "introduksjonsloven"],
)  # fmt: skip
def test_programtid_uten_svar(annet: dict[str, Any], utfall: Utfall, hva: Any) -> None:
    grunn = {"sluttmaal": S.VGO, "har_vgs": False, "tilbud_oppstart_intro": ETTER_26}
    b = pt.programtid(flyktning(**grunn | annet), REGLER, I_DAG)
    assert b.utfall is utfall
    assert (b.grunn or b.mangler) == hva


MED_MAAL = (S.ARBEID, S.HOEYERE_UTDANNING, S.REKVALIFISERING)
UTEN_MAAL = (S.DELER_VGO, S.VGO, S.FAGOPPLAERING, S.ARBEID)


@pytest.mark.parametrize(
    ("person", "tillatt", "hovedregel"),
    [
        (flyktning(har_vgs=True), MED_MAAL, None),
        (flyktning(), UTEN_MAAL, None),
        (flyktning(foedt=date(2001, 9, 2)), UTEN_MAAL, S.VGO),
        (flyktning(foedt=date(2001, 9, 1)), UTEN_MAAL, None),
        (flyktning(foedt=date(2001, 5, 2), vedtak_intro=date(2026, 5, 1)), UTEN_MAAL, S.VGO),
        (flyktning(foedt=date(1970, 2, 2)), (S.ARBEID,), S.ARBEID),
        (flyktning(foedt=date(1970, 2, 3)), UTEN_MAAL, None),
        (flyktning(foedt=date(1970, 2, 2), har_vgs=True), (S.ARBEID,), S.ARBEID),
        (flyktning(vedtak_intro=date(2025, 12, 31)), (S.DELER_VGO, S.VGO, S.ARBEID, S.GRUNNSKOLE), None),
        (flyktning(vedtak_intro=date(2025, 12, 31), har_vgs=True), (S.ARBEID, S.HOEYERE_UTDANNING), None),
    ],
    ids=[
        "§ 13: med VGS", "§ 14: uten VGS", "§ 14 tredje ledd: 24 år i dag", "§ 14: fyller 25 i dag",
        "§ 14 tredje ledd: 24 år ved vedtaket", "§ 14: 56 år ved tillatelsen", "§ 14: 55 år ved tillatelsen",
        "§ 13: 56 år med VGS", "2020-loven: uten VGS", "2020-loven: med VGS",
    ],
)  # fmt: skip
def test_hvilke_sluttmaal(
    person: Grunnlag, tillatt: tuple[Sluttmaal, ...], hovedregel: Sluttmaal | None
) -> None:
    b = pt.sluttmaal_valg(person, REGLER, I_DAG)
    assert b.svar is not None
    assert (b.svar.tillatt, b.svar.hovedregel) == (tillatt, hovedregel)


def test_maaletidspunktet_er_ubekreftet_og_sies() -> None:
    assert pt.sluttmaal_valg(flyktning(), REGLER, I_DAG).ubekreftet


START = {"sluttmaal": S.ARBEID, "har_vgs": True, "tilbud_oppstart_intro": ETTER_26}
SYK = Fravaerstype.LEGEERKLAERING


def borte(fra: date, til: date, type_: Fravaerstype = SYK) -> Fravaer:
    return Fravaer(type=type_, fra=fra, til=til)


@pytest.mark.parametrize(
    ("oppstart", "fravaer", "slutt"),
    [
        (date(2026, 2, 2), (), date(2027, 2, 1)),
        (date(2026, 3, 31), (), date(2027, 3, 30)),
        (date(2028, 2, 29), (), date(2029, 2, 27)),
        (date(2026, 2, 2), (borte(date(2026, 3, 2), date(2026, 3, 13)),), date(2027, 2, 1)),
        (date(2026, 2, 2), (borte(date(2026, 3, 2), date(2026, 3, 16)),), date(2027, 2, 16)),
        (
            date(2026, 2, 2),
            (borte(date(2026, 3, 2), date(2026, 3, 13)), borte(date(2026, 5, 4), date(2026, 5, 4),
                Fravaerstype.FRED)),
            date(2027, 2, 16),
        ),
        (date(2026, 2, 2), (borte(date(2026, 7, 1), date(2026, 7, 31), Fravaerstype.FERIE),), date(2027,
            2, 1)),
        (date(2026, 2, 2), (borte(date(2026, 3, 2), date(2026, 4, 30), Fravaerstype.UGYLDIG),),
            date(2027, 2, 1)),
    ],
    ids=[
        "tolv måneder", "månedsslutt", "skuddag", "ti virkedager legges ikke til (§ 10)",
        "elleve virkedager legges til alle (§ 10)", "fravær og permisjon til sammen (§§ 10 og 19)",
        "ferie legges ikke til (§ 19)", "fravær uten tillatelse legges ikke til",
    ],
)  # fmt: skip
def test_programslutt(oppstart: date, fravaer: tuple[Fravaer, ...], slutt: date) -> None:
    person = flyktning(**START, oppstart_intro=oppstart)
    assert pt.programslutt(person, REGLER, I_DAG, fravaer).svar == slutt


def test_forlengelse_aldri_mer_enn_loven() -> None:
    person = flyktning(sluttmaal=S.VGO, tilbud_oppstart_intro=ETTER_25, oppstart_intro=date(2025, 2, 1))
    assert pt.programslutt(person, REGLER, I_DAG).svar == date(2029, 1, 31)
    assert pt.programslutt(person, REGLER, I_DAG, forlenget=6).svar == date(2029, 7, 31)
    assert pt.programslutt(person, REGLER, I_DAG, forlenget=36).svar == date(2030, 1, 31)


def test_bare_det_som_er_over_naar_verdien_sier_det() -> None:
    rader = dict(REGLER.rader)
    kode = Regelkode.TILLEGG_OMFANG
    rader[kode] = (replace(rader[kode][0], verdi="over"),)
    regler = replace(REGLER, rader=rader)
    elleve = (borte(date(2026, 3, 2), date(2026, 3, 16)),)
    assert pt.tillegg(flyktning(), regler, I_DAG, elleve).svar == 1
    b = pt.tillegg(flyktning(), REGLER, date(2025, 12, 31), elleve)
    assert b.regler_som_mangler == (Regelkode.TILLEGG_TERSKEL,)


@given(
    st.dates(date(2026, 1, 2), date(2030, 1, 1)),
    st.lists(st.tuples(st.dates(date(2026, 2, 1), date(2027, 1, 1)), st.integers(0, 30)), max_size=5),
)
def test_mer_fravaer_gir_aldri_kortere_program(oppstart: date, perioder: list[tuple[date, int]]) -> None:
    fravaer = [borte(fra, fra + timedelta(n)) for fra, n in perioder]
    person = flyktning(**START, oppstart_intro=oppstart)
    slutt = [pt.programslutt(person, REGLER, I_DAG, fravaer[:n]).svar for n in range(len(fravaer) + 1)]
    assert slutt == sorted(slutt, key=lambda d: d or date.min)
    dager = pt.tillegg(person, REGLER, I_DAG, fravaer).svar
    assert dager is not None
    if dager and slutt[0] and slutt[-1]:
        assert antall_virkedager(slutt[0] + timedelta(1), slutt[-1]) == dager


@pytest.mark.parametrize(
    ("vgs", "vedtak", "svar"),
    [
        (True, date(2026, 1, 1), Livsmestring(5, 10)),
        (False, date(2026, 1, 1), Livsmestring(10, 15)),
        (True, date(2025, 12, 31), None),
    ],
    ids=["§ 4: med VGS", "§ 4: uten VGS", "vedtak 31.12.2025: eldre timetall er ikke lest"],
)
def test_livsmestring(vgs: bool, vedtak: date, svar: Livsmestring | None) -> None:
    assert pt.livsmestring(flyktning(har_vgs=vgs, vedtak_intro=vedtak), REGLER, I_DAG).svar == svar


def test_foreldreveiledning() -> None:
    forelder = flyktning(barn_under_18=True)
    assert pt.foreldreveiledning(forelder, REGLER, I_DAG).svar == Foreldreveiledning((8, 12), (5, 8))
    assert pt.foreldreveiledning(forelder, REGLER, I_DAG, True).svar == Foreldreveiledning((4, 12), (2, 8))
    assert pt.foreldreveiledning(ukrainer(), REGLER, I_DAG).grunn is Grunn.UTEN_BARN
    assert pt.foreldreveiledning(flyktning(barn_under_18=None), REGLER, I_DAG).mangler == (
        Felt.BARN_UNDER_18,
    )
