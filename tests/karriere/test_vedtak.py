"""Notatet står ved siden av vedtaket, og kommunen svarer på om det er brukt."""

from __future__ import annotations

import pytest
from django.test import Client

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.visning import dato
from integrering.nir.models import Vedtak
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from karriere.models import Notatsvar, Sak
from karriere.vedtakstillegg import SLAG
from tests.fabrikk import lag_bruker
from tests.karriere.hjelp import I_DAG, lag_med_rett, lag_notat, lag_sak, om, saksbehandler, som
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SVAR = {"notat_svar": "brukt", "notat_grunn": ""}


def _kommunen() -> Client:
    return inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))


def _sti(sak: Sak) -> str:
    return f"/personer/{sak.person.noekkel}/{SLAG}/ny/"


def _felt(**felt: str) -> dict[str, str]:
    return {"vedtaksdato": dato(I_DAG), "startdato": dato(om(3))} | felt


def _sak() -> Sak:
    sak = lag_sak(lag_med_rett())
    lag_notat(sak)
    return sak


def _svarene() -> list[Notatsvar]:
    with som(saksbehandler()):
        return list(Notatsvar.objects.all())


def test_notatet_staar_ved_siden_av_og_lesningen_logges() -> None:
    sak, leser = _sak(), lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    side = inn(leser).get(_sti(sak)).content.decode()
    assert "Ti år som elektriker" in side and "Er karriereveileders notat brukt i vedtaket?" in side
    # below the form on a narrow screen: the question leads there
    assert 'href="#notat-ved-siden">Les notatet</a>' in side and 'id="notat-ved-siden"' in side
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(bruker=leser, hvor="karriere-notat").count() == 1
        assert Sak.objects.get(pk=sak.pk).lest == I_DAG


def test_svaret_lagres_med_vedtaket() -> None:
    sak, klient = _sak(), _kommunen()
    kontroll = klient.post(_sti(sak), _felt(**SVAR)).content.decode()
    assert "Kontroller svarene" in kontroll and "Ja, vedtaket bygger på notatet" in kontroll
    assert not _svarene()
    assert klient.post(_sti(sak), _felt(**SVAR, steg="lagre")).status_code == 302
    (svar,) = _svarene()
    with kontekst(motor_kontekst()):
        vedtak = Vedtak.objects.get(person=sak.person)
    assert svar.svar == "brukt" and svar.vedtak == vedtak.registrering_id


def test_svaret_maa_gis_og_nei_maa_ha_en_grunn() -> None:
    sak, klient = _sak(), _kommunen()
    uten = klient.post(_sti(sak), _felt())
    assert uten.status_code == 422 and "Svar på «Er karriereveileders notat" in uten.content.decode()
    for steg in ("kontroller", "lagre"):
        nei = klient.post(_sti(sak), _felt(notat_svar="ikke_brukt", notat_grunn=" ", steg=steg))
        assert nei.status_code == 422 and "Skriv hvorfor, så karrieresenteret" in nei.content.decode()
        assert "Ti år som elektriker" in nei.content.decode()
    nummer = klient.post(_sti(sak), _felt(notat_svar="delvis", notat_grunn="Se 209912345678"))
    assert nummer.status_code == 422 and "Ta ut nummeret" in nummer.content.decode()
    with kontekst(motor_kontekst()):
        assert not Vedtak.objects.filter(person=sak.person).exists()
    grunn = {"notat_svar": "delvis", "notat_grunn": "Deltakeren ombestemte seg"}
    assert "Deltakeren ombestemte seg" in klient.post(_sti(sak), _felt(**grunn)).content.decode()
    klient.post(_sti(sak), _felt(**grunn, steg="lagre"))
    assert _svarene()[0].grunn == "Deltakeren ombestemte seg"
    kvittering = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)).get(f"/karriere/sak/{sak.noekkel}/kvittering/")
    assert "Deltakeren ombestemte seg" in kvittering.content.decode()


def test_feil_i_vedtaket_lagrer_heller_ikke_svaret() -> None:
    sak, klient = _sak(), _kommunen()
    klient.post(_sti(sak), _felt(**SVAR, steg="lagre"))
    assert klient.post(_sti(sak), _felt(**SVAR, steg="lagre")).status_code == 422  # the same decision again
    assert len(_svarene()) == 1


def test_svaret_og_vedtaket_lagres_sammen_eller_ikke_i_det_hele_tatt(monkeypatch: pytest.MonkeyPatch) -> None:
    sak, klient = _sak(), _kommunen()

    def nekt(**_felt: object) -> None:
        raise Regelbrudd("Nei.")

    monkeypatch.setattr("karriere.actions.svar_om_notat", nekt)
    assert klient.post(_sti(sak), _felt(**SVAR, steg="lagre")).status_code == 422
    with kontekst(motor_kontekst()):
        assert not Vedtak.objects.filter(person=sak.person).exists()


def test_ved_retting_spoerres_det_bare_naar_det_ikke_er_besvart() -> None:
    sak, klient = _sak(), _kommunen()
    klient.post(_sti(sak), _felt(**SVAR, steg="lagre"))
    with kontekst(motor_kontekst()):
        vedtak = Vedtak.objects.get(person=sak.person)
    side = klient.get(
        f"/personer/{sak.person.noekkel}/{SLAG}/{vedtak.registrering_id}/rett/"
    ).content.decode()
    assert "notat_svar" not in side


def test_uten_overlevert_notat_er_skjemaet_som_foer() -> None:
    sak = lag_sak(lag_med_rett())
    lag_notat(sak, overlevert=False)
    klient = _kommunen()
    assert "notat_svar" not in klient.get(_sti(sak)).content.decode()
    assert klient.post(_sti(sak), _felt(steg="lagre")).status_code == 302


def test_andre_slag_og_andre_roller_spoerres_ikke() -> None:
    sak = _sak()
    assert (
        "notat_svar"
        not in _kommunen().get(f"/personer/{sak.person.noekkel}/integreringsplan/ny/").content.decode()
    )
    saksbehandler_ = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)).get(_sti(sak))
    assert "notat_svar" not in saksbehandler_.content.decode()
