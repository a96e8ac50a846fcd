"""Planlegging sammen med kommunen: det som er avtalt, og samtalene kommunens deltakere har."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.kvartal import OSLO
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.visning import dato
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions import Oppleggsdata
from karriere.models import Opplegg
from karriere.queries.opplegg import kommende
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.karriere.hjelp import (
    I_DAG,
    lag_forslag,
    lag_sak,
    lag_samtale,
    lag_senter,
    lag_veileder,
    om,
    saksbehandler,
    som,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
OPPLEGG = "/karriere/opplegg/"
VAART = f"{OPPLEGG}{TRONDHEIM}/"
FELT: dict[str, Any] = {
    "sted": "Voksenopplæringen, rom 3", "ukedager": ["3", "1"], "tolk": "Kommunen bestiller",
    "deltar": "Programrådgiver", "transport": "Buss", "merknad": "", "avtalt": dato(I_DAG), "versjon": "0",
}  # fmt: skip


def _kommunen(nummer: str = TRONDHEIM) -> Client:
    return inn(lag_bruker(nummer=nummer))


def _fylket(rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER) -> Client:
    return inn(lag_bruker(rolle))


def _som(av: Aktoer) -> Client:
    return inn(Bruker.objects.get(pk=av.bruker_id))


def _lagre(av: Aktoer, versjon: int = 0, **felt: Any) -> Opplegg:
    with som(av):
        data = Oppleggsdata(**felt)
        return actions.lagre_opplegg(
            kommune=virksomhet(TRONDHEIM), data=data, versjon=versjon, innsending=uuid4(), av=av
        )


def test_fylket_skriver_opplegget_og_kommunen_leser_det() -> None:
    lag_senter(navn="Senteret i byen")
    kommunen = _kommunen()
    assert "ikke skrevet ned noe opplegg med dere" in kommunen.get(VAART).content.decode()
    svar = _fylket().post(f"{VAART}endre/", FELT | {"innsending": str(uuid4())}, follow=True)
    assert "Opplegget er lagret" in svar.content.decode()
    side = kommunen.get(OPPLEGG, follow=True).content.decode()
    for tekst in ("rom 3", "mandag, onsdag", "Kommunen bestiller", "Programrådgiver", "Senteret i byen"):
        assert tekst in side
    assert "Dette er ikke avtalt ennå" not in side and "Endre opplegget" not in side


def test_uten_dato_er_det_et_utkast() -> None:
    _lagre(saksbehandler(), sted="Rom 2")
    assert "Dette er ikke avtalt ennå" in _kommunen().get(VAART).content.decode()
    assert "Utkast" in _fylket().get(OPPLEGG).content.decode()


def test_samme_skjema_to_ganger_og_en_endring() -> None:
    klient, felt = _fylket(), FELT | {"innsending": str(uuid4())}
    for _nr in range(2):
        assert klient.post(f"{VAART}endre/", felt).status_code == 302
    with kontekst(motor_kontekst()):
        rad = Opplegg.objects.get()
    assert (rad.versjon, rad.ukedager) == (1, [1, 3])
    side = klient.get(f"{VAART}endre/").content.decode()
    assert "rom 3" in side and side.count("checked") == 2
    klient.post(f"{VAART}endre/", felt | {"innsending": str(uuid4()), "versjon": "1", "sted": "Et annet"})
    with kontekst(motor_kontekst()):
        assert Opplegg.objects.get().sted == "Et annet"


def test_to_som_skriver_samtidig() -> None:
    _lagre(saksbehandler(), sted="Først")
    svar = _fylket().post(f"{VAART}endre/", FELT | {"innsending": str(uuid4()), "sted": "Sist"})
    side = svar.content.decode()
    assert svar.status_code == 409 and "Først" in side and "Sist" in side
    with pytest.raises(Konflikt):
        _lagre(saksbehandler(), sted="Uten å ha lest")


def test_feil_sies_ved_feltet_og_ingenting_er_mistet() -> None:
    feil = {"avtalt": dato(om(1)), "merknad": "Gjelder 01019012345", "innsending": str(uuid4())}
    svar = _fylket().post(f"{VAART}endre/", FELT | feil)
    side = svar.content.decode()
    assert svar.status_code == 422 and "Den kan ikke komme etter i dag" in side
    assert "rom 3" in side
    with kontekst(motor_kontekst()):
        assert not Opplegg.objects.exists()


def test_et_duf_nummer_skrives_ikke() -> None:
    with pytest.raises(Regelbrudd, match="Ta ut nummeret"):
        _lagre(saksbehandler(), merknad="Gjelder 2099 123456 07")


def test_veilederen_skriver_for_kommunene_eget_senter_dekker() -> None:
    senter = lag_senter(TRONDHEIM, navn="Bysenteret")
    min, annen = lag_veileder(senter), lag_veileder(lag_senter(STEINKJER))
    assert "Skriv ned opplegget" in _som(min).get(VAART).content.decode()
    assert "Skriv ned opplegget" not in _som(annen).get(VAART).content.decode()
    with pytest.raises(Regelbrudd, match="Bysenteret"):
        _lagre(annen, sted="Rom 1")
    assert _lagre(min, sted="Rom 1").sted == "Rom 1"


@pytest.mark.parametrize("rolle", [Rolle.LEDER, Rolle.ADMINISTRATOR])
def test_andre_i_fylket_leser_og_skriver_ikke(rolle: Rolle) -> None:
    klient = _fylket(rolle)
    assert "Ingenting er avtalt" in klient.get(VAART).content.decode()
    assert klient.get(f"{VAART}endre/").status_code == 403
    with pytest.raises(IkkeTilgang):
        _lagre(lag_aktoer(rolle))


def test_en_kommune_ser_ikke_en_annens() -> None:
    assert _kommunen(STEINKJER).get(VAART).status_code == 404
    assert _fylket().get(f"{OPPLEGG}9999/").status_code == 404
    _lagre(saksbehandler(), sted="Bare for dem")
    assert "Bare for dem" not in _kommunen(STEINKJER).get(OPPLEGG, follow=True).content.decode()


@pytest.mark.parametrize(
    ("vis", "med"), [("", {"Trondheim", "Steinkjer"}), ("med", {"Trondheim"}), ("venter", {"Steinkjer"})]
)
def test_listen_viser_med_uten_og_de_som_venter(vis: str, med: set[str]) -> None:
    _lagre(saksbehandler(), avtalt=I_DAG, ukedager=[2])
    lag_forslag(STEINKJER)
    side = _fylket().get(f"{OPPLEGG}?vis={vis}").content.decode()
    assert {navn for navn in ("Trondheim", "Steinkjer") if f">{navn}</a>" in side} == med


def test_listen_uten_opplegg() -> None:
    _lagre(saksbehandler(), avtalt=I_DAG)
    side = _fylket().get(f"{OPPLEGG}?vis=uten").content.decode()
    assert ">Steinkjer</a>" in side and ">Trondheim</a>" not in side


def test_kommunen_ser_sine_avtalte_samtaler_og_ikke_andres() -> None:
    senter = lag_senter(TRONDHEIM, STEINKJER)
    veileder = lag_veileder(senter)
    naar = datetime.combine(om(3), time(10), tzinfo=OSLO)
    vaar = lag_sak()
    lag_samtale(vaar, senter, veileder, naar, sted="Rådhuset", tolk="kvalifisert", tolkespraak="tir",
                tolkeform="fjern")  # fmt: skip
    deres = lag_sak(kommune=STEINKJER)
    lag_samtale(deres, senter, veileder, naar + timedelta(hours=3))
    side = _kommunen().get(VAART).content.decode()
    for tekst in (vaar.person.navn, "Rådhuset", "kl. 10.00–11.30", "Kvalifisert tolk, tigrinja"):
        assert tekst in side
    assert str(deres.noekkel) not in side
    assert "Hvem, når og hvor" in side  # the table has a name of its own, beside the heading's
    hos_fylket = _fylket().get(VAART).content.decode()
    assert str(vaar.noekkel) in hos_fylket and str(deres.noekkel) not in hos_fylket


def test_avlyste_samtaler_og_de_som_har_vaert_er_ikke_med() -> None:
    senter = lag_senter()
    samtale = lag_samtale(lag_sak(), senter, lag_veileder(senter), timezone.now() + timedelta(days=2))
    kommune = virksomhet(TRONDHEIM)
    with som(saksbehandler()) as av:
        assert len(kommende(kommune.pk, timezone.now())) == 1
        assert kommende(kommune.pk, timezone.now() + timedelta(days=3)) == []
        actions.avlys_samtale(samtale=samtale, tolk_avlyste=False, av=av)
        assert kommende(kommune.pk, timezone.now()) == []
    assert "Ingen av kommunens deltakere" in _fylket().get(VAART).content.decode()


def test_faa_spoerringer() -> None:
    senter = lag_senter()
    veileder = lag_veileder(senter)
    _lagre(saksbehandler(), avtalt=I_DAG)
    for nr in range(3):
        lag_samtale(lag_sak(), senter, veileder, timezone.now() + timedelta(days=nr + 1))
        lag_forslag(dager=nr + 1)
    for klient in (_kommunen(), _fylket(), _som(veileder)):
        assert antall_spoerringer(klient, VAART) <= 10
    assert antall_spoerringer(_fylket(), OPPLEGG) <= 10
