"""After the round: recommended, asked for, decided and settled; what others show of the settlement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from bosetting.etter import les_etter
from bosetting.tall import bosatte, kapittel, spoer_bosatte
from integrering.grunnmur.samlet import les_samlet
from integrering.tilgang.roller import Rolle
from tests.bosetting.hjelp import lag_anbefalt, lag_runde, saksbehandler, som, svar
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker
from tests.kunnskap.hjelp import les_inn
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def test_uten_hentede_tall_brukes_anmodningen_systemet_har_med_seg() -> None:
    runde = lag_anbefalt(2026)
    with som(saksbehandler()):
        etter = les_etter(runde)
    trondheim = next(linje for linje in etter.linjer if linje.navn == "Trondheim")
    assert (trondheim.anmodning.tall, trondheim.vedtak.tall, trondheim.gjenstaar) == (450, None, None)
    assert trondheim.vedtak.merke == "Mangler"
    assert etter.summer == (("Anbefalt", 600), ("Anmodning", 1583))
    assert [a.mot for a in etter.avstander] == ["Anmodning"] and etter.avstander[0].prosent > 0
    assert etter.diagram is not None and [s.sum for s in etter.diagram.stolper] == ["600", "1\xa0583"]


def test_hentede_tall_gir_det_som_gjenstaar_og_skjermede_telles_ikke() -> None:
    runde = lag_anbefalt(2027, til="sendt")
    les_inn("Kommune;Tall\nTrondheim;200\nSteinkjer;20\n", indikator="anmodning", aar=2027)
    les_inn("Kommune;Tall\nTrondheim;190\nSteinkjer;20\n", indikator="vedtak", aar=2027)
    les_inn("Kommune;Tall\nTrondheim;150\nSteinkjer;:\n", indikator="bosatt", aar=2027)
    with som(saksbehandler()):
        etter = les_etter(runde)
        rader = les_samlet({"t": spoer_bosatte(date(2027, 6, 1))})["t"]
        vist = bosatte(rader, date(2027, 6, 1))
        tomt = les_samlet({"t": spoer_bosatte(date(2030, 6, 1))})["t"]
        assert bosatte(tomt, date(2030, 6, 1)) is None
        (tabell,) = kapittel(2027)
    linjer = {linje.navn: linje for linje in etter.linjer}
    assert linjer["Trondheim"].gjenstaar == 40
    assert (linjer["Steinkjer"].bosatt.tall, linjer["Steinkjer"].bosatt.merke) == (None, "Skjermet")
    anbefalt = linjer["Trondheim"].anbefalt
    avstander = {a.mot: a for a in etter.avstander}
    assert avstander["Bosatt"].prosent == Decimal(round(Decimal(abs(anbefalt - 150)) / 300 * 1000)) / 10
    assert [(a.mot, a.kommuner) for a in etter.avstander] == [("Anmodning", 2), ("Vedtak", 2), ("Bosatt", 1)]
    assert vist is not None and vist.verdi == "150 av 220"
    assert tabell.rader == (("Bosetting 2027", "Sendt", "600", 0),)


def test_siden_etter_runden() -> None:
    klient = inn(lag_bruker(Rolle.LEDER))
    tom = lag_runde(2028)
    svaret = klient.get(reverse("bosetting:etterpaa", args=[tom.noekkel])).content.decode()
    assert "Runden er ikke beregnet ennå" in svaret
    runde = lag_anbefalt(2026)
    adresse = reverse("bosetting:etterpaa", args=[runde.noekkel])
    side = klient.get(adresse).content.decode()
    assert "1 583" in side.replace("\xa0", " ") and "Ikke spurt" not in side
    assert "Plassert annerledes" in side and "rapporter.css" in side and 'id="m1"' in side
    assert antall_spoerringer(klient, adresse) <= 10


def test_siden_til_kommunen_viser_svaret_og_anbefalingen_naar_den_er_sendt() -> None:
    runde = lag_runde(2027, tilstand="dialog")
    svar(runde, TRONDHEIM, antall=41)
    lag_anbefalt(2028, til="sendt")
    lag_anbefalt(2029)
    for rolle in (Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_FLYKTNINGTJENESTE):
        side = inn(lag_bruker(rolle)).get(reverse("kommune", args=[TRONDHEIM])).content.decode()
        assert "Bosetting 2027" in side and ">41<" in side and "Bosetting 2028" in side
        assert "Bosetting 2029" not in side
    andre = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER))
    assert ">41<" not in andre.get(reverse("kommune", args=[STEINKJER])).content.decode()
