"""Calculations kept by name: typed on the board, stored with all that went in, made again."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from bosetting import actions
from bosetting.gjentatt import gjentatt
from bosetting.models import Beregning, Runde, Scenario
from bosetting.queries.regnegrunnlag import kommuneradene
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.roller import Rolle
from tests.bosetting.bordhjelp import NAMSOS, adresse, klient, runde, utfylt
from tests.bosetting.hjelp import kommune_i, lag_scenario, saksbehandler, sett_kommune, som
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer
from tests.klasser.nettleser import tekst
from tests.lister.hjelp import antall_spoerringer

__all__ = ["klient", "runde"]
pytestmark = pytest.mark.django_db


def _svar(scenario: Scenario) -> dict[str, int]:
    return {nr: linje["antall"] for nr, linje in scenario.beregning.svar.items() if linje["antall"]}


def test_lagre_det_som_er_skrevet_uten_aa_endre_runden(klient: Client, runde: Runde) -> None:
    """What is typed and its answer are kept; the round's own rows stand."""
    skrevet = utfylt(runde, "scenario", n5001_kapasitet="60")
    svar = klient.post(adresse(runde), {**skrevet, "navn": "Lite i Trondheim"}, follow=True)
    assert "Lite i Trondheim er lagret som scenario." in tekst(svar)
    assert "Regnet på nytt nå, av det som er lagret: samme svar." in tekst(svar)
    with som(saksbehandler()):
        lagret = Scenario.objects.select_related("beregning").get()
    assert _svar(lagret) == {TRONDHEIM: 60, STEINKJER: 50, NAMSOS: 50}
    assert kommune_i(runde).kapasitet is None


@pytest.mark.parametrize(
    ("navn", "felt", "melding"),
    [
        ("", {}, "Gi scenarioet et navn."),
        ("Finnes", {}, "Runden har alt et scenario med dette navnet."),
        ("Til 01017012345", {}, ""),
        ("Umulig", {"n5001_laas": "300", "n5001_laas_grunn": "For mye"}, "personer mer enn rammen"),
    ],
)
def test_det_som_ikke_lagres(
    klient: Client, runde: Runde, navn: str, felt: dict[str, Any], melding: str
) -> None:
    """No name, a name that is taken, a number about a person, and limits that cannot be kept."""
    lag_scenario(runde, "Finnes")
    svar = klient.post(adresse(runde), {**utfylt(runde, "scenario", **felt), "navn": navn})
    assert svar.status_code == 422
    assert melding in tekst(svar)
    with som(saksbehandler()):
        assert Scenario.objects.count() == 1


def test_samme_inndata_er_samme_beregning(runde: Runde) -> None:
    """Two names for the same inputs share the stored calculation; other inputs make another."""
    en, to = lag_scenario(runde, "En"), lag_scenario(runde, "To")
    assert en.beregning_id == to.beregning_id
    sett_kommune(runde, kapasitet=60)
    assert lag_scenario(runde, "Tre").beregning_id != en.beregning_id


def test_gjentas_av_det_lagrede_naar_runden_er_endret(runde: Runde) -> None:
    """The stored inputs give the stored answer, whatever has become of the round since."""
    scenario = lag_scenario(runde)
    sett_kommune(runde, laas=20, laas_grunn="Avtalt")
    g = gjentatt(scenario.beregning, {TRONDHEIM: "Trondheim"}, {})
    assert (g.samme_avtrykk, g.samme_svar) == (True, True)
    assert ("Trondheim", 80, 2) in g.rader
    assert len(g.rader) == 3


@pytest.mark.parametrize(
    ("ramme", "samme"), [(160, (True, True)), (161, (False, False)), (5, (False, False))]
)
def test_et_inngrep_i_det_lagrede_oppdages(runde: Runde, ramme: int, samme: tuple[bool, bool]) -> None:
    """Inputs that are not those of the fingerprint, and an answer they do not give, are told."""
    beregning = lag_scenario(runde).beregning
    beregning.inndata["forutsetninger"]["ramme"] = ramme
    g = gjentatt(beregning, {}, {})
    assert (g.samme_avtrykk, g.samme_svar) == samme


def test_siden_sier_fra_om_et_annet_svar(klient: Client, runde: Runde) -> None:
    """A stored answer the inputs do not give is told on the page; and so is another fingerprint."""
    with som(saksbehandler()) as av:
        god = lag_scenario(runde).beregning
        for nr, felt, melding in (
            (
                8,
                {"svar": {**god.svar, TRONDHEIM: {"antall": 1, "em": 0, "grense": ""}}},
                "blir svaret et annet",
            ),
            (9, {"avtrykk": "0" * 64}, "stemmer ikke med avtrykket"),
        ):
            alt = {"inndata": god.inndata, "svar": god.svar, "avtrykk": god.avtrykk, **felt}
            feil = Beregning.objects.create(runde=runde, nr=nr, av_id=av.bruker_id, **alt)
            ny = Scenario.objects.create(runde=runde, navn=melding, beregning=feil, av_id=av.bruker_id)
            assert melding in tekst(klient.get(reverse("bosetting:scenario", args=[ny.noekkel])))


def test_ved_siden_av_de_andre_maatene(klient: Client, runde: Runde) -> None:
    """The kept ones stand beside the round's own, with how far they are from it; few questions."""
    sett_kommune(runde, kapasitet=60)
    lag_scenario(runde, "Med tak")
    sett_kommune(runde, kapasitet=None)
    assert antall_spoerringer(klient, adresse(runde, "scenarier")) <= 10
    svar = klient.get(adresse(runde, "scenarier"))
    siste = svar.context["tabell"].kolonner[-1]
    assert (siste.navn, siste.ramme, str(siste.avvik)) == ("Med tak", 160, "12.5")
    assert dict(svar.context["tabell"].rader)["Trondheim"][-1] == 60
    noekkel = svar.context["lagrede"][0].noekkel
    assert antall_spoerringer(klient, reverse("bosetting:scenario", args=[noekkel])) <= 10


def test_hvem_som_lagrer_og_at_ingen_endrer(runde: Runde) -> None:
    """The auditor is refused; what is kept is neither changed nor taken away; a locked round takes none."""
    with som(lag_aktoer(Rolle.INNSYNSREVISOR)) as av, pytest.raises(IkkeTilgang):
        actions.lagre_scenario(runde=runde, navn="Nei", rader=[], av=av)
    lagret = lag_scenario(runde)
    with som(saksbehandler()) as av:
        with pytest.raises(DatabaseError), transaction.atomic():
            Scenario.objects.filter(pk=lagret.pk).update(navn="Endret")
        with pytest.raises(DatabaseError), transaction.atomic():
            lagret.delete()
        for felt in ({"tilstand": "dialog"}, {"tilstand": "godkjenning", "foreslaatt_av": av.bruker_id}):
            Runde.objects.filter(pk=runde.pk).update(**felt, endret_av=av.bruker_id)
        with pytest.raises(Regelbrudd, match="låst"):
            actions.lagre_scenario(runde=runde, navn="Sent", rader=kommuneradene(runde), av=av)
    assert str(lagret) == "Et scenario"
