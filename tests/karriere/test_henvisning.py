"""Kommunen henviser med kartleggingen; det som mangler, blir spurt om."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Kompetanse, Utdanningsbakgrunn
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions import Henvisningsdata
from karriere.models import Henvisning, Sak
from karriere.rules.henvisning import henvisningsfrist, mangler, svarfrist
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, registrer
from tests.karriere.hjelp import (
    flytt,
    lag_med_rett,
    lag_sak,
    lag_senter,
    lag_veileder,
    lag_veiledet,
    om,
    saksbehandler,
    som,
)
from tests.tilgang.hjelp import inn
from tests.utveksling.vedlegg import filer

pytestmark = pytest.mark.django_db
FELT: dict[str, Any] = {
    "spraak": "Ukrainsk morsmål, litt engelsk", "utdanning": "Elektriker, tre år", "versjon": "0",
    "arbeidserfaring": "Ti år som elektriker", "oensker": "Arbeide som elektriker", "morsmaal": "ukr",
}  # fmt: skip


def _kommunen(nummer: str = TRONDHEIM) -> Client:
    return inn(lag_bruker(nummer=nummer))


def _som(av: Aktoer) -> Client:
    return inn(Bruker.objects.get(pk=av.bruker_id))


def _adresse(sak: Sak, under: str = "henvisning/") -> str:
    return f"/karriere/sak/{sak.noekkel}/{under}"


def _naa(sak: Sak) -> Sak:
    with kontekst(motor_kontekst()):
        return Sak.objects.get(pk=sak.pk)


def _aapne(sak: Sak) -> set[str]:
    with kontekst(motor_kontekst()):
        return set(Oppgave.objects.filter(person=sak.person, lukket=None).values_list("regel", flat=True))


@pytest.mark.parametrize(
    ("tekster", "har_fil", "ventet"),
    [
        ({}, False, ("spraak", "utdanning", "arbeidserfaring", "oensker")),
        ({}, True, ()),
        ({"spraak": "norsk", "utdanning": " ", "arbeidserfaring": "ingen"}, False, ("utdanning", "oensker")),
    ],
)
def test_det_som_mangler(tekster: dict[str, str], har_fil: bool, ventet: tuple[str, ...]) -> None:
    assert mangler(tekster, har_fil=har_fil) == ventet


def test_fristene_er_vaare_egne() -> None:
    assert henvisningsfrist(date(2026, 5, 31)) == date(2026, 4, 19)
    assert henvisningsfrist(None) is None
    assert svarfrist(date(2026, 5, 1)) == date(2026, 5, 15)


def test_skjemaet_begynner_med_det_som_er_registrert() -> None:
    person = lag_med_rett()
    registrer(Kompetanse, person, registrert=None, kartlagt=om(-5), morsmaal="tir", tolkespraak="tir")
    registrer(
        Utdanningsbakgrunn, person, registrert=None, nivaa="grunnskole", vgs_nivaa=False, aar_skolegang=9,
        dato=om(-5),
    )  # fmt: skip
    side = _kommunen().get(_adresse(lag_sak(person))).content.decode()
    assert '<option value="tir" selected>' in side and "Fullført grunnskole" in side


def test_henvisningen_sendes_og_oppgaven_er_gjort() -> None:
    sak, klient = lag_sak(), _kommunen()
    assert "KARRIERE_HENVIS" in _aapne(sak)
    svar = klient.post(_adresse(sak), FELT | {"innsending": str(uuid4()), "lagre": "x"}, follow=True)
    side = svar.content.decode()
    assert "Henvisningen er sendt" in side and "Ti år som elektriker" in side
    assert _naa(sak).henvist is not None
    assert "KARRIERE_HENVIS" not in _aapne(sak)


def test_et_utkast_er_ikke_sendt_og_mangler_sies() -> None:
    sak, klient = lag_sak(), _kommunen()
    data = FELT | {"utdanning": "", "innsending": str(uuid4()), "utkast": "x"}
    side = klient.post(_adresse(sak), data, follow=True).content.decode()
    assert "Henvisningen er lagret" in side and "Et utkast" in side and "utdanning" in side
    assert _naa(sak).henvist is None


def test_samme_innsending_to_ganger_er_en_og_kolleger_stanses() -> None:
    sak, klient = lag_sak(), _kommunen()
    data = FELT | {"innsending": str(uuid4())}
    klient.post(_adresse(sak), data)
    klient.post(_adresse(sak), data)
    with som(lag_aktoer()):
        rad = Henvisning.objects.get()
    assert rad.versjon == 1
    klient.post(_adresse(sak), FELT | {"innsending": str(uuid4()), "versjon": "1", "oensker": "Bli kokk"})
    mitt = {"innsending": str(uuid4()), "versjon": "1", "oensker": "Kjøre buss"}
    svar = klient.post(_adresse(sak), FELT | mitt)
    assert svar.status_code == 409 and "Bli kokk" in svar.content.decode()


def test_kartleggingen_som_fil() -> None:
    sak, klient = lag_sak(), _kommunen()
    fil = filer.opplastet("kartlegging.pdf")
    data = {"versjon": "0", "innsending": str(uuid4()), "vedlegg": fil}
    side = klient.post(_adresse(sak), data, follow=True).content.decode()
    assert "kartlegging.pdf" in side and "Dette mangler" not in side
    with som(lag_aktoer()):
        vedlegg = Henvisning.objects.get().vedlegg.get().vedlegg
    veileder = _som(lag_veileder(lag_senter()))
    with kontekst(motor_kontekst()):
        Sak.objects.filter(pk=sak.pk).update(senter=None)
    side = klient.post(_adresse(sak, f"henvisning/{vedlegg.noekkel}/bort/"), follow=True).content.decode()
    assert "Filen er tatt bort" in side and "kartlegging.pdf" not in side
    assert klient.post(_adresse(sak, f"henvisning/{vedlegg.noekkel}/bort/")).status_code == 404
    assert veileder.get(_adresse(sak, "")).status_code == 200


def test_en_fil_som_ikke_slippes_inn_lagrer_ingenting() -> None:
    sak, klient = lag_sak(), _kommunen()
    fil = SimpleUploadedFile("kartlegging.exe", b"MZ\x00", "application/octet-stream")
    svar = klient.post(_adresse(sak), FELT | {"innsending": str(uuid4()), "vedlegg": fil})
    assert svar.status_code == 422 and "Ti år som elektriker" in svar.content.decode()
    with som(lag_aktoer()):
        assert not Henvisning.objects.exists()


@pytest.mark.parametrize(
    ("felt", "sier"),
    [
        ({"oensker": "Nummer 209912345678"}, "Ta ut nummeret"),
        ({"kartlagt": om(2).strftime("%d.%m.%Y")}, "fremtiden"),
    ],
)
def test_det_som_ikke_godtas(felt: dict[str, str], sier: str) -> None:
    sak = lag_sak()
    svar = _kommunen().post(_adresse(sak), FELT | felt | {"innsending": str(uuid4())})
    assert svar.status_code == 422 and sier in svar.content.decode()


def test_veilederen_spoer_og_kommunen_svarer() -> None:
    senter = lag_senter()
    veileder, sak = _som(lag_veileder(senter)), lag_sak()
    side = veileder.post(_adresse(sak, "henvisning/spoer/"), follow=True).content.decode()
    assert "Kommunen har fått en oppgave" in side and "venter på svar" in side
    veileder.post(_adresse(sak, "henvisning/spoer/"))  # again: no change
    assert "KARRIERE_OPPLYSNINGER" in _aapne(sak)
    with kontekst(motor_kontekst()):
        assert sak.hendelser.filter(hva="etterspurt").count() == 1
    _kommunen().post(_adresse(sak), FELT | {"innsending": str(uuid4())})
    assert _naa(sak).etterspurt is None
    assert not {"KARRIERE_OPPLYSNINGER", "KARRIERE_HENVIS"} & _aapne(sak)


def test_etter_gjennomfoert_endres_den_ikke() -> None:
    person = lag_med_rett()
    sak = lag_sak(person)
    lag_veiledet(person, om(-1))
    lag_sak(person)
    svar = _kommunen().post(_adresse(sak), FELT | {"innsending": str(uuid4())})
    assert svar.status_code == 422 and "kan ikke endres" in svar.content.decode()
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd, match="alt gjennomført"):
        actions.etterspoer(sak=sak, av=av)


def _henvist() -> Sak:
    sak = lag_sak()
    with som(lag_aktoer()) as av:
        data = Henvisningsdata(oensker="Arbeide som elektriker")
        actions.lagre_henvisning(sak=sak, data=data, send=True, versjon=0, innsending=uuid4(), av=av)
    return sak


def test_hvem_som_leser_henvisningen_i_databasen() -> None:
    senter, annet = lag_senter(TRONDHEIM), lag_senter(STEINKJER)
    _henvist()
    ser = {"egen veileder": lag_veileder(senter), "saksbehandler": saksbehandler(), "kommunen": lag_aktoer()}
    ser_ikke = {
        "annen veileder": lag_veileder(annet),
        "annen kommune": lag_aktoer(nummer=STEINKJER),
        "voksenopplæringen": lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING),
    }
    for hvem, av in ser.items():
        with som(av):
            assert Henvisning.objects.exists(), hvem
    for hvem, av in ser_ikke.items():
        with som(av):
            assert not Henvisning.objects.exists(), hvem
    for rolle in (Rolle.LEDER, Rolle.ADMINISTRATOR, Rolle.OPPLAERINGSKOORDINATOR):
        nei = pytest.raises(DatabaseError, match="permission denied")
        with som(lag_aktoer(rolle)), nei, transaction.atomic():
            Henvisning.objects.exists()


def test_lederen_ser_saken_uten_henvisningen() -> None:
    side = inn(lag_bruker(Rolle.LEDER)).get(_adresse(_henvist(), "")).content.decode()
    assert "Arbeide som elektriker" not in side and "Henvisningen fra kommunen" not in side


def test_etter_flytting_leser_den_nye_kommunen() -> None:
    sak = _henvist()
    flytt(sak.person, STEINKJER)
    side = _kommunen(STEINKJER).get(_adresse(sak, "")).content.decode()
    assert "Arbeide som elektriker" in side
    assert _kommunen().get(_adresse(sak, "")).status_code == 404


def test_andre_henviser_ikke() -> None:
    sak = lag_sak()
    with som(saksbehandler()) as av, pytest.raises(IkkeTilgang):
        actions.lagre_henvisning(
            sak=sak, data=Henvisningsdata(), send=True, versjon=0, innsending=uuid4(), av=av
        )
