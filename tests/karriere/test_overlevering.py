"""Notatet når kommunen: overlevert, lest, minnet på, og registrert i IMDinett innen to måneder."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.visning import dato
from integrering.nir.models import Person
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions.felles import oppdater_oppgaver
from karriere.models import Notat, Sak
from karriere.rules.notat import lesefrist, lest_foer_vedtak, registreringsfrist
from tests.fabrikk import STEINKJER, lag_aktoer, lag_bruker, nytt_duf
from tests.karriere.hjelp import (
    I_DAG,
    flytt,
    lag_med_rett,
    lag_notat,
    lag_sak,
    lag_veiledet,
    om,
    saksbehandler,
    som,
)
from tests.rapporter.hjelp import pdf_tekst
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SKRIV, SEND = "KARRIERE_NOTAT", "KARRIERE_IKKE_SENDT"
REGISTRER, LES = "KARRIERE_IKKE_REGISTRERT", "KARRIERE_NOTAT_IKKE_LEST"


def _klient() -> Client:
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _kommunen(nummer: str = "5001") -> Client:
    return inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer=nummer))


def _sti(sak: Sak, resten: str = "kvittering/") -> str:
    return f"/karriere/sak/{sak.noekkel}/{resten}"


def _frister(sak: Sak) -> dict[str, date]:
    """Return the open tasks of the note, with their deadlines."""
    with kontekst(motor_kontekst()):
        aapne = Oppgave.objects.filter(kilde="karriere_sak", emne_id=sak.pk, lukket__isnull=True)
        return {o.regel: o.frist for o in aapne if o.regel in (SKRIV, SEND, REGISTRER, LES) and o.frist}


def _naa(sak: Sak) -> Sak:
    with kontekst(motor_kontekst()):
        return Sak.objects.get(pk=sak.pk)


def _veiledet(dager: int = -10) -> Sak:
    person = lag_med_rett()
    lag_veiledet(person, om(dager))
    return lag_sak(person)


@pytest.mark.parametrize(
    ("gjennomfoert", "frist"),
    [
        (date(2026, 3, 10), date(2026, 5, 10)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 12, 30), date(2028, 2, 29)),
    ],
)
def test_to_maaneder_etter_forskriften_59(gjennomfoert: date, frist: date) -> None:
    assert registreringsfrist(gjennomfoert) == frist


@pytest.mark.parametrize(
    ("purret", "frist"),
    [
        (None, date(2026, 3, 17)),
        (date(2026, 3, 12), date(2026, 3, 12)),
        (date(2026, 3, 30), date(2026, 3, 17)),
    ],
)
def test_en_uke_til_aa_lese_eller_den_dagen_de_blir_minnet(purret: date | None, frist: date) -> None:
    assert lesefrist(date(2026, 3, 10), purret) == frist


@pytest.mark.parametrize(
    ("lest", "vedtak", "svar"),
    [
        (None, None, None),
        (date(2026, 3, 1), None, None),
        (date(2026, 3, 1), date(2026, 3, 2), True),
        (date(2026, 3, 2), date(2026, 3, 2), True),
        (date(2026, 3, 3), date(2026, 3, 2), False),
        (None, date(2026, 3, 2), False),
    ],
)
def test_lest_foer_vedtaket(lest: date | None, vedtak: date | None, svar: bool | None) -> None:
    assert lest_foer_vedtak(lest, vedtak) is svar


def test_oppgavene_foelger_notatet_fra_samtalen_til_imdinett() -> None:
    sak = _veiledet()
    frist = registreringsfrist(om(-10))
    with som(saksbehandler()) as av:
        actions.flytt_til_senter(sak=sak, senter=None, av=av)  # any change lets the tasks be counted
    assert _frister(sak) == {SKRIV: frist}
    notat = lag_notat(sak, overlevert=False)
    assert _frister(sak) == {SEND: frist, REGISTRER: frist}
    with som(saksbehandler()) as av:
        actions.overlever(notat=notat, av=av)
    assert _frister(sak) == {LES: om(7), REGISTRER: frist}
    with som(lag_aktoer()) as av:
        actions.merk_lest(notat=Notat.objects.get(), av=av)
    assert _frister(sak) == {REGISTRER: frist}
    with som(saksbehandler()) as av:
        actions.merk_registrert(notat=notat, dag=I_DAG, av=av)
    assert _frister(sak) == {}


def test_den_som_aldri_har_bodd_i_en_kommune_har_ingen_mottaker() -> None:
    with kontekst(motor_kontekst()):
        person = Person.objects.create(duf=nytt_duf())
        sak = Sak.objects.create(person=person, rett="rett_og_plikt", frist=om(60), regnet=I_DAG)
    lag_notat(sak, overlevert=False)
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd, match="ikke i noen kommune"):
        actions.overlever(notat=Notat.objects.get(), av=av)
    assert _naa(sak).overlevert is None


def test_veilederen_overleverer_og_kommunen_leser() -> None:
    sak = _veiledet()
    lag_notat(sak, overlevert=False)
    klient = _klient()
    assert "Overlever til" in klient.get(_sti(sak)).content.decode()
    side = klient.post(_sti(sak, "notat/1/overlever/"), follow=True).content.decode()
    assert "Notatet er overlevert" in side and "Minn kommunen på notatet" in side
    klient.post(_sti(sak, "notat/1/overlever/"))  # again: no change
    assert "Elektriker" in _kommunen().get(_sti(sak, "notat/1/")).content.decode()
    naa = _naa(sak)
    assert naa.lest == I_DAG
    with kontekst(motor_kontekst()):
        assert sak.hendelser.filter(hva="overlevert").count() == 1
    side = klient.get(_sti(sak)).content.decode()
    assert dato(I_DAG) in side and "Minn kommunen på notatet" not in side


def test_fylkets_egen_lesning_er_ikke_kommunens() -> None:
    sak = lag_sak()
    lag_notat(sak)
    _klient().get(_sti(sak, "notat/1/"))
    assert _naa(sak).lest is None


def test_kommunen_minnes_en_gang_om_dagen() -> None:
    sak = lag_sak()
    lag_notat(sak)
    klient = _klient()
    side = klient.post(_sti(sak, "kvittering/minn/"), follow=True).content.decode()
    assert "oppgaven deres forfaller i dag" in side and "minnet på notatet i dag" in side
    assert _frister(sak)[LES] == I_DAG
    side = klient.post(_sti(sak, "kvittering/minn/"), follow=True).content.decode()
    assert "alt minnet" in side
    with kontekst(motor_kontekst()):
        assert sak.hendelser.filter(hva="purret").count() == 1
    _kommunen().get(_sti(sak, "notat/1/"))
    side = klient.post(_sti(sak, "kvittering/minn/"), follow=True).content.decode()
    assert "ikke noe ulest notat" in side


def test_uten_notat_sier_siden_hva_som_er_neste() -> None:
    sak = lag_sak()
    klient = _klient()
    assert "Notatet er ikke ferdig" in klient.get(_sti(sak)).content.decode()
    svar = klient.post(_sti(sak), {"dag": dato(I_DAG)})
    assert svar.status_code == 422 and "Notatet er ikke ferdig" in svar.content.decode()
    assert klient.post(_sti(sak, "notat/1/overlever/")).status_code == 404


@pytest.mark.parametrize("dager", [1, -1])
def test_dagen_i_imdinett_maa_passe(dager: int) -> None:
    sak = lag_sak()
    lag_notat(sak)
    svar = _klient().post(_sti(sak), {"dag": dato(om(dager))})
    assert svar.status_code == 422 and "fra notatet ble ferdig" in svar.content.decode()


def test_dagen_i_imdinett_lagres() -> None:
    sak = lag_sak()
    lag_notat(sak)
    side = _klient().post(_sti(sak), {"dag": dato(I_DAG)}, follow=True).content.decode()
    assert "Dagen er lagret" in side
    assert _naa(sak).registrert_imdinett == I_DAG


def test_bare_den_nyeste_versjonen_overleveres_og_registreres() -> None:
    sak = lag_sak()
    gammel = lag_notat(sak, overlevert=False)
    lag_notat(sak, overlevert=False)
    with som(saksbehandler()) as av:
        with pytest.raises(Regelbrudd, match="nyere versjon"):
            actions.overlever(notat=gammel, av=av)
        with pytest.raises(Regelbrudd, match="nyere versjon"):
            actions.merk_registrert(notat=gammel, dag=I_DAG, av=av)
    side = _klient().post(_sti(sak, "notat/1/overlever/"), follow=True).content.decode()
    assert "nyere versjon" in side


def test_etter_flytting_sier_kvitteringen_hvem_som_leser_naa() -> None:
    sak = lag_sak()
    lag_notat(sak)
    flytt(sak.person, STEINKJER)
    assert "Personen har flyttet" in _klient().get(_sti(sak)).content.decode()


def test_kommunen_overleverer_ikke() -> None:
    sak = lag_sak()
    notat = lag_notat(sak, overlevert=False)
    with som(lag_aktoer()) as av:
        with pytest.raises(IkkeTilgang):
            actions.overlever(notat=notat, av=av)
        with pytest.raises(IkkeTilgang):
            actions.minn_om(sak=sak, av=av)
        with pytest.raises(IkkeTilgang):
            actions.merk_registrert(notat=notat, dag=I_DAG, av=av)


def test_teksten_til_imdinett_er_notatet_del_for_del() -> None:
    sak = lag_sak()
    lag_notat(sak, spraak="nn")
    klient = _klient()
    side = klient.get(_sti(sak, "notat/1/imdinett/")).content.decode()
    assert "Ønske for utdanning og arbeid" in side and "Arbeide som elektriker" in side
    fil = klient.get(_sti(sak, "notat/1/notat.txt"))
    tekst = fil.content.decode()
    assert "Karriererettleiaren sitt notat" in tekst and "\r\nArbeide som elektriker\r\n" in tekst
    assert 'filename="notat.txt"' in fil.headers["Content-Disposition"]
    assert "elektriker" in pdf_tekst(klient.get(_sti(sak, "notat/1/notat.pdf")).content)


def test_et_tegn_som_ikke_kan_trykkes_sies_fra_om(monkeypatch: Any) -> None:
    def nekt(*_args: Any) -> bytes:
        raise Regelbrudd("Tegnet kan ikke trykkes.")

    monkeypatch.setattr("karriere.notateksport.dokument", nekt)
    sak = lag_sak()
    lag_notat(sak)
    side = _klient().get(_sti(sak, "notat/1/notat.pdf"), follow=True).content.decode()
    assert "Tegnet kan ikke trykkes" in side


def test_kommunen_er_ikke_forsinket_av_en_dag_som_ikke_er_kommet() -> None:
    sak = lag_sak()
    lag_notat(sak)
    assert _frister(sak)[LES] - I_DAG == timedelta(days=7)


@pytest.mark.parametrize(("dager", "oppgaver"), [(-300, {SKRIV}), (-400, set())])
def test_gammel_veiledning_uten_notat_er_ikke_en_oppgave(dager: int, oppgaver: set[str]) -> None:
    person = lag_med_rett(bosatt=om(dager - 30))
    lag_veiledet(person, om(dager))
    sak = lag_sak(person)
    oppdater_oppgaver([sak.pk])
    assert set(_frister(sak)) == oppgaver


@pytest.mark.parametrize(("dager", "antall"), [(-300, 2), (-600, 0)])
def test_gammel_bosetting_staar_i_koeen_uten_oppgaver(dager: int, antall: int) -> None:
    sak = lag_sak(bosatt=om(dager))
    oppdater_oppgaver([sak.pk])
    with kontekst(motor_kontekst()):
        aapne = Oppgave.objects.filter(kilde="karriere_sak", emne_id=sak.pk, lukket__isnull=True)
        assert aapne.count() == antall
