"""The cases that must hold: one short story each."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tilskudd.sak import F46, F50, K4601, K5001, K5006, Regnskap, Sak, eksempelsatser, kvartal
from tests.tilskudd.test_eksempler import eksempel_1
from tilskudd.rules.hvorfor import Hvem, Kode, vilkaar
from tilskudd.rules.opptjening import Manglende
from tilskudd.rules.ordninger import ORDNING_FOR_TILLATELSE, Ordning, rett_alder


def vanlig_sak(**annet: Any) -> Sak:
    """Lives in 5001 from 01.03.2023, decision from April 2023."""
    sak = Sak(**annet)
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.04.2023")
    return sak


# --- full time ---


@pytest.mark.parametrize(
    ("timer", "kombinasjon", "hovedansvar", "mottaker"),
    [
        ("30", False, False, F50),
        ("29", False, False, K5001),
        ("29.9", False, False, K5001),
        ("35", False, False, F50),
        ("20", True, True, F50),
        ("20", True, False, K5001),
        ("20", False, True, K5001),
    ],
)
def test_fulltid_er_30_timer_eller_kombinasjonsklasse_med_hovedansvar_i_fylket(
    timer: str, kombinasjon: bool, hovedansvar: bool, mottaker: int
) -> None:
    sak = vanlig_sak()
    sak.vgo("01.07.2023", "30.09.2023", timer=timer, kombinasjon=kombinasjon, hovedansvar=hovedansvar)
    assert [rad[2] for rad in sak.tabell("2023K3") if rad[0] == "2023K3"] == [
        "F50" if mottaker == F50 else "K5001"
    ]


def test_periode_uten_sluttdato_gir_fylket_ingenting() -> None:
    sak = vanlig_sak()
    sak.vgo("21.08.2023", None)
    assert sak.sum_for("2023K4", F50) == (0, 0)
    assert sak.sum_for("2023K4", K5001)[0] == 306
    svar = vilkaar(sak.fakta, paa=kvartal("2023K4").til, satser=eksempelsatser())
    mangler = [v for v in svar if not v.oppfylt]
    assert [(v.kode, v.hvem) for v in mangler] == [(Kode.SLUTTDATO, Hvem.KOMMUNEN)]


def test_fylket_faar_ingenting_uten_vedtak_og_det_gjoer_heller_ikke_kommunen() -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023")
    sak.vgo("21.08.2023", "20.06.2024")
    assert sak.tabell("2024K2") == []


# --- age ---


@pytest.mark.parametrize(
    ("foedt", "innvilget", "i_maalgruppen"),
    [
        ("11.01.2005", "10.01.2023", False),  # 17 years and a day short
        ("10.01.2005", "10.01.2023", True),  # 18 that day
        ("10.01.1956", "10.01.2023", False),  # 67 that day
        ("11.01.1956", "10.01.2023", True),  # 66 for one day more
        ("29.02.2004", "27.02.2022", False),
        ("29.02.2004", "28.02.2022", True),  # the birthday falls on 28 February in a common year
    ],
)
def test_alderen_naar_tillatelsen_ble_gitt_avgjoer(foedt: str, innvilget: str, i_maalgruppen: bool) -> None:
    sak = Sak(foedt=foedt, innvilget=innvilget)
    sak.bor(K5001, innvilget)
    sak.vedtak("01.02.2023")
    assert bool(sak.tabell("2023K2")) is i_maalgruppen
    opplysning = sak.fakta.personopplysninger[0]
    assert rett_alder(opplysning.foedselsdato, opplysning.tillatelse_dato) is i_maalgruppen


def test_den_som_var_17_kommer_aldri_inn_heller_ikke_som_19_aaring() -> None:
    sak = vanlig_sak(foedt="10.02.2005", innvilget="10.01.2023")  # T15
    assert sak.tabell("2025K4") == []


def test_dager_fra_67_aarsdagen_gir_ingenting_heller_ikke_til_fylket() -> None:
    sak = vanlig_sak(foedt="15.11.1956")
    sak.vgo("21.08.2023", "20.06.2024")
    assert [rad[:4] for rad in sak.tabell("2024K2") if rad[0] >= "2023K4"] == [
        ("2023K4", "P-AR1-H", "F50", 31 + 14)
    ]


# --- where one lives ---


def test_flytting_inne_i_et_kvartal_deles_etter_dager() -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023", "10.05.2023")
    sak.bor(K5006, "11.05.2023")
    sak.vedtak("01.04.2023")
    assert sak.tabell("2023K2") == [
        ("2023K1", "P-AR1-H", "K5001", 31, 3_092),
        ("2023K2", "P-AR1-H", "K5001", 40, 3_989),
        ("2023K2", "P-AR1-H", "K5006", 51, 5_086),
    ]


def test_flytting_til_et_annet_fylke_mens_perioden_loeper_endrer_ikke_fylkets_dager() -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023", "31.10.2023")
    sak.bor(K4601, "01.11.2023")
    sak.vedtak("01.04.2023")
    sak.vgo("21.08.2023", "20.06.2024")
    assert [rad[2:4] for rad in sak.tabell("2023K4") if rad[0] == "2023K4"] == [("F50", 92)]
    assert sak.sum_for("2024K2", F46) == (0, 0)
    assert sak.sum_for("2024K2", K4601)[0] == 10  # after the period


def test_periode_i_et_annet_fylke_gir_det_fylket_dagene() -> None:
    sak = vanlig_sak()
    sak.vgo("01.07.2023", "30.09.2023", fylke=F46)
    assert ("2023K3", "P-AR1-H", "F46", 92, 9_175) in sak.tabell("2023K3")


def test_dager_uten_folkeregistrert_kommune_gir_ingenting_heller_ikke_til_fylket() -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023", "31.08.2023")
    sak.bor(K5001, "01.11.2023")
    sak.vedtak("01.04.2023")
    sak.vgo("21.08.2023", "20.12.2023")
    dager = {rad[0]: rad[3] for rad in sak.tabell("2023K4") if rad[2] == "F50"}
    assert dager == {"2023K3": 11, "2023K4": 50}


def test_innreise_er_det_seneste_av_tillatelse_og_foerste_kommune() -> None:
    foer = Sak(innvilget="01.06.2023")
    foer.bor(K5001, "01.03.2023")
    foer.vedtak("01.04.2023")
    assert foer.opptjent("2023K2").poster[0].aar.fra.isoformat() == "2023-06-01"
    # also when the first residence ended before the permit
    foer = Sak(innvilget="01.06.2023")
    foer.bor(K5006, "01.01.2023", "31.01.2023")
    foer.bor(K5001, "01.08.2023")
    foer.vedtak("01.04.2023")
    assert foer.opptjent("2023K3").poster[0].aar.fra.isoformat() == "2023-06-01"
    assert foer.sum_for("2023K3", K5001)[0] == 61


# --- grant years ---


def test_innreise_29_februar_gir_aar_som_begynner_28_februar_i_vanlige_aar() -> None:
    sak = Sak(innvilget="29.02.2024")
    sak.bor(K5001, "01.02.2024")
    sak.vedtak("01.04.2024")
    aar = sorted({(p.aar.aar_nr, str(p.aar.fra), str(p.aar.slutt)) for p in sak.opptjent("2026K4").poster})
    assert aar == [
        (1, "2024-02-29", "2025-02-28"),
        (2, "2025-02-28", "2026-02-28"),
        (3, "2026-02-28", "2027-02-28"),
    ]
    assert sum(p.beloep for p in sak.opptjent("2026K4").poster if p.aar.aar_nr == 1) == 36_500


def test_et_aar_uten_vedtak_foer_det_er_slutt_gir_ingenting_for_noen() -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.03.2024")  # the first day after year 1
    sak.vgo("21.08.2023", "20.06.2024")
    assert {rad[1] for rad in sak.tabell("2024K2")} == {"P-AR2-H"}
    sak.vedtak("29.02.2024")  # the last day of year 1
    assert {rad[1] for rad in sak.tabell("2024K2")} == {"P-AR1-H", "P-AR2-H"}


def test_vedtak_teller_saa_snart_det_er_registrert_ogsaa_med_start_fram_i_tid() -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.12.2023", registrert="05.04.2023")
    assert sak.sum_for("2023K2", K5001)[0] == 31 + 91


@pytest.mark.parametrize("annet", [{"ordning": "introduksjon"}, {"vedtakstype": "avslag"}])
def test_bare_innvilget_norsk_utloeser(annet: dict[str, str]) -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.04.2023", **annet)
    assert sak.tabell("2023K4") == []


def test_9e_med_to_vedtak_foelger_det_tidligste_og_aaret_flytter_seg() -> None:
    sak = Sak(tillatelse="9e", innvilget="01.11.2022", landgruppe="")
    sak.bor(K5001, "01.12.2022")
    sak.vedtak("01.07.2023", registrert="10.07.2023")
    regnskap = Regnskap(sak)
    assert regnskap.tabell("2023K3") == [("K5001", "2023K3", "P37D-AR1", "ordinaer", 11_311)]
    sak.vedtak("01.01.2023", registrert="01.10.2023")
    assert regnskap.tabell("2023K4") == [
        ("K5001", "2023K1", "P37D-AR1", "etterbetaling", 11_096),
        ("K5001", "2023K2", "P37D-AR1", "etterbetaling", 11_219),
        ("K5001", "2023K3", "P37D-AR1", "etterbetaling", 32),  # the year has other day numbers now
        ("K5001", "2023K4", "P37D-AR1", "ordinaer", 11_342),
    ]
    assert sum(linje.beloep for linje in regnskap.bokfoert) == 45_000


def test_9e_aaret_kan_begynne_foer_tillatelse_og_bosted_men_bare_bosatte_dager_gir_noe() -> None:
    sak = Sak(tillatelse="9e", innvilget="01.02.2023", landgruppe="")
    sak.bor(K5001, "15.01.2023")
    sak.vedtak("01.01.2023")
    assert sak.sum_for("2023K1", K5001)[0] == 90 - 14


@pytest.mark.parametrize("tillatelse", sorted(ORDNING_FOR_TILLATELSE))
def test_tillatelsen_bestemmer_ordningen(tillatelse: str) -> None:
    sak = vanlig_sak(tillatelse=tillatelse)
    koder = {rad[1] for rad in sak.tabell("2023K2")}
    assert koder == {"9e": {"P37D-AR1"}, "28": set()}.get(tillatelse, {"P-AR1-H"})


# --- stopped ---


def test_permanent_stans_stopper_dagene_og_et_senere_vedtak_aapner_ikke() -> None:
    sak = vanlig_sak()
    sak.stans("15.05.2023")
    sak.stans("01.09.2023")
    sak.vedtak("01.10.2023")
    assert sak.sum_for("2023K4", K5001)[0] == 31 + 44


@pytest.mark.parametrize("annet", [{"varighet": "midlertidig"}, {"ordning": "introduksjon"}])
def test_midlertidig_stans_og_stans_i_annet_endrer_ingenting(annet: dict[str, str]) -> None:
    sak = vanlig_sak()
    sak.stans("15.05.2023", **annet)
    assert sak.sum_for("2023K2", K5001)[0] == 31 + 91


# --- runs ---


def test_forkortet_periode_etter_godkjent_kjoering_gir_trekk_i_den_neste() -> None:
    sak = eksempel_1()
    regnskap = Regnskap(sak)
    regnskap.kjoer("2023K4")
    sak.slett("vgo", sak.fakta.vgo[0].id, "15.02.2024")
    sak.vgo("21.08.2023", "30.11.2023", registrert="15.02.2024", samme_som=sak.fakta.vgo[0].id)
    assert regnskap.tabell("2024K1") == [
        ("F50", "2023K4", "P-AR1-H", "trekk", -3_091),
        ("K5001", "2023K4", "P-AR1-H", "etterbetaling", 3_091),
        ("K5001", "2024K1", "P-AR1-H", "ordinaer", 5_984),
        ("K5001", "2024K1", "P-AR2-H", "ordinaer", 6_200),
    ]
    assert regnskap.netto[F50].overfoert_ut == -3_091


def test_trekk_til_null_staar_paa_fakta_i_linjen_det_reverserer() -> None:
    sak = vanlig_sak()
    regnskap = Regnskap(sak)
    (foerst, *_) = regnskap.kjoer("2023K2")
    sak.slett("vedtak", sak.fakta.vedtak[0].id, "02.07.2023")
    trekk = [linje for linje in regnskap.kjoer("2023K3") if linje.kvartal == foerst.kvartal]
    assert [(t.beloep, t.beloep_foer, t.beloep_etter, t.dager) for t in trekk] == [(-3_092, 3_092, 0, -31)]
    assert trekk[0].grunnlag == foerst.grunnlag
    assert (trekk[0].sats, trekk[0].dager_i_aaret, trekk[0].strekk) == (36_500, 366, ())


def test_rettet_landgruppe_reverserer_og_foerer_paa_nytt() -> None:
    sak = vanlig_sak()
    satser = eksempelsatser() | {(Ordning.P_AR, 1, "L", 2023): 18_300}
    regnskap = Regnskap(sak, satser)
    regnskap.kjoer("2023K1")
    sak.rett_person("15.06.1995", "9a", "10.01.2023", "L", "10.04.2023")
    assert regnskap.tabell("2023K2") == [
        ("K5001", "2023K1", "P-AR1-H", "trekk", -3_092),
        ("K5001", "2023K1", "P-AR1-L", "etterbetaling", 1_550),
        ("K5001", "2023K2", "P-AR1-L", "ordinaer", 4_550),
    ]


def test_samme_kjoering_om_igjen_gir_ingenting_nytt() -> None:
    regnskap = Regnskap(eksempel_1())
    assert regnskap.kjoer("2024K1")
    assert regnskap.kjoer("2024K1") == []


def test_linjene_peker_paa_det_de_staar_paa() -> None:
    sak = eksempel_1()
    person, bosted, vedtak, periode = (
        getattr(sak.fakta, hva)[0].id for hva in ("personopplysninger", "bosteder", "vedtak", "vgo")
    )
    sak.stans("01.06.2024")
    grunnlag = {(str(p.kvartal), p.mottaker): p.grunnlag for p in sak.opptjent("2024K2").poster}
    kommunens = grunnlag["2023K3", K5001]
    assert (kommunens.personopplysning, kommunens.vedtak, kommunens.bosteder) == (person, vedtak, (bosted,))
    assert kommunens.vgo == (periode,)  # it took days away
    assert grunnlag["2023K2", K5001].vgo == ()
    assert grunnlag["2023K4", F50].vgo == (periode,)
    assert grunnlag["2023K4", F50].stans is None
    assert grunnlag["2024K2", F50].stans == sak.fakta.stans[0].id


# --- rates ---


def test_manglende_sats_gir_verken_pluss_eller_minus() -> None:
    sak = eksempel_1()
    regnskap = Regnskap(sak)
    regnskap.kjoer("2023K4")
    sak.slett("vgo", sak.fakta.vgo[0].id, "15.02.2024")
    regnskap.satser = {n: s for n, s in eksempelsatser().items() if n[1] != 1}
    assert {linje.aar_nr for linje in regnskap.kjoer("2024K1")} == {2}
    assert sak.opptjent("2024K1", regnskap.satser).mangler == (Manglende(Ordning.P_AR, 1, "H", 2023),)


def test_ukjent_landgruppe_er_en_manglende_sats() -> None:
    sak = vanlig_sak(landgruppe="")
    svar = sak.opptjent("2023K2")
    assert svar.poster == ()
    assert svar.mangler == (Manglende(Ordning.P_AR, 1, "", 2023),)


def test_et_aar_uten_opptjente_dager_mangler_ingen_sats() -> None:
    sak = Sak(landgruppe="")
    sak.bor(K5001, "01.03.2023", "31.03.2023")
    sak.vedtak("01.04.2023")
    sak.vgo("01.04.2023", "30.06.2023")
    assert [m.aar_nr for m in sak.opptjent("2025K4").mangler] == [1]


def test_satsen_er_den_for_kalenderaaret_tilskuddsaaret_begynner_i() -> None:
    satser = eksempelsatser() | {(Ordning.P_AR, 1, "H", 2024): 99_000, (Ordning.P_AR, 2, "H", 2024): 80_000}
    poster = vanlig_sak().opptjent("2024K2", satser).poster
    assert {(p.aar.aar_nr, p.sats) for p in poster} == {(1, 36_500), (2, 80_000)}
