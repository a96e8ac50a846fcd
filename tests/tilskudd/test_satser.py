"""Rates: who may, what no rate is, the sourced ones, and the file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.actions import importer_fil
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser, vedta
from tilskudd import actions, satsdata
from tilskudd.models import Sats, Satsforslag
from tilskudd.satsfil import siste_laaste_instant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def i_kontekst(db: None) -> Iterator[None]:
    with kontekst(motor_kontekst()):
        yield


@pytest.fixture
def raadgiver() -> Aktoer:
    return fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)


def sats(**annet: Any) -> dict[str, Any]:
    standard = {
        "ordning": "P-AR", "aar_nr": 1, "landgruppe": "H", "budsjettaar": 2025, "beloep": 40_000,
        "status": "vedtatt", "kilde": "Rundskriv",
    }  # fmt: skip
    return standard | annet


def test_de_kildebelagte_satsene_er_lastet_med_status_og_kilde() -> None:
    rader = Sats.objects.values_list("ordning", "aar_nr", "landgruppe", "budsjettaar", "beloep", "status")
    assert set(rader) == {
        ("P-AR", 1, "L", 2018, 13_600, "vedtatt"),
        ("P-AR", 1, "H", 2018, 31_900, "vedtatt"),
        ("P-AR", 2, "L", 2018, 24_100, "vedtatt"),
        ("P-AR", 2, "H", 2018, 62_300, "vedtatt"),
        ("P-AR", 3, "L", 2018, 15_000, "vedtatt"),
        ("P-AR", 3, "H", 2018, 43_350, "vedtatt"),
        ("P37D", 1, "", 2023, 45_000, "forslag"),
        ("P37D", 1, "", 2024, 48_400, "ubekreftet"),
    }
    assert not Sats.objects.filter(kilde="").exists()
    # T10 and T11, on the same numbers
    hoey = dict(Sats.objects.filter(budsjettaar=2018, landgruppe="H").values_list("aar_nr", "beloep"))
    lav = dict(Sats.objects.filter(budsjettaar=2018, landgruppe="L").values_list("aar_nr", "beloep"))
    assert 2 * hoey[1] + lav[2] + hoey[3] == 131_250
    assert (sum(hoey.values()), sum(lav.values())) == (137_550, 52_700)


def test_lasting_om_igjen_roerer_ikke_det_noen_har_endret() -> None:
    Sats.objects.filter(budsjettaar=2023).update(beloep=46_000)
    Sats.objects.filter(budsjettaar=2024).delete()
    assert satsdata.last_satser(Sats, "default") == 1
    assert Sats.objects.get(budsjettaar=2023).beloep == 46_000


def test_lagre_legger_til_og_endrer(raadgiver: Aktoer) -> None:
    foerst = actions.lagre_sats(**sats(status="forslag"), av=raadgiver)
    endret = actions.lagre_sats(**sats(status="forslag", beloep=41_000), av=raadgiver)
    assert isinstance(foerst, Sats)
    assert (foerst.pk, endret.beloep, endret.kode) == (endret.pk, 41_000, "P-AR1-H")


@pytest.mark.parametrize(
    ("gal", "felt"),
    [
        ({"landgruppe": ""}, ""),
        ({"ordning": "P37D"}, ""),
        ({"aar_nr": 4}, ""),
        ({"beloep": 0}, ""),
        ({"beloep": -5}, "beloep"),
        ({"status": "kanskje"}, "status"),
        ({"kilde": " "}, "kilde"),
        ({"status": "eksempel"}, "status"),
    ],
)
def test_slike_satser_finnes_ikke(raadgiver: Aktoer, gal: dict[str, Any], felt: str) -> None:
    with pytest.raises(Regelbrudd) as feil:
        actions.lagre_sats(**sats(**gal), av=raadgiver)
    assert list(feil.value.meldinger) == [felt]


def test_hvem_som_endrer_satser(raadgiver: Aktoer) -> None:
    for rolle in (Rolle.TILSKUDDSGODKJENNER, Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_FLYKTNINGTJENESTE):
        with pytest.raises(IkkeTilgang):
            actions.lagre_sats(**sats(), av=fabrikk.lag_aktoer(rolle))
    actions.lagre_sats(**sats(), av=fabrikk.lag_aktoer(Rolle.ADMINISTRATOR))
    assert not Sats.objects.filter(budsjettaar=2025).exists()


@override_settings(DEMO=True)
def test_et_eksempel_staar_ved_siden_av_den_ekte(raadgiver: Aktoer) -> None:
    ekte = actions.lagre_sats(**sats(status="forslag"), av=raadgiver)
    eksempel = actions.lagre_sats(**sats(status="eksempel", beloep=1), av=raadgiver)
    assert isinstance(eksempel, Sats)
    assert ekte.pk != eksempel.pk
    actions.slett_sats(sats=eksempel, av=raadgiver)
    assert Sats.objects.filter(budsjettaar=2025).count() == 1


def test_en_sats_som_er_brukt_eller_vedtatt_slettes_ikke() -> None:
    sett_satser(status="vedtatt")
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1))
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    runder = Runder()
    runder.beregn("2023K2")
    brukt = Sats.objects.get(ordning="P-AR", aar_nr=1, landgruppe="H", budsjettaar=2023)
    with pytest.raises(Regelbrudd, match="En vedtatt sats slettes ikke"):
        actions.slett_sats(sats=brukt, av=runder.raadgiver)
    Sats.objects.filter(budsjettaar=2023).update(status="ubekreftet")
    brukt.refresh_from_db()
    with pytest.raises(Regelbrudd, match="er brukt"):
        actions.slett_sats(sats=brukt, av=runder.raadgiver)
    ubrukt = Sats.objects.get(ordning="P-AR", aar_nr=1, landgruppe="L", budsjettaar=2023)
    actions.slett_sats(sats=ubrukt, av=runder.raadgiver)
    with pytest.raises(IkkeTilgang):
        actions.slett_sats(sats=brukt, av=runder.godkjenner)


# --- the file ---

HODE = "ordning;aar_nr;landgruppe;budsjettaar;beloep;status;kilde\n"


def importer(raadgiver: Aktoer, *rader: str) -> tuple[dict[str, int], list[list[str]]]:
    """Import the rows; return the counts and the answer's cells."""
    utfall = importer_fil(slag="satser", innhold=(HODE + "\n".join(rader)).encode(), av=raadgiver)
    svar = utfall.svar.decode("utf-8-sig").splitlines()[1:]
    return {s: n for s, n in utfall.antall.items() if n}, list(csv.reader(svar, delimiter=";"))


