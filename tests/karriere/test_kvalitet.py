"""Sjekklisten for kvalitet: hvert senter svarer punkt for punkt, og fylket ser hvor langt de er kommet."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.visning import dato
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions import Kvalitetsdata
from karriere.models import Kvalitetssvar, Senter
from karriere.queries.kvalitet import delt_opp, punktene
from karriere.rules.kvalitet import andel_paa_plass
from tests.fabrikk import STEINKJER, lag_bruker
from tests.karriere.hjelp import I_DAG, lag_senter, lag_veileder, om, saksbehandler, som
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
ALLE = "/karriere/kvalitet/"
PUNKT = "etikk_forklart"


def _klient(av: Aktoer) -> Client:
    return inn(Bruker.objects.get(pk=av.bruker_id))


def _side(senter: Senter, punkt: str = "") -> str:
    return f"{ALLE}{senter.noekkel}/" + (f"{punkt}/" if punkt else "")


def _skrevet(**felt: Any) -> dict[str, str]:
    return {
        "status": "paa_plass", "merknad": "Står i samtaleguiden", "dato": dato(I_DAG), "versjon": "0",
        "innsending": str(uuid4()),
    } | felt  # fmt: skip


def _svar(
    senter: Senter,
    av: Aktoer,
    punkt: str = PUNKT,
    versjon: int = 0,
    status: str = "paa_plass",
    dager: int = 0,
) -> Kvalitetssvar:
    with som(av):
        return actions.svar_om_kvalitet(
            senter=senter, punkt=punkt, data=Kvalitetsdata(status, om(dager)), versjon=versjon,
            innsending=uuid4(), av=av,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("paa_plass", "gjelder_ikke", "punkter", "andel"),
    [
        (0, 0, 8, 0), (4, 0, 8, 50), (7, 0, 8, 87), (8, 0, 8, 100), (6, 2, 8, 100), (0, 8, 8, None),
        (0, 0, 0, None),
    ],
)  # fmt: skip
def test_andelen_er_av_punktene_som_gjelder(
    paa_plass: int, gjelder_ikke: int, punkter: int, andel: int | None
) -> None:
    assert andel_paa_plass(paa_plass, gjelder_ikke, punkter) == andel


def test_punktene_deles_i_de_fire_omraadene() -> None:
    omraader = {delt_opp(navn)[0] for _kode, navn in punktene()}
    assert omraader == {"Kompetansestandarder", "Karrierekompetanse", "Etikk", "Kvalitetssikring"}
    assert delt_opp("Etikk: noe") == ("Etikk", "Noe")
    assert delt_opp("Noe uten område") == ("Annet", "Noe uten område")


def test_veilederen_vurderer_et_punkt_ved_sitt_senter() -> None:
    senter = lag_senter()
    klient = _klient(lag_veileder(senter))
    side = klient.get(_side(senter)).content.decode()
    assert (
        "0 av 8 punkter" in side and "Ikke vurdert" in side and "Spørsmålene er fylkeskommunens egne" in side
    )
    punktet = klient.get(_side(senter, PUNKT)).content.decode()
    assert f"Etikk. {senter.navn}." in punktet
    assert re.search(r"<h1[^>]*>\s*Taushetsplikt og hvem som leser notatet", punktet)
    side = klient.post(_side(senter, PUNKT), _skrevet(), follow=True).content.decode()
    assert "Vurderingen er lagret" in side and "1 av 8 punkter" in side and "12 prosent" in side
    assert "Står i samtaleguiden" in side
    assert "12 %" in klient.get(ALLE).content.decode()


def test_veilederen_leser_de_andre_sentrene_og_endrer_dem_ikke() -> None:
    mitt, annet = lag_senter(), lag_senter(STEINKJER)
    veileder = lag_veileder(mitt)
    klient = _klient(veileder)
    side = klient.get(_side(annet))
    assert side.status_code == 200 and "Vurder<" not in side.content.decode()
    assert klient.get(_side(annet, PUNKT)).status_code == 403
    with pytest.raises(IkkeTilgang):
        _svar(annet, veileder)


def test_lederen_leser_og_kommunen_ser_det_ikke() -> None:
    senter = lag_senter()
    leder = inn(lag_bruker(Rolle.LEDER))
    assert leder.get(_side(senter)).status_code == 200
    assert leder.get(_side(senter, PUNKT)).status_code == 403
    assert inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE)).get(ALLE).status_code == 403


def test_samme_skjema_to_ganger_er_ett_svar() -> None:
    senter = lag_senter()
    klient, data = _klient(saksbehandler()), _skrevet()
    for _gang in range(2):
        assert klient.post(_side(senter, PUNKT), data).status_code == 302
    with kontekst(motor_kontekst()):
        svar = Kvalitetssvar.objects.get(senter=senter)
    assert (svar.versjon, svar.status, svar.merknad) == (1, "paa_plass", "Står i samtaleguiden")


def test_to_som_vurderer_samtidig() -> None:
    senter, klient = lag_senter(), _klient(saksbehandler())
    klient.post(_side(senter, PUNKT), _skrevet(status="delvis", merknad="Det første"))
    # begun before the first answer was there
    svar = klient.post(_side(senter, PUNKT), _skrevet(merknad="Det andre"))
    assert svar.status_code == 409
    side = svar.content.decode()
    assert "Det første" in side and "Det andre" in side and "Delvis på plass" in side
    klient.post(_side(senter, PUNKT), _skrevet(merknad="Det andre", versjon="1"))
    with kontekst(motor_kontekst()):
        rad = Kvalitetssvar.objects.get(senter=senter)
    assert (rad.versjon, rad.merknad) == (2, "Det andre")
    with pytest.raises(Konflikt):
        _svar(senter, saksbehandler(), versjon=1)


def test_det_som_er_galt_staar_ved_feltene_og_ingenting_gaar_tapt() -> None:
    senter, klient = lag_senter(), _klient(saksbehandler())
    i_morgen = dato(om(1))
    svar = klient.post(_side(senter, PUNKT), _skrevet(status="", dato=i_morgen, merknad="Skrevet her"))
    assert svar.status_code == 422 and "Skrevet her" in svar.content.decode()
    svar = klient.post(_side(senter, PUNKT), _skrevet(dato=i_morgen, merknad="Gjelder 209900000017"))
    assert svar.status_code == 422
    side = svar.content.decode()
    assert "kan ikke være fram i tid" in side and "Ta ut nummeret" in side
    with kontekst(motor_kontekst()):
        assert not Kvalitetssvar.objects.exists()


def test_bare_punkter_og_statuser_som_finnes() -> None:
    senter, av = lag_senter(), saksbehandler()
    with pytest.raises(Regelbrudd, match="ikke lenger i sjekklisten"):
        _svar(senter, av, punkt="finnes_ikke")
    with pytest.raises(Regelbrudd, match="Velg en status"):
        _svar(senter, av, status="kanskje")
    klient = _klient(av)
    assert klient.get(_side(senter, "finnes_ikke")).status_code == 404
    assert klient.get(f"{ALLE}{uuid4()}/").status_code == 404


def test_alle_sentre_med_hvor_langt_de_er_kommet() -> None:
    senter, av = lag_senter(navn="Karriere Nord"), saksbehandler()
    koder = [kode for kode, _navn in punktene()]
    for kode, status in zip(koder, ("paa_plass", "delvis", "mangler", "gjelder_ikke"), strict=False):
        _svar(senter, av, kode, status=status, dager=-3)
    side = _klient(av).get(ALLE).content.decode()
    assert "Karriere Nord" in side and "14 %" in side and dato(om(-3)) in side


def test_faa_spoerringer() -> None:
    senter, av = lag_senter(), saksbehandler()
    for kode, _navn in punktene():
        _svar(senter, av, kode)
    klient = _klient(lag_veileder(senter))
    for sti in (ALLE, _side(senter), _side(senter, PUNKT)):
        assert antall_spoerringer(klient, sti) <= 10


def test_ingen_sentre() -> None:
    assert "Ingen karrieresentre er registrert" in _klient(saksbehandler()).get(ALLE).content.decode()
