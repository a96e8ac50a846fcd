"""The pages that hold a round against other ways: scenarios, maps, and IMDi's own numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from bosetting.diagram import over_aarene
from bosetting.hvorfor import imdis_anmodninger
from bosetting.kart import UTEN
from bosetting.kodeverk import Indikator
from bosetting.models import Runde
from tests.bosetting.bordhjelp import NAMSOS, adresse, klient, runde, sett_tall
from tests.bosetting.hjelp import lag_kriterium, lag_runde, sett_kommune
from tests.fabrikk import STEINKJER, TRONDHEIM
from tests.klasser.nettleser import tekst
from tests.lister.hjelp import antall_spoerringer

__all__ = ["klient", "runde"]
pytestmark = pytest.mark.django_db


def test_scenariene_side_om_side(klient: Client, runde: Runde) -> None:
    """Each way has its numbers, its frame, and how far it is from the round's own."""
    lag_kriterium(runde, vekt=Decimal("0.20"), indikatorer=[Indikator.ARBEIDSKRAFT])
    sett_tall(runde, STEINKJER, Indikator.ARBEIDSKRAFT, 5)
    for nummer, forrige in ((TRONDHEIM, 100), (STEINKJER, 50), (NAMSOS, 50)):
        sett_tall(runde, nummer, "anmodning", forrige)
    assert antall_spoerringer(klient, adresse(runde, "scenarier")) <= 10
    svar = klient.get(adresse(runde, "scenarier"))
    tabell = svar.context["tabell"]
    assert [(k.navn, k.ramme) for k in tabell.kolonner] == [
        ("Runden", 160),
        ("Bare folketall", 160),
        ("I fjor skalert", 160),
        ("20 prosent færre", 128),
        ("20 prosent flere", 192),
        ("Uten Arbeid", 160),
    ]
    assert dict(tabell.rader)["Steinkjer"][:3] == (46, 40, 40)
    assert [k.avvik for k in tabell.kolonner] == [
        None,
        Decimal("3.8"),
        Decimal("3.8"),
        None,
        None,
        Decimal("3.8"),
    ]
    assert "Plassert annerledes enn i runden" in tekst(svar)


def test_et_scenario_som_ikke_gaar_sier_hvorfor(klient: Client, runde: Runde) -> None:
    """With caps of 170 in all, a fifth more is 22 too many; and the Danish key needs everybody's figures."""
    for nummer, tak, andel in ((TRONDHEIM, 80, 20), (STEINKJER, 45, 10), (NAMSOS, 45, 10)):
        sett_kommune(runde, nummer, kapasitet=tak)
        sett_tall(runde, nummer, Indikator.INNVANDRERE, andel)
    svar = klient.get(adresse(runde, "scenarier"))
    kolonner = {k.navn: k for k in svar.context["tabell"].kolonner}
    assert kolonner["20 prosent flere"].galt.endswith("det mangler plass til 22 personer.")
    assert "20 prosent flere: Grensene har ikke plass til alle" in tekst(svar)
    assert "Dansk nøkkel" in kolonner
    assert "Bare kapasitet og ønske" in kolonner


def test_kartet_og_tabellen_sier_det_samme(klient: Client, runde: Runde) -> None:
    """Those asked have a class and a row; the others are drawn without a number."""
    sett_tall(runde, TRONDHEIM, "anmodning", 40)
    assert antall_spoerringer(klient, adresse(runde, "kart")) <= 10
    svar = klient.get(adresse(runde, "kart"))
    promille, endring = svar.context["kartene"]
    assert [f.tekst for f in promille.flater if f.klasse != UTEN] == [
        "Trondheim: 10",
        "Steinkjer: 10",
        "Namsos: 10",
    ]
    assert [(f.tekst, f.klasse) for f in endring.flater if f.klasse != UTEN] == [
        ("Trondheim: 100 %", "kart-e5")
    ]
    assert [(b.navn, b.promille) for b in svar.context["linjer"]] == [
        ("Namsos", Decimal("10.0")),
        ("Steinkjer", Decimal("10.0")),
        ("Trondheim", Decimal("10.0")),
    ]
    assert "© Kartverket" in tekst(svar)


@pytest.mark.parametrize("navn", ["scenarier", "kart"])
def test_en_runde_som_ikke_kan_beregnes(klient: Client, navn: str) -> None:
    """Without a frame there is nothing to compare; the page says so."""
    tom = lag_runde(ramme=None, em_ramme=0)
    assert "Runden har ingen ramme." in tekst(klient.get(adresse(tom, navn)))


def test_etterproevingen_er_en_side(klient: Client) -> None:
    """Each round of IMDi's, each simple way, and the bars of the frames."""
    adresse = "/bosetting/etterproeving/"
    assert antall_spoerringer(klient, adresse) <= 10
    svar = klient.get(adresse)
    rader = {r.navn: r for r in svar.context["rader"]}
    assert list(rader) == [
        "2020 opprinnelig",
        "2020 revidert",
        "2021",
        "2022 opprinnelig",
        "2022 revidert",
        "2025 revidert",
        "2026",
    ]
    assert rader["2021"].avvik == tuple(Decimal(n) for n in ("25.5", "21.5", "16.2", "9.7", "5.8", "8.4"))
    assert rader["2020 opprinnelig"].avvik[-1] is None
    summer = ["563", "391", "619", "641", "3790", "1446", "1583"]
    assert [s.sum.replace("\xa0", "") for s in svar.context["d"].stolper] == summer


def test_hvorfor_viser_aarene(klient: Client, runde: Runde) -> None:
    """What IMDi has asked the municipality for before, as bars and as a table."""
    side = klient.get(adresse(runde, "hvorfor", TRONDHEIM)).context["side"]
    assert side.aarene[0] == ("2020 opprinnelig", 155)
    assert side.diagram.stolper[-1].sum == "450"
    assert imdis_anmodninger("5020")[0] == ("2020 opprinnelig", None)


def test_ingenting_aa_tegne() -> None:
    """A municipality that was never asked has no bars; one not asked once has a dash."""
    assert over_aarene([("2021", None), ("2022", 0)]) is None
    tegnet = over_aarene([("2021", None), ("2022", 10)])
    assert tegnet is not None
    assert [(s.sum, len(s.deler)) for s in tegnet.stolper] == [("–", 0), ("10", 1)]