def test_filen_tas_inn_og_om_igjen_endrer_ingenting(raadgiver: Aktoer) -> None:
    rader = ("P-AR;2;H;2025;60 000;vedtatt;Rundskriv", "p37d;1;;2025;50000;vedtatt;Rundskriv")
    antall, _svar = importer(raadgiver, *rader, rader[0])
    assert antall == {"ny": 2, "uendret": 1}
    # what one person brings in is adopted by another
    assert not Sats.objects.filter(budsjettaar=2025).exists()
    assert importer(raadgiver, *rader)[0] == {"uendret": 2}
    for forslag in Satsforslag.objects.filter(budsjettaar=2025):
        vedta(forslag)
    assert Sats.objects.filter(budsjettaar=2025, status="vedtatt").count() == 2
    assert importer(raadgiver, *rader)[0] == {"uendret": 2}


@pytest.mark.parametrize(
    ("rad", "feil"),
    [
        ("P-AR;1;;2025;1;vedtatt;x", "slik sats finnes ikke"),
        ("P37D;2;;2025;1;vedtatt;x", "slik sats finnes ikke"),
        ("P37D;1;H;2025;1;vedtatt;x", "slik sats finnes ikke"),
        ("P-AR;1;H;2025;1;eksempel;x", "bare legges inn i en demo"),
        ("P-AR;4;H;2025;1;vedtatt;x", "aar_nr"),
        ("P-AR;1;H;2025;mye;vedtatt;x", "beloep"),
        ("P-AR;1;H;1999;1;vedtatt;x", "budsjettaar"),
        ("P-AR;1;H;2025;1;vedtatt;", "kilde: må fylles ut"),
        ("P-AR;1;H;2018;1;vedtatt;x", "alt lagt inn, med beløpet 31900"),
        ("AR;1;H;2025;1;vedtatt;x", "ordning"),
    ],
)
def test_gale_rader_kommer_tilbake(raadgiver: Aktoer, rad: str, feil: str) -> None:
    antall, [svar] = importer(raadgiver, rad)
    assert antall == {"avvist": 1}
    assert feil in svar[-1]


