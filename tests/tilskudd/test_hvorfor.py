"""«Hvorfor får vi (ikke) tilskudd for denne personen?»"""

from __future__ import annotations

from tests.tilskudd.sak import K5001, Sak, dato, eksempelsatser
from tests.tilskudd.test_eksempler import eksempel_1
from tilskudd.rules.hvorfor import HJEMMEL, Hvem, Kode, Vilkaar, vilkaar

PAA = "31.12.2023"


def svar(sak: Sak, paa: str = PAA) -> list[Vilkaar]:
    return list(vilkaar(sak.fakta, paa=dato(paa), satser=eksempelsatser()))


def ikke_oppfylt(sak: Sak, paa: str = PAA) -> list[tuple[Kode, Hvem]]:
    return [(v.kode, v.hvem) for v in svar(sak, paa) if not v.oppfylt]


def test_alt_i_orden() -> None:
    sak = eksempel_1()
    assert ikke_oppfylt(sak) == []
    assert [v.kode for v in svar(sak)] == [
        Kode.TILLATELSE, Kode.ALDER, Kode.UNDER_67, Kode.LANDGRUPPE, Kode.BOSATT, Kode.VEDTAK,
        Kode.IKKE_STANSET, Kode.SATS, Kode.VGO, Kode.FULLTID, Kode.SLUTTDATO,
    ]  # fmt: skip


def test_hvert_vilkaar_har_en_hjemmel_og_peker_paa_et_faktum() -> None:
    assert set(HJEMMEL) == set(Kode)
    for v in svar(eksempel_1()):
        assert v.hjemmel
        assert v.fakta or v.kode in {Kode.IKKE_STANSET, Kode.SATS}


def test_de_to_registreringene_mangler_og_kommunen_maa_gjoere_noe() -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023")
    assert ikke_oppfylt(sak) == [(Kode.VEDTAK, Hvem.KOMMUNEN), (Kode.VGO, Hvem.KOMMUNEN)]


def test_bare_perioden_angaar_bare_fylket() -> None:
    assert {v.kode for v in svar(eksempel_1()) if v.bare_fylket} == {Kode.VGO, Kode.FULLTID, Kode.SLUTTDATO}


def test_vedtak_som_begynner_etter_alle_aarene_utloeser_ingenting() -> None:
    sak = Sak()
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.03.2026")
    assert (Kode.VEDTAK, Hvem.KOMMUNEN) in ikke_oppfylt(sak)


def test_personen_selv() -> None:
    sak = Sak(tillatelse="28", foedt="01.01.1950", landgruppe="")
    assert [kode for kode, _ in ikke_oppfylt(sak)] == [
        Kode.TILLATELSE, Kode.ALDER, Kode.UNDER_67, Kode.BOSATT, Kode.VEDTAK, Kode.VGO,
    ]  # fmt: skip


def test_ukjent_person() -> None:
    sak = Sak()
    sak.slett("personopplysninger", 1, "01.01.2021")
    synlige = sak.fakta.synlige(sak.fakta.personopplysninger[0].erstattet)  # type: ignore[arg-type]
    koder = [v.kode for v in vilkaar(synlige, paa=dato(PAA), satser={}) if not v.oppfylt]
    assert koder == [Kode.TILLATELSE, Kode.BOSATT, Kode.VEDTAK, Kode.VGO]


def test_landgruppe_stans_og_sats() -> None:
    sak = Sak(landgruppe="")
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.04.2023")
    sak.vgo("21.08.2023", "20.06.2024", timer="20")
    sak.stans("01.06.2023")
    assert ikke_oppfylt(sak) == [
        (Kode.LANDGRUPPE, Hvem.FYLKET),
        (Kode.IKKE_STANSET, Hvem.INGEN),
        (Kode.SATS, Hvem.FYLKET),
        (Kode.FULLTID, Hvem.INGEN),
    ]


def test_kollektiv_beskyttelse_har_ingen_landgruppe() -> None:
    sak = Sak(tillatelse="9e", landgruppe="")
    sak.bor(K5001, "01.03.2023")
    sak.vedtak("01.04.2023")
    assert Kode.LANDGRUPPE not in {v.kode for v in svar(sak)}
