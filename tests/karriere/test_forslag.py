"""Kommunen foreslår tider; karrieresenteret godtar og avtaler, eller svarer nei med en grunn."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.visning import dato, tidspunkt
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions import Forslagsdata, Oppleggsdata
from karriere.models import Oppleggsforslag, Sak, Samtale, Senter
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.karriere.hjelp import (
    lag_forslag,
    lag_sak,
    lag_samtale,
    lag_senter,
    lag_veileder,
    om,
    saksbehandler,
    samtaledata,
    som,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
VAART = f"/karriere/opplegg/{TRONDHEIM}/"
NYTT = "/karriere/opplegg/forslag/nytt/"
KODE = "KARRIERE_FORSLAG"
GRUPPEN: dict[str, Any] = {
    "plasser": "6", "form": "sted", "sted": "Voksenopplæringen", "tolk": "kvalifisert", "tolkespraak": "ukr",
    "tolkeform": "til_stede", "spraak": ["ukr"], "versjon": "0",
}  # fmt: skip


def _felt(**felt: Any) -> dict[str, Any]:
    start = {
        "slag": "individuell", "dag": dato(om(7)), "fra": "09.00", "til": "15.00", "antall": "4",
        "sted": "Voksenopplæringen", "merknad": "Vi har to rom", "innsending": str(uuid4()),
    }  # fmt: skip
    return start | felt


def _kommunen(nummer: str = TRONDHEIM) -> Client:
    return inn(lag_bruker(nummer=nummer))


def _som(av: Aktoer) -> Client:
    return inn(Bruker.objects.get(pk=av.bruker_id))


def _sti(forslag: Oppleggsforslag, resten: str = "") -> str:
    return f"/karriere/opplegg/forslag/{forslag.noekkel}/{resten}"


def _naa(forslag: Oppleggsforslag) -> Oppleggsforslag:
    with kontekst(motor_kontekst()):
        return Oppleggsforslag.objects.select_related("senter", "samtale").get(pk=forslag.pk)


def _aapne() -> list[Oppgave]:
    with kontekst(motor_kontekst()):
        return list(Oppgave.objects.filter(regel=KODE, lukket__isnull=True))


@pytest.fixture
def senter() -> Senter:
    """The centre of Trondheim."""
    return lag_senter(navn="Bysenteret")


@pytest.fixture
def veileder(senter: Senter) -> Aktoer:
    """Its counsellor."""
    return lag_veileder(senter)


# --- Kommunen foreslår ---


def test_kommunen_foreslaar_og_fylket_faar_en_oppgave() -> None:
    klient = _kommunen()
    felt = _felt()
    for _nr in range(2):  # the same form sent twice is one proposal
        side = klient.post(NYTT, felt, follow=True).content.decode()
    assert "Forslaget er sendt" in side and "kl. 09.00–15.00" in side and "Venter på svar" in side
    with kontekst(motor_kontekst()):
        forslag = Oppleggsforslag.objects.get()
    assert (forslag.antall, forslag.kommune.nummer) == (4, TRONDHEIM)
    (oppgave,) = _aapne()
    assert oppgave.frist == om(7) and str(forslag.noekkel) in oppgave.url
    assert oppgave.virksomhet_id == saksbehandler().virksomhet_id  # the county's desk


def test_skjemaet_begynner_med_stedet_og_sier_dagene_som_er_avtalt() -> None:
    with som(saksbehandler()) as av:
        data = Oppleggsdata(sted="Rom 3 på skolen", ukedager=[2, 4])
        actions.lagre_opplegg(kommune=virksomhet(TRONDHEIM), data=data, versjon=0, innsending=uuid4(), av=av)
    side = _kommunen().get(NYTT).content.decode()
    assert "Rom 3 på skolen" in side and "tirsdag, torsdag" in side


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"dag": dato(om(-1))}, "Tidspunktet har vært"),
        ({"til": "08.00"}, "slutte etter at den begynner"),
        ({"fra": "07.00", "til": "18.00"}, "ikke vare mer enn ti timer"),
        ({"antall": "51"}, "#id_antall"),
        ({"antall": ""}, "#id_antall"),
        ({"sted": ""}, "#id_sted"),
        ({"merknad": "Gjelder 2099 123456 07"}, "Ta ut nummeret"),
    ],
)
def test_det_som_er_feil_sies_og_ingenting_er_mistet(felt: dict[str, str], melding: str) -> None:
    svar = _kommunen().post(NYTT, _felt(**felt))
    side = svar.content.decode()
    assert svar.status_code == 422 and melding in side
    if "merknad" not in felt:
        assert "Vi har to rom" in side
    with kontekst(motor_kontekst()):
        assert not Oppleggsforslag.objects.exists()


def test_for_mange_stoppes_ogsaa_uten_skjemaet() -> None:
    with pytest.raises(Regelbrudd, match="fra 1 til 50"):
        lag_forslag(antall=51)


def test_bare_kommunen_foreslaar() -> None:
    start = timezone.now() + timedelta(days=1)
    data = Forslagsdata("individuell", start, start + timedelta(hours=1), 1)
    with som(saksbehandler()) as av, pytest.raises(IkkeTilgang):
        actions.foreslaa_tid(data=data, innsending=uuid4(), av=av)
    for rolle in (Rolle.KOMMUNE_VOKSENOPPLAERING, Rolle.FYLKE_SAKSBEHANDLER):
        assert inn(lag_bruker(rolle)).get(NYTT).status_code == 403


def test_kommunen_trekker_det_som_venter() -> None:
    forslag, klient = lag_forslag(), _kommunen()
    assert "Trekk forslaget" in klient.get(_sti(forslag)).content.decode()
    side = klient.post(_sti(forslag, "trekk/"), follow=True).content.decode()
    assert "Forslaget er trukket" in side and "Ingen tider er foreslått" in side
    assert _aapne() == []
    assert klient.post(_sti(forslag, "trekk/")).status_code == 404


def test_det_som_er_besvart_trekkes_ikke(veileder: Aktoer) -> None:
    forslag = lag_forslag()
    with som(veileder):
        actions.avslaa_forslag(forslag=forslag, svar="Vi er på kurs", av=veileder)
    klient = _kommunen()
    side = klient.post(_sti(forslag, "trekk/"), follow=True).content.decode()
    assert "kan ikke trekkes" in side
    assert "Trekk forslaget" not in klient.get(_sti(forslag)).content.decode()
    with som(veileder), pytest.raises(IkkeTilgang):
        actions.trekk_forslag(forslag=forslag, av=veileder)


def test_en_annen_kommune_ser_ikke_forslaget() -> None:
    forslag, annen = lag_forslag(), _kommunen(STEINKJER)
    assert annen.get(_sti(forslag)).status_code == 404
    assert annen.post(_sti(forslag, "trekk/")).status_code == 404
    fremmed = lag_aktoer(nummer=STEINKJER)
    with som(fremmed), pytest.raises(Regelbrudd):
        actions.trekk_forslag(forslag=forslag, av=fremmed)
    assert _naa(forslag).status == "venter"


# --- Karrieresenteret svarer ---


def test_nei_maa_ha_en_grunn_og_kommunen_ser_den(veileder: Aktoer) -> None:
    forslag, klient = lag_forslag(), _som(veileder)
    svar = klient.post(_sti(forslag, "nei/"), {"svar": " "})
    assert svar.status_code == 422
    with som(veileder), pytest.raises(Regelbrudd, match="Skriv hvorfor"):
        actions.avslaa_forslag(forslag=forslag, svar="  ", av=veileder)
    side = klient.post(
        _sti(forslag, "nei/"), {"svar": "Vi er på kurs. Tirsdag?"}, follow=True
    ).content.decode()
    assert "Svaret er sendt" in side
    side = _kommunen().get(VAART).content.decode()
    assert "Ikke godtatt" in side and "Vi er på kurs. Tirsdag?" in side
    assert _aapne() == []


def test_ja_til_samtaler_med_en_og_en_og_saa_avtales_de(senter: Senter, veileder: Aktoer) -> None:
    forslag, klient = lag_forslag(), _som(veileder)
    sak, annen = lag_sak(), lag_sak()
    side = klient.post(_sti(forslag, "godta/"), {"svar": "Fint, vi kommer to"}, follow=True).content.decode()
    assert "Tiden er godtatt" in side and str(sak.noekkel) in side and str(annen.noekkel) in side
    naa = _naa(forslag)
    assert (naa.status, naa.senter, naa.svar) == ("godtatt", senter, "Fint, vi kommer to")
    assert _aapne() == []
    avtal = f"/karriere/sak/{sak.noekkel}/samtale/ny/?forslag={forslag.noekkel}"
    assert avtal in side
    skjema = klient.get(avtal).content.decode()
    for verdi in (dato(om(7)), "09.00", "10.30", "Voksenopplæringen"):
        assert f'value="{verdi}"' in skjema
    lag_samtale(sak, senter, veileder, forslag.start)
    side = klient.get(_sti(forslag)).content.decode()
    assert "kl. 09.00–10.30" in side and f"samtale/ny/?forslag={forslag.noekkel}" in side
    assert f"/karriere/sak/{sak.noekkel}/samtale/ny/" not in side  # who has a time, is off the list
    neste = klient.get(
        f"/karriere/sak/{annen.noekkel}/samtale/ny/?forslag={forslag.noekkel}"
    ).content.decode()
    assert 'value="10.30"' in neste and 'value="12.00"' in neste
    kommunen = _kommunen().get(_sti(forslag)).content.decode()
    assert str(sak.noekkel) in kommunen and str(annen.noekkel) not in kommunen


def test_skjemaet_begynner_som_vanlig_uten_et_godtatt_forslag(senter: Senter, veileder: Aktoer) -> None:
    venter, gruppe, annen = lag_forslag(), lag_forslag(slag="gruppe", dager=8), lag_forslag(STEINKJER)
    sak, klient = lag_sak(), _som(veileder)
    lag_veileder(lag_senter(STEINKJER))
    with som(saksbehandler()) as av:
        actions.godta_forslag(forslag=annen, svar="", av=av)
        data = samtaledata(senter, veileder, gruppe.start, slag="gruppe", plasser=4)
        actions.godta_gruppe(forslag=gruppe, data=data, innsending=uuid4(), av=av)
    for hva in (venter.noekkel, gruppe.noekkel, annen.noekkel, "tull", uuid4(), ""):
        side = klient.get(f"/karriere/sak/{sak.noekkel}/samtale/ny/?forslag={hva}").content.decode()
        assert "Voksenopplæringen" not in side, hva


def test_ja_til_en_gruppe_lager_gruppen(senter: Senter, veileder: Aktoer) -> None:
    forslag, klient = lag_forslag(slag="gruppe", antall=6, merknad="Rommet har 6 stoler"), _som(veileder)
    skjema = klient.get(_sti(forslag, "godta/")).content.decode()
    assert 'value="6"' in skjema and "Voksenopplæringen" in skjema and 'name="dag"' not in skjema
    felt = GRUPPEN | {"veileder": str(veileder.bruker_id), "innsending": str(uuid4())}
    assert klient.post(_sti(forslag, "godta/"), felt | {"tolkespraak": ""}).status_code == 422
    assert _naa(forslag).status == "venter"
    klient.post(_sti(forslag, "godta/"), felt)
    klient.post(_sti(forslag, "godta/"), felt)  # sent twice
    with kontekst(motor_kontekst()):
        gruppe = Samtale.objects.get()
    assert (gruppe.start, gruppe.slutt, gruppe.plasser) == (forslag.start, forslag.slutt, 6)
    naa = _naa(forslag)
    assert (naa.status, naa.samtale, naa.senter) == ("godtatt", gruppe, senter)
    assert f"/karriere/samtaler/{gruppe.noekkel}/" in klient.get(_sti(forslag)).content.decode()
    kommunen, samtalen = _kommunen(), f"/karriere/samtaler/{gruppe.noekkel}/"
    side = kommunen.get(_sti(forslag)).content.decode()
    assert "Godtatt" in side and samtalen in side
    # before anyone has a place; and only the municipality that proposed it
    assert "Ingen har plass ennå" in kommunen.get(samtalen).content.decode()
    assert _kommunen(STEINKJER).get(samtalen).status_code == 404
    with som(veileder), pytest.raises(Regelbrudd, match="kollega"):
        data = samtaledata(senter, veileder, forslag.start)
        actions.godta_gruppe(forslag=naa, data=data, innsending=uuid4(), av=veileder)


def test_kommunen_ser_at_gruppen_er_avlyst(senter: Senter, veileder: Aktoer) -> None:
    forslag = lag_forslag(slag="gruppe")
    with som(veileder):
        data = samtaledata(senter, veileder, forslag.start, plasser=4)
        gruppe = actions.godta_gruppe(forslag=forslag, data=data, innsending=uuid4(), av=veileder)
        klient = _kommunen()
        assert "avlyst etterpå" not in klient.get(_sti(forslag)).content.decode()
        actions.avlys_samtale(samtale=gruppe, tolk_avlyste=False, av=veileder)
    assert "Gruppen er avlyst etterpå" in klient.get(_sti(forslag)).content.decode()


def test_forslaget_foelger_gruppen_dit_den_flyttes(senter: Senter, veileder: Aktoer) -> None:
    forslag, sak, klient = lag_forslag(slag="gruppe"), lag_sak(), _kommunen()
    til = forslag.start + timedelta(days=1)
    with som(veileder):
        data = samtaledata(senter, veileder, forslag.start, plasser=4)
        gruppe = actions.godta_gruppe(forslag=forslag, data=data, innsending=uuid4(), av=veileder)
        ny = actions.flytt_samtale(
            samtale=gruppe, start=til, slutt=til + timedelta(hours=2), innsending=uuid4(), av=veileder
        )
        side = klient.get(_sti(forslag)).content.decode()
        assert f"Gruppen er flyttet til {tidspunkt(til)}" in side and "avlyst" not in side
        # the municipality opens the group where it is now, also before anyone has a place
        assert f"/karriere/samtaler/{ny.noekkel}/" in side
        assert klient.get(f"/karriere/samtaler/{ny.noekkel}/").status_code == 200
        actions.legg_til_i_gruppe(samtale=ny, saker=[sak], av=veileder)
    assert sak.person.navn in klient.get(_sti(forslag)).content.decode()
    assert "Hvem som har plass" in klient.get(_sti(forslag)).content.decode()
    gammel = _som(veileder).get(f"/karriere/samtaler/{gruppe.noekkel}/").content.decode()
    assert f"Ny tid: {tidspunkt(til)}" in gammel and str(ny.noekkel) in gammel
    assert "Avlys den gamle tiden i kalenderen" in gammel and "Ingen hadde plass" in gammel


def test_de_uten_vedtak_faar_tiden_foerst(senter: Senter, veileder: Aktoer) -> None:
    forslag = lag_forslag()
    vedtatt, uten = lag_sak(bosatt=om(-60), fornavn="Vedtatt"), lag_sak(bosatt=om(-30), fornavn="Uten")
    with kontekst(motor_kontekst()):
        Sak.objects.filter(pk=vedtatt.pk).update(intro_vedtak=om(-1))
    with som(veileder):
        actions.godta_forslag(forslag=forslag, svar="", av=veileder)
    side = _som(veileder).get(_sti(forslag)).content.decode()
    assert side.index(str(uten.noekkel)) < side.index(str(vedtatt.noekkel))
    assert f"vedtak om program {dato(om(-1))}" in side


def test_naar_dispensasjonen_er_ute_advares_det_ogsaa_her(
    veileder: Aktoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("karriere.rules.samtale.DISPENSASJON_TIL", om(1))
    forslag, klient = lag_forslag(slag="gruppe"), _som(veileder)
    felt = GRUPPEN | {"veileder": str(veileder.bruker_id), "innsending": str(uuid4()), "sted": ""}
    uten = felt | {"tolk": "uten", "ikke_tolk_grunn": "ingen_ledig"}
    assert "Dispensasjonen" in klient.post(_sti(forslag, "godta/"), uten).content.decode()
    assert "Dispensasjonen" not in klient.post(_sti(forslag, "godta/"), felt).content.decode()


def test_veilederen_er_opptatt_den_tiden(senter: Senter, veileder: Aktoer) -> None:
    forslag = lag_forslag(slag="gruppe")
    lag_samtale(lag_sak(), senter, veileder, forslag.start)
    felt = GRUPPEN | {"veileder": str(veileder.bruker_id), "innsending": str(uuid4())}
    svar = _som(veileder).post(_sti(forslag, "godta/"), felt)
    assert svar.status_code == 422 and "har en annen samtale" in svar.content.decode()
    assert _naa(forslag).status == "venter"


def test_en_gruppe_godtas_ikke_uten_aa_lages(veileder: Aktoer) -> None:
    forslag = lag_forslag(slag="gruppe")
    with som(veileder), pytest.raises(Regelbrudd, match="ved å lage den"):
        actions.godta_forslag(forslag=forslag, svar="", av=veileder)


def test_to_kolleger_svarer(veileder: Aktoer) -> None:
    forslag = lag_forslag()
    with som(veileder):
        actions.godta_forslag(forslag=forslag, svar="", av=veileder)
    svar = _som(veileder).post(_sti(forslag, "nei/"), {"svar": "Nei"})
    assert svar.status_code == 422 and "En kollega har svart" in svar.content.decode()
    assert "Godta tiden" not in _som(veileder).get(_sti(forslag)).content.decode()


def test_kommunen_trakk_mens_en_svarte(veileder: Aktoer) -> None:
    forslag, kommunen = lag_forslag(), lag_aktoer(nummer=TRONDHEIM)
    with som(kommunen):
        actions.trekk_forslag(forslag=forslag, av=kommunen)
    with som(veileder), pytest.raises(Regelbrudd, match="har trukket"):
        actions.godta_forslag(forslag=forslag, svar="", av=veileder)


def test_et_annet_senter_svarer_ikke(senter: Senter) -> None:
    forslag, annen = lag_forslag(), lag_veileder(lag_senter(STEINKJER))
    assert "Svar nei" not in _som(annen).get(_sti(forslag)).content.decode()
    svar = _som(annen).post(_sti(forslag, "godta/"), {"svar": ""})
    assert svar.status_code == 422 and "Kommunen hører til Bysenteret" in svar.content.decode()


def test_uten_senter_kan_ingen_godta() -> None:
    en, gruppe = lag_forslag(), lag_forslag(slag="gruppe")
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    svar = klient.post(_sti(en, "godta/"), {"svar": ""})
    assert svar.status_code == 422 and "Ingen karrieresentre dekker kommunen" in svar.content.decode()
    side = klient.get(_sti(gruppe, "godta/"), follow=True).content.decode()
    assert "Ingen karrieresentre dekker kommunen" in side
    assert klient.post(_sti(en, "nei/"), {"svar": "Vi har ikke et senter ennå"}).status_code == 302


def test_en_tid_som_har_vaert_godtas_ikke(veileder: Aktoer) -> None:
    forslag = lag_forslag()
    with som(veileder):
        naa = timezone.now()
        Oppleggsforslag.objects.filter(pk=forslag.pk).update(
            start=naa - timedelta(hours=2), endret_av_id=veileder.bruker_id
        )
        with pytest.raises(Regelbrudd, match="Tiden har vært"):
            actions.godta_forslag(forslag=forslag, svar="", av=veileder)


def test_leder_leser_og_svarer_ikke(senter: Senter) -> None:
    forslag, leder = lag_forslag(), lag_bruker(Rolle.LEDER)
    side = inn(leder).get(_sti(forslag)).content.decode()
    assert "Venter på svar" in side and "Svar nei" not in side
    assert inn(leder).get(_sti(forslag, "nei/")).status_code == 403
    with som(lag_aktoer(Rolle.LEDER)) as av, pytest.raises(IkkeTilgang):
        actions.avslaa_forslag(forslag=forslag, svar="Nei", av=av)
    assert inn(leder).get(f"/karriere/opplegg/forslag/{uuid4()}/").status_code == 404


def test_faa_spoerringer(senter: Senter, veileder: Aktoer) -> None:
    forslag = lag_forslag()
    saker = [lag_sak() for _nr in range(4)]
    with som(veileder):
        actions.godta_forslag(forslag=forslag, svar="", av=veileder)
    for nr, sak in enumerate(saker[:2]):
        lag_samtale(sak, senter, veileder, forslag.start + timedelta(hours=2 * nr))
    for klient in (_som(veileder), _kommunen()):
        assert antall_spoerringer(klient, _sti(forslag)) <= 10