def test_samme_sats_to_ganger_med_ulike_verdier(raadgiver: Aktoer) -> None:
    antall, svar = importer(raadgiver, "P-AR;1;H;2025;1;vedtatt;x", "P-AR;1;H;2025;2;vedtatt;x")
    assert antall == {"avvist": 2}
    assert "står også på linje 3" in svar[0][-1]


@pytest.mark.parametrize(("budsjettaar", "foer"), [(2023, "forslag"), (2024, "ubekreftet")])
def test_en_vedtatt_sats_i_filen_avloeser_forslaget_naar_en_til_har_vedtatt(
    raadgiver: Aktoer, budsjettaar: int, foer: str
) -> None:
    satsen = Sats.objects.get(ordning="P37D", budsjettaar=budsjettaar, status=foer)
    rad = f"P37D;1;;{budsjettaar};41000;vedtatt;Rundskriv"
    assert importer(raadgiver, rad, rad)[0] == {"ny": 1, "uendret": 1}
    antall, [svar] = importer(raadgiver, f"P37D;1;;{budsjettaar};43000;vedtatt;Rundskriv")
    assert antall == {"avvist": 1}
    assert "venter alt på en til, med beløpet 41000" in svar[-1]
    [forslag] = Satsforslag.objects.all()
    assert vedta(forslag).pk == satsen.pk
    satsen.refresh_from_db()
    assert (satsen.beloep, satsen.status, satsen.kilde) == (41_000, "vedtatt", "Rundskriv")
    assert importer(raadgiver, rad)[0] == {"uendret": 1}
    # the way back, and a change of what is adopted, are for the page
    for igjen in ("41000;forslag", "42000;vedtatt"):
        assert importer(raadgiver, f"P37D;1;;{budsjettaar};{igjen};Rundskriv")[0] == {"avvist": 1}


@override_settings(DEMO=True)
def test_en_vedtatt_sats_lar_eksempelet_staa(raadgiver: Aktoer) -> None:
    eksempel, vedtatt = "P-AR;1;H;2025;1;eksempel;Demo", "P-AR;1;H;2025;2;vedtatt;Rundskriv"
    assert importer(raadgiver, eksempel)[0] == {"ny": 1}
    assert importer(raadgiver, vedtatt)[0] == {"ny": 1}
    assert importer(raadgiver, eksempel, vedtatt)[0] == {"uendret": 2}


def test_satser_har_en_klokke_saa_historisk_endrer_ingenting() -> None:
    innhold = "ordning;aar_nr;landgruppe;budsjettaar;beloep;status;kilde;registrert\n"
    innhold += "P-AR;2;H;2025;60000;vedtatt;Rundskriv;01.01.2025\n"
    administrator = fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)
    utfall = importer_fil(slag="satser", innhold=innhold.encode(), av=administrator, historisk=True)
    assert (utfall.antall["ny"], utfall.kvittering.historisk) == (1, False)
    assert utfall.merknader == ("Kolonnen registrert er ikke brukt.",)


@override_settings(DEMO=True)
def test_eksempelsatser_i_demo(raadgiver: Aktoer) -> None:
    assert importer(raadgiver, "P37D;1;;2024;1000;eksempel;Demo")[0] == {"ny": 1}
    assert Sats.objects.filter(budsjettaar=2024).count() == 2


def test_historien_er_laast_til_siste_godkjente_skjaeringstidspunkt() -> None:
    sett_satser()
    runder = Runder()
    assert siste_laaste_instant() is None
    runder.beregn("2023K2")
    assert siste_laaste_instant() is None
    kjoering = runder.bokfoer("2023K2")
    assert siste_laaste_instant() == kjoering.skjaeringstidspunkt
