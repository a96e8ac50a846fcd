"""Samtaler: avtalt, flyttet, avlyst, holdt. Med tolk, og uten å booke noen to steder på en gang."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.visning import dato
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.koefakta import fakta_om
from karriere.models import Deltakelse, Sak, Samtale
from karriere.rules.koe import Koetilstand, tilstand
from tests.fabrikk import STEINKJER, lag_aktoer, lag_bruker
from tests.karriere.hjelp import (
    I_DAG,
    lag_med_rett,
    lag_sak,
    lag_senter,
    lag_veileder,
    om,
    saksbehandler,
    som,
)
from tests.karriere.samtaleverden import Verden, data_for, klient_for, tid
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def verden() -> Verden:
    """The world of these tests."""
    return Verden()


# --- Agreed ---


def _felt(verden: Verden, **felt: str) -> dict[str, str]:
    return {
        "innsending": str(uuid4()), "slag": "individuell", "dag": dato(om(7)), "fra": "10", "til": "11.30",
        "veileder": str(verden.veileder.bruker_id), "form": "sted", "sted": "Rom 2", "tolk": "kvalifisert",
        "tolkespraak": "ukr", "tolkeform": "fjern",
    } | felt  # fmt: skip


def test_veilederen_avtaler_en_samtale_fra_saken(verden: Verden) -> None:
    klient, sti = klient_for(verden.veileder), f"/karriere/sak/{verden.sak.noekkel}/"
    assert "Avtal samtale" in klient.get(sti).content.decode()
    assert klient.get(f"{sti}samtale/ny/").status_code == 200
    felt = _felt(verden)
    side = klient.post(f"{sti}samtale/ny/", felt, follow=True).content.decode()
    assert "Samtalen er avtalt" in side and "Rom 2" in side and "ukrainsk" in side
    klient.post(f"{sti}samtale/ny/", felt)  # sent twice: one
    with som(verden.veileder):
        assert Samtale.objects.count() == 1 and Deltakelse.objects.count() == 1
    assert verden.naa().neste_samtale == tid(7)
    assert tilstand(fakta_om(verden.naa()), I_DAG) is Koetilstand.AVTALT
    assert verden.hendelser() == ["avtalt"]
    assert "Rom 2" in klient.get(sti).content.decode()


@pytest.mark.parametrize(
    ("felt", "sier"),
    [
        ({"til": "9"}, "slutte etter"),
        ({"til": "23"}, "ti timer"),
        ({"dag": dato(om(-1))}, "Tidspunktet har vært"),
        ({"dag": "28.03.2027", "fra": "02.30", "til": "04"}, "Klokken stilles"),
        ({"tolkeform": ""}, "Dette må stå når det er behov for tolk"),
        ({"tolk": "uten", "ikke_tolk_grunn": ""}, "Dette må stå når det er behov for tolk"),
        ({"sted": ""}, "Skriv hvor dere møtes"),
        ({"form": "video", "videolenke": ""}, "Skriv lenken"),
        ({"form": "video", "videolenke": "http://video.no"}, "https://"),
        ({"andre": "Nummer 209912345678"}, "Ta ut nummeret"),
    ],
)
def test_det_som_ikke_gaar_an_sies_ved_feltet(verden: Verden, felt: dict[str, str], sier: str) -> None:
    sti = f"/karriere/sak/{verden.sak.noekkel}/samtale/ny/"
    svar = klient_for(verden.veileder).post(sti, _felt(verden, **felt))
    assert svar.status_code == 422 and sier in svar.content.decode()
    with som(verden.veileder):
        assert not Samtale.objects.exists()


def test_advarselen_om_dispensasjonen_stanser_ikke(verden: Verden) -> None:
    dag = max(om(1), date(2027, 1, 4))
    felt = _felt(verden, dag=dato(dag), tolk="uten", ikke_tolk_grunn="ingen_ledig", til="9")
    sti = f"/karriere/sak/{verden.sak.noekkel}/samtale/ny/"
    klient = klient_for(verden.veileder)
    assert "Dispensasjonen fra kravet" in klient.post(sti, felt).content.decode()
    assert klient.post(sti, felt | {"til": "11"}).status_code == 302


def test_ingen_bookes_to_steder_paa_en_gang(verden: Verden) -> None:
    verden.avtal()
    annen = lag_sak(lag_med_rett())
    with pytest.raises(Regelbrudd, match="Veilederen har en annen samtale"):
        verden.avtal(annen, klokke=11)
    verden.avtal(annen, klokke=12)  # just after: fine
    kollega = lag_veileder(verden.senter)
    with (
        som(kollega) as av,
        pytest.raises(Regelbrudd, match=f"{verden.sak.person.navn} har en annen samtale"),
    ):
        actions.ny_samtale(
            data=data_for(verden.senter, kollega, klokke=11), saker=[verden.sak], innsending=uuid4(), av=av
        )


def test_veilederen_maa_arbeide_ved_senteret_og_grunnen_finnes(verden: Verden) -> None:
    fremmed = lag_veileder(lag_senter(STEINKJER))
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd) as brudd:
        data = data_for(verden.senter, fremmed, tolk="uten", ikke_tolk_grunn="finnes_ikke")
        actions.ny_samtale(data=data, saker=[verden.sak], innsending=uuid4(), av=av)
    assert set(brudd.value.meldinger) == {"veileder", "ikke_tolk_grunn"}


def test_den_som_har_takket_nei_bookes_ikke(verden: Verden) -> None:
    sak = lag_sak(lag_med_rett(tillatelse="9e"))
    with som(verden.veileder) as av:
        actions.registrer_nei(sak=sak, dag=I_DAG, av=av)
    with pytest.raises(Regelbrudd, match="takket nei"):
        with kontekst(motor_kontekst()):
            sak = Sak.objects.select_related("person").get(pk=sak.pk)
        verden.avtal(sak)


def test_uten_senter_avtales_ingenting() -> None:
    sak = lag_sak()
    av = saksbehandler()
    side = klient_for(av).get(f"/karriere/sak/{sak.noekkel}/samtale/ny/", follow=True).content.decode()
    assert "Ingen karrieresenter har saken" in side and "Avtal samtale" not in side


# --- Changed, moved, called off ---


def test_stedet_endres_og_kollegaen_stanses(verden: Verden) -> None:
    samtale = verden.avtal()
    klient, sti = klient_for(verden.veileder), f"/karriere/samtaler/{samtale.noekkel}/"
    felt = _felt(verden, versjon="1", sted="Rom 9")
    side = klient.post(f"{sti}endre/", felt, follow=True).content.decode()
    assert "Samtalen er lagret" in side and "Rom 9" in side
    assert klient.post(f"{sti}endre/", felt | {"sted": "Rom 1"}).status_code == 409
    with som(verden.veileder) as av:
        rad = Samtale.objects.get()
        assert (rad.sted, rad.sekvens, rad.start) == ("Rom 9", 1, samtale.start)
        with pytest.raises(Konflikt):
            data = data_for(verden.senter, verden.veileder)
            actions.endre_samtale(samtale=rad, data=data, versjon=1, av=av)


def test_flyttet_samtale_staar_i_historikken(verden: Verden) -> None:
    samtale = verden.avtal()
    klient, sti = klient_for(verden.veileder), f"/karriere/samtaler/{samtale.noekkel}/"
    felt = {"innsending": str(uuid4()), "dag": dato(om(9)), "fra": "12", "til": "13.30"}
    side = klient.post(f"{sti}flytt/", felt, follow=True).content.decode()
    assert "Samtalen er flyttet" in side and "Rom 2" in side
    igjen = klient.post(f"{sti}flytt/", felt)  # pressed twice: moved once, and shown the new time
    assert igjen.status_code == 302 and igjen.headers["Location"] != sti
    annen_tid = felt | {"innsending": str(uuid4())}
    assert klient.post(f"{sti}flytt/", annen_tid).status_code == 422  # the old one is gone
    assert verden.naa().neste_samtale == tid(9, 12)
    assert verden.hendelser() == ["avtalt", "flyttet"]
    assert "Ny tid: " in klient.get(sti).content.decode()
    assert "Flyttet til en annen tid" in klient.get(f"/karriere/sak/{verden.sak.noekkel}/").content.decode()


def test_flytting_til_en_tid_som_er_tatt(verden: Verden) -> None:
    samtale = verden.avtal()
    verden.avtal(lag_sak(lag_med_rett()), dager=9)
    with som(verden.veileder) as av, pytest.raises(Regelbrudd, match="annen samtale"):
        actions.flytt_samtale(samtale=samtale, start=tid(9), slutt=tid(9, 11), innsending=uuid4(), av=av)


def test_avlyst_gaar_tilbake_i_koeen(verden: Verden) -> None:
    samtale = verden.avtal()
    klient, sti = klient_for(verden.veileder), f"/karriere/samtaler/{samtale.noekkel}/"
    side = klient.post(f"{sti}avlys/", {"tolk_avlyste": "on"}, follow=True).content.decode()
    assert "Samtalen er avlyst" in side and "Tolken avlyste" in side
    klient.post(f"{sti}avlys/", {})  # again: no change
    assert verden.naa().neste_samtale is None
    assert verden.hendelser() == ["avtalt", "avlyst"]
    assert "Avlys i kalenderen" in side
    ics = klient.get(f"{sti}samtale.ics").content.decode()
    assert "STATUS:CANCELLED" in ics and "SEQUENCE:1" in ics
    verden.avtal()  # the same time is free again


# --- Held ---


def _aapne(sak: Sak) -> set[str]:
    with kontekst(motor_kontekst()):
        return set(
            Oppgave.objects.filter(emne_id=sak.pk, kilde="karriere_sak", lukket__isnull=True).values_list(
                "regel", flat=True
            )
        )


def test_oppmoete_foeres_og_rettes(verden: Verden) -> None:
    samtale = verden.avtal()
    klient, sti = klient_for(verden.veileder), f"/karriere/samtaler/{samtale.noekkel}/"
    assert (
        "ikke begynt" in klient.post(f"{sti}oppmoete/", {"plass_0": "moett", "versjon": "1"}).content.decode()
    )
    verden.la_den_ha_vaert(samtale)
    assert "KARRIERE_OPPMOETE" in _aapne(verden.sak)
    assert tilstand(fakta_om(verden.naa()), I_DAG) is Koetilstand.FORFALLER
    assert klient.post(f"{sti}oppmoete/", {"versjon": "1"}).status_code == 422
    side = klient.post(f"{sti}oppmoete/", {"plass_0": "ikke_moett", "versjon": "1"}, follow=True)
    assert "Oppmøtet er ført" in side.content.decode()
    assert "KARRIERE_OPPMOETE" not in _aapne(verden.sak)
    assert klient.post(f"{sti}oppmoete/", {"plass_0": "moett", "versjon": "1"}).status_code == 409
    klient.post(f"{sti}oppmoete/", {"plass_0": "moett", "versjon": "2"})
    with som(verden.veileder):
        assert Deltakelse.objects.get().oppmoete == "moett" and Samtale.objects.get().holdt is not None
    assert verden.hendelser() == ["avtalt", "ikke_moett", "moett"]
    assert verden.naa().neste_samtale is None
    assert (
        "Personen har møtt til samtale" in klient.get(f"/karriere/sak/{verden.sak.noekkel}/").content.decode()
    )


def test_etter_oppmoete_endres_ingenting_annet(verden: Verden) -> None:
    samtale = verden.avtal()
    verden.la_den_ha_vaert(samtale)
    with som(verden.veileder) as av:
        actions.foer_oppmoete(
            samtale=samtale, oppmoete={verden.sak.pk: "moett"}, tolk_avlyste=False, versjon=1, av=av
        )
        with pytest.raises(Regelbrudd, match="Oppmøtet er ført"):
            actions.avlys_samtale(samtale=samtale, tolk_avlyste=False, av=av)
        with pytest.raises(Regelbrudd, match="Svar for hver"):
            actions.foer_oppmoete(samtale=samtale, oppmoete={}, tolk_avlyste=False, versjon=2, av=av)


def test_en_avlyst_samtale_har_ikke_oppmoete(verden: Verden) -> None:
    samtale = verden.avtal()
    with som(verden.veileder) as av:
        actions.avlys_samtale(samtale=samtale, tolk_avlyste=False, av=av)
        with pytest.raises(Regelbrudd, match="avlyst"):
            actions.foer_oppmoete(
                samtale=samtale, oppmoete={verden.sak.pk: "moett"}, tolk_avlyste=False, versjon=2, av=av
            )
        with pytest.raises(Regelbrudd, match="avlyst"):
            actions.endre_samtale(
                samtale=samtale, data=data_for(verden.senter, verden.veileder), versjon=2, av=av
            )


def test_neste_samtale_er_den_foerste_som_kommer(verden: Verden) -> None:
    verden.avtal(dager=9)
    verden.avtal(dager=5)
    assert verden.naa().neste_samtale == tid(5)


# --- Groups ---


def _gruppe(verden: Verden, plasser: int = 2, dager: int = 7) -> Samtale:
    with som(verden.veileder) as av:
        data = data_for(verden.senter, verden.veileder, dager, slag="gruppe", plasser=plasser, spraak=["ukr"])
        return actions.ny_samtale(data=data, saker=[], innsending=uuid4(), av=av)


def test_gruppen_har_saa_mange_plasser_som_den_har(verden: Verden) -> None:
    gruppe = _gruppe(verden)
    andre = [lag_sak(lag_med_rett()) for _nr in range(2)]
    with som(verden.veileder) as av:
        assert actions.legg_til_i_gruppe(samtale=gruppe, saker=[verden.sak, andre[0]], av=av) == 2
        assert actions.legg_til_i_gruppe(samtale=gruppe, saker=[verden.sak], av=av) == 0
        with pytest.raises(Regelbrudd, match="Gruppen er full"):
            actions.legg_til_i_gruppe(samtale=gruppe, saker=[andre[1]], av=av)
        data = data_for(verden.senter, verden.veileder, slag="gruppe", plasser=1)
        with pytest.raises(Regelbrudd, match="2 plasser er tatt"):
            actions.endre_samtale(samtale=gruppe, data=data, versjon=1, av=av)
        actions.ta_ut_av_gruppe(samtale=gruppe, sak=verden.sak, av=av)
        actions.ta_ut_av_gruppe(samtale=gruppe, sak=verden.sak, av=av)  # again: no change
        assert actions.legg_til_i_gruppe(samtale=gruppe, saker=[andre[1]], av=av) == 1
    assert verden.naa().neste_samtale is None
    assert verden.hendelser() == ["avtalt", "avlyst"]


def test_den_som_er_opptatt_faar_ikke_plass(verden: Verden) -> None:
    kollega = lag_veileder(verden.senter)
    verden.avtal()
    with som(kollega) as av:
        data = data_for(verden.senter, kollega, slag="gruppe", plasser=5)
        gruppe = actions.ny_samtale(data=data, saker=[], innsending=uuid4(), av=av)
        with pytest.raises(Regelbrudd, match="annen samtale"):
            actions.legg_til_i_gruppe(samtale=gruppe, saker=[verden.sak], av=av)


# --- Who ---


def test_kommunen_ser_samtalen_og_kan_legge_den_i_kalenderen(verden: Verden) -> None:
    samtale = verden.avtal()
    sti = f"/karriere/samtaler/{samtale.noekkel}/"
    leser = lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    klient = inn(leser)
    side = klient.get(sti).content.decode()
    assert "Rom 2" in side and "Flytt samtalen" not in side
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(bruker=leser, hvor="karriere-samtale").count() == 1
    ics = klient.get(f"{sti}samtale.ics").content.decode()
    assert "Karriereveiledning" in ics and "Rom 2" not in ics
    assert verden.sak.person.etternavn not in ics
    for resten in ("endre/", "flytt/", "avlys/", "oppmoete/"):
        assert klient.get(f"{sti}{resten}").status_code == 403
    andre = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer=STEINKJER))
    assert andre.get(sti).status_code == 404 and andre.get(f"{sti}samtale.ics").status_code == 404


def test_et_annet_senter_endrer_ingenting(verden: Verden) -> None:
    samtale = verden.avtal()
    annen = lag_veileder(lag_senter(STEINKJER))
    side = klient_for(annen).get(f"/karriere/samtaler/{samtale.noekkel}/").content.decode()
    assert "Rom 2" in side and "Flytt samtalen" not in side
    with som(annen) as av:
        with pytest.raises(Regelbrudd, match="annet karrieresenter"):
            actions.avlys_samtale(samtale=samtale, tolk_avlyste=False, av=av)
        with pytest.raises(Regelbrudd, match="annet karrieresenter"):
            actions.ny_samtale(
                data=data_for(verden.senter, annen), saker=[verden.sak], innsending=uuid4(), av=av
            )
        with transaction.atomic():
            try:  # the database holds it too
                assert not Samtale.objects.filter(pk=samtale.pk).update(sted="Annet")
            except DatabaseError:
                transaction.set_rollback(True)
    with som(verden.veileder):
        assert Samtale.objects.get().sted == "Rom 2"


def test_andre_avtaler_ikke(verden: Verden) -> None:
    with som(lag_aktoer(Rolle.LEDER)) as av, pytest.raises(IkkeTilgang):
        actions.ny_samtale(
            data=data_for(verden.senter, verden.veileder), saker=[verden.sak], innsending=uuid4(), av=av
        )


def test_lederen_ser_at_samtalen_er_avtalt(verden: Verden) -> None:
    verden.avtal()
    side = inn(lag_bruker(Rolle.LEDER)).get(f"/karriere/sak/{verden.sak.noekkel}/").content.decode()
    assert "Rom 2" in side and "/karriere/samtaler/" not in side


def test_sidene_gjoer_faa_spoerringer_ogsaa_med_en_full_gruppe(verden: Verden) -> None:
    samtale, gruppe = verden.avtal(), _gruppe(verden, plasser=6, dager=9)
    saker = [lag_sak(lag_med_rett()) for _nr in range(5)]
    with som(verden.veileder) as av:
        actions.legg_til_i_gruppe(samtale=gruppe, saker=saker, av=av)
    klient = klient_for(verden.veileder)
    for rad in (samtale, gruppe):
        for resten in ("", "endre/", "flytt/", "avlys/", "oppmoete/"):
            sti = f"/karriere/samtaler/{rad.noekkel}/{resten}"
            assert antall_spoerringer(klient, sti) <= 10, resten
    assert antall_spoerringer(klient, f"/karriere/sak/{verden.sak.noekkel}/samtale/ny/") <= 10
    lag_sak(lag_med_rett())
    assert antall_spoerringer(klient, f"/karriere/samtaler/{gruppe.noekkel}/plass/") <= 10
