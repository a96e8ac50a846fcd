"""The worked examples of the grant, as tables a case worker can check by hand."""

from tests.tilskudd.sak import F50, K5001, Regnskap, Sak


def eksempel_1(periode_registrert: str = "10.09.2023") -> Sak:
    """Entry 01.03.2023, so year 1 has 366 days; vedtak from April; VGO from August."""
    sak = Sak(foedt="15.06.1995", tillatelse="9a", innvilget="10.01.2023", landgruppe="H")
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.04.2023", registrert="05.04.2023")
    sak.vgo("21.08.2023", "20.06.2024", registrert=periode_registrert)
    return sak


def test_e1_kommunen_og_fylket_deler_aaret_etter_dager() -> None:
    assert eksempel_1().tabell("2024K2") == [
        # opptjent   tilskudd   mottaker  dager  kroner
        ("2023K1", "P-AR1-H", "K5001", 31, 3_092),
        ("2023K2", "P-AR1-H", "K5001", 91, 9_075),
        ("2023K3", "P-AR1-H", "F50", 41, 4_089),
        ("2023K3", "P-AR1-H", "K5001", 51, 5_086),
        ("2023K4", "P-AR1-H", "F50", 92, 9_174),
        ("2024K1", "P-AR1-H", "F50", 60, 5_984),
        ("2024K1", "P-AR2-H", "F50", 31, 6_200),
        ("2024K2", "P-AR2-H", "F50", 81, 16_200),
        ("2024K2", "P-AR2-H", "K5001", 10, 2_000),
    ]


def test_e1_aar_1_blir_til_sammen_satsen() -> None:
    poster = eksempel_1().opptjent("2024K2").poster
    assert sum(p.beloep for p in poster if p.aar.aar_nr == 1) == 36_500


def test_e2_sent_registrert_periode_gir_etterbetaling_til_fylket_og_trekk_hos_kommunen() -> None:
    regnskap = Regnskap(eksempel_1(periode_registrert="02.02.2024"))
    assert regnskap.tabell("2023K1") == []  # the decision is registered on 5 April
    assert regnskap.tabell("2023K2") == [
        ("K5001", "2023K1", "P-AR1-H", "etterbetaling", 3_092),
        ("K5001", "2023K2", "P-AR1-H", "ordinaer", 9_075),
    ]
    assert regnskap.tabell("2023K3") == [("K5001", "2023K3", "P-AR1-H", "ordinaer", 9_175)]
    assert regnskap.tabell("2023K4") == [("K5001", "2023K4", "P-AR1-H", "ordinaer", 9_174)]
    assert regnskap.tabell("2024K1") == [
        ("F50", "2023K3", "P-AR1-H", "etterbetaling", 4_089),
        ("F50", "2023K4", "P-AR1-H", "etterbetaling", 9_174),
        ("F50", "2024K1", "P-AR1-H", "ordinaer", 5_984),
        ("F50", "2024K1", "P-AR2-H", "ordinaer", 6_200),
        ("K5001", "2023K3", "P-AR1-H", "trekk", -4_089),
        ("K5001", "2023K4", "P-AR1-H", "trekk", -9_174),
    ]
    kommune, fylke = regnskap.netto[K5001], regnskap.netto[F50]
    assert (kommune.linjer_sum, kommune.utbetales, kommune.overfoert_ut) == (-13_263, 0, -13_263)
    assert (fylke.utbetales, fylke.overfoert_ut) == (4_089 + 9_174 + 5_984 + 6_200, 0)


def test_e3_kollektiv_beskyttelse_gir_ett_aar_fra_foerste_vedtak() -> None:
    sak = Sak(tillatelse="9e", innvilget="01.11.2022", landgruppe="")
    sak.bor(K5001, "01.12.2022")
    sak.vedtak("01.02.2023", registrert="03.02.2023")
    sak.vgo("21.08.2023", "31.01.2024", registrert="01.09.2023")
    assert sak.tabell("2024K1") == [
        ("2023K1", "P37D-AR1", "K5001", 59, 7_274),
        ("2023K2", "P37D-AR1", "K5001", 91, 11_219),
        ("2023K3", "P37D-AR1", "F50", 41, 5_055),
        ("2023K3", "P37D-AR1", "K5001", 51, 6_288),
        ("2023K4", "P37D-AR1", "F50", 92, 11_342),
        ("2024K1", "P37D-AR1", "F50", 31, 3_822),
    ]
    assert sak.sum_for("2024K1", K5001) == (201, 24_781)
    assert sak.sum_for("2024K1", F50) == (164, 20_219)
    assert 24_781 + 20_219 == 45_000


def test_t8_samme_aar_som_i_kildene_innenfor_en_halv_krone() -> None:
    """T8: exactly 20 219.18 and 24 780.82 with øre."""
    sak = Sak(tillatelse="9e", innvilget="01.11.2022", landgruppe="")
    sak.bor(K5001, "01.12.2022")
    sak.vedtak("01.02.2023")
    sak.vgo("21.08.2023", "31.01.2024")
    assert round(45_000 * 164 / 365) == sak.sum_for("2024K1", F50)[1]
    assert round(45_000 * 201 / 365) == sak.sum_for("2024K1", K5001)[1]
