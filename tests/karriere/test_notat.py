"""Karriereveileders notat: skrives halvt, gjøres ferdig helt, og endres aldri. Hvem som leser det."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions.notat import Notatdata
from karriere.models import Notat, Notatlesning, Notatutkast, Sak
from karriere.models.notat import LENGDE
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker
from tests.karriere.hjelp import (
    NOTATET,
    flytt,
    lag_med_rett,
    lag_notat,
    lag_sak,
    lag_senter,
    lag_veileder,
    saksbehandler,
    som,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
A34 = "9e"


def _klient(av: Any) -> Client:
    return inn(Bruker.objects.get(pk=av.bruker_id))


def _sti(sak: Sak, resten: str = "notat/") -> str:
    return f"/karriere/sak/{sak.noekkel}/{resten}"


def _ved_senteret() -> tuple[Any, Sak]:
    veileder = lag_veileder(lag_senter())
    return veileder, lag_sak()


# --- Written ---


def test_veilederen_skriver_ser_over_og_gjoer_ferdig() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    assert klient.get(_sti(sak)).status_code == 200
    felt = NOTATET | {"versjon": "0", "spraak": "nn"}
    side = klient.post(_sti(sak), felt, follow=True).content.decode()
    assert "Se over notatet" in side and "Ti år som elektriker" in side
    assert "Ønske for utdanning og arbeid" in side  # in the note's own written standard
    with som(veileder):
        assert not Notat.objects.exists()
    side = klient.post(_sti(sak, "notat/se-over/"), {"versjon": "1"}, follow=True).content.decode()
    assert "Notatet er ferdig: versjon 1" in side
    with som(veileder):
        notat, naa = Notat.objects.get(), Sak.objects.get(pk=sak.pk)
        assert not Notatutkast.objects.exists()
    assert notat.oensker == "Arbeide som elektriker" and notat.har_anbefaling
    assert naa.notat_ferdig is not None and naa.har_anbefaling and naa.overlevert is None


def test_et_halvt_utkast_lagres_og_sier_hva_som_mangler() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    felt = {"versjon": "0", "spraak": "nb", "oensker": "Bli kokk", "utkast": "x"}
    side = klient.post(_sti(sak), felt, follow=True).content.decode()
    assert "Utkastet er lagret" in side and "Bli kokk" in side
    side = klient.get(_sti(sak, "notat/se-over/")).content.decode()
    assert "Dette må skrives" in side and "Hindringer" in side and "Gjør notatet ferdig" not in side
    assert "<li>Behov for å søke</li>" in side
    svar = klient.post(_sti(sak, "notat/se-over/"), {"versjon": "1"}, follow=True)
    assert "ikke aktuelt" in svar.content.decode()
    with som(veileder):
        assert not Notat.objects.exists() and Notatutkast.objects.count() == 1


def test_uten_utkast_er_det_ingenting_aa_se_over() -> None:
    veileder, sak = _ved_senteret()
    assert _klient(veileder).get(_sti(sak, "notat/se-over/")).headers["Location"] == _sti(sak)
    with som(veileder), pytest.raises(Regelbrudd, match="ikke skrevet"):
        actions.gjoer_ferdig(sak=sak, versjon=0, av=veileder)


def test_kollektiv_beskyttelse_har_ingen_anbefaling() -> None:
    veileder = lag_veileder(lag_senter())
    sak = lag_sak(lag_med_rett(tillatelse=A34))
    side = _klient(veileder).get(_sti(sak)).content.decode()
    assert "§ 37 b" in side and 'name="anbefaling"' not in side and 'name="sluttmaal"' not in side
    with som(veileder):
        actions.lagre_utkast(sak=sak, data=Notatdata(**NOTATET), versjon=0, av=veileder)
        with pytest.raises(Regelbrudd) as brudd:
            actions.gjoer_ferdig(sak=sak, versjon=1, av=veileder)
    assert set(brudd.value.meldinger) == {"anbefaling", "begrunnelse"}


def test_foelsomme_ord_gir_advarsel_uten_aa_stanse() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    klient.post(_sti(sak), NOTATET | {"versjon": "0", "spraak": "nb", "hindringer": "Er sykmeldt"})
    assert "«sykmeldt»" in klient.get(_sti(sak)).content.decode()
    assert "«sykmeldt»" in klient.get(_sti(sak, "notat/se-over/")).content.decode()
    svar = klient.post(_sti(sak, "notat/se-over/"), {"versjon": "1"}, follow=True)
    assert "Notatet er ferdig" in svar.content.decode()


@pytest.mark.parametrize(
    ("felt", "sier"),
    [
        ({"oensker": "Nummer 209912345678"}, "Ta ut nummeret"),
        ({"oensker": "a" * (LENGDE + 1)}, "4000"),
        ({"behov": ["finnes_ikke"]}, "finnes_ikke"),
    ],
)
def test_det_som_ikke_godtas_blir_staaende(felt: dict[str, Any], sier: str) -> None:
    veileder, sak = _ved_senteret()
    svar = _klient(veileder).post(_sti(sak), NOTATET | felt | {"versjon": "0", "spraak": "nb"})
    side = svar.content.decode()
    assert svar.status_code == 422 and sier in side and "Tre bedrifter" in side


def test_handlingen_tar_heller_ikke_imot_det() -> None:
    veileder, sak = _ved_senteret()
    feil: dict[str, Any] = {"oensker": "a" * (LENGDE + 1), "behov": ["x"], "sluttmaal": "x"}
    with som(veileder), pytest.raises(Regelbrudd) as brudd:
        actions.lagre_utkast(sak=sak, data=Notatdata(**feil), versjon=0, av=veileder)
    assert set(brudd.value.meldinger) == set(feil)


def test_maalform_foelger_kommunen() -> None:
    veileder, sak = _ved_senteret()
    side = _klient(veileder).get(_sti(sak)).content.decode()
    assert '<option value="nb" selected>' in side


def test_to_vinduer() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    klient.post(_sti(sak), {"versjon": "0", "spraak": "nb", "oensker": "Først"})
    svar = klient.post(_sti(sak), {"versjon": "0", "spraak": "nb", "oensker": "Så"})
    side = svar.content.decode()
    assert svar.status_code == 409 and "Først" in side and "Så" in side
    with som(veileder):
        assert Notatutkast.objects.get().oensker == "Først"
        with pytest.raises(Konflikt):
            actions.gjoer_ferdig(sak=sak, versjon=7, av=veileder)
    svar = klient.post(_sti(sak, "notat/se-over/"), {"versjon": "x"}, follow=True)
    assert "Dette er det som står nå" in svar.content.decode()
    klient.post(_sti(sak), {"versjon": "1", "spraak": "nb", "oensker": "Så"})
    with som(veileder):
        assert Notatutkast.objects.get().oensker == "Så"


def test_to_vinduer_taper_ikke_det_bare_det_ene_har_skrevet() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    felles = {"versjon": "0", "spraak": "nb"}
    klient.post(_sti(sak), felles | {"oensker": "Kokk", "behov": "godkjenning", "hindringer": "Ingen"})
    svar = klient.post(_sti(sak), felles | {"muligheter": "Hoteller søker", "hindringer": "Lang reisevei"})
    side, skjema = svar.content.decode(), svar.context["skjema"]
    assert "Ønsker for utdanning og arbeid, Behov for å søke." in side
    assert "Lang reisevei" in side and "Ingen" in side  # the one that differs is shown, to choose
    sendes = {felt.html_name: felt.value() for felt in skjema if felt.value()}
    assert klient.post(_sti(sak), sendes | {"utkast": "1"}).status_code == 302
    with som(veileder):
        naa = Notatutkast.objects.get()
    assert (naa.oensker, naa.muligheter, naa.behov, naa.hindringer) == (
        "Kokk", "Hoteller søker", ["godkjenning"], "Lang reisevei",
    )  # fmt: skip


def test_kast_utkastet() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    klient.post(_sti(sak), {"versjon": "0", "spraak": "nb", "oensker": "Først"})
    assert "Utkastet er kastet" in klient.post(_sti(sak, "notat/kast/"), follow=True).content.decode()
    klient.post(_sti(sak, "notat/kast/"))  # again: no change
    with som(veileder):
        assert not Notatutkast.objects.exists()


def test_en_ny_versjon_begynner_med_den_forrige_og_maa_overleveres() -> None:
    veileder, sak = _ved_senteret()
    lag_notat(sak, veileder)
    klient = _klient(veileder)
    assert "Ti år som elektriker" in klient.get(_sti(sak)).content.decode()
    klient.post(_sti(sak), NOTATET | {"versjon": "0", "spraak": "nb", "oensker": "Bli kokk"})
    klient.post(_sti(sak, "notat/se-over/"), {"versjon": "1"})
    with som(veileder):
        assert list(Notat.objects.values_list("nr", "oensker")) == [
            (1, "Arbeide som elektriker"),
            (2, "Bli kokk"),
        ]
        naa = Sak.objects.get(pk=sak.pk)
    assert naa.overlevert is None and naa.notat_ferdig is not None
    gammel = klient.get(_sti(sak, "notat/1/")).content.decode()
    assert "Det finnes en nyere versjon" in gammel and "Arbeide som elektriker" in gammel
    kommunen = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    assert kommunen.get(_sti(sak, "notat/2/")).status_code == 404
    assert "Det finnes en nyere versjon" not in kommunen.get(_sti(sak, "notat/1/")).content.decode()
    with som(veileder):
        assert Sak.objects.get(pk=sak.pk).lest is None  # what they read is not the newest


# --- The script of the page ---


def _autolagre(klient: Client, av: Any, sak: Sak, **felt: Any) -> Any:
    return klient.post(_sti(sak), {"spraak": "nb", "skriver": str(av.bruker_id), "autolagre": "1"} | felt)


def test_autolagring_svarer_med_versjon_klokke_og_advarsler() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    svar = _autolagre(klient, veileder, sak, versjon="0", hindringer="Er sykmeldt")
    assert svar.status_code == 200
    kropp = svar.json()
    assert kropp["versjon"] == 1 and len(kropp["lagret"]) == 5 and "«sykmeldt»" in kropp["advarsler"][0]
    assert _autolagre(klient, veileder, sak, versjon="1", hindringer="Reise").json()["versjon"] == 2


def test_autolagring_fra_to_faner_taper_ingenting() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    _autolagre(klient, veileder, sak, versjon="0", oensker="Først")
    svar = _autolagre(klient, veileder, sak, versjon="0", oensker="Så")
    assert svar.status_code == 409 and svar.json()["hvem"] == str(Bruker.objects.get(pk=veileder.bruker_id))


def test_autolagring_sier_hva_som_maa_rettes() -> None:
    veileder, sak = _ved_senteret()
    klient = _klient(veileder)
    nummer = _autolagre(klient, veileder, sak, versjon="0", oensker="Nummer 209912345678")
    assert nummer.status_code == 422 and "Ønsker for utdanning og arbeid: Ta ut" in nummer.json()["feil"][0]
    langt = _autolagre(klient, veileder, sak, versjon="0", oensker="a" * (LENGDE + 1))
    assert langt.status_code == 422 and "Ønsker for utdanning og arbeid" in langt.json()["feil"][0]


def test_en_annen_som_logger_inn_i_samme_nettleser_lagrer_ikke_andres_tekst() -> None:
    veileder, sak = _ved_senteret()
    annen = saksbehandler()
    svar = _autolagre(_klient(annen), veileder, sak, versjon="0", oensker="Min tekst")
    assert svar.status_code == 403 and svar.json() == {"annen": True}
    with som(annen):
        assert not Notatutkast.objects.exists()


# --- Who reads ---


def test_hvem_som_leser_i_databasen() -> None:
    senter, annet = lag_senter(TRONDHEIM), lag_senter(STEINKJER)
    egen, sak = lag_veileder(senter), lag_sak()
    lag_notat(sak, egen)
    for hvem, av in {"egen": egen, "saksbehandler": saksbehandler(), "kommunen": lag_aktoer()}.items():
        with som(av):
            assert Notat.objects.exists(), hvem
    ser_ikke = {
        "annet senter": lag_veileder(annet),
        "annen kommune": lag_aktoer(nummer=STEINKJER),
        "voksenopplæringen": lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING),
    }
    for hvem, av in ser_ikke.items():
        with som(av):
            assert not Notat.objects.exists(), hvem
    for rolle in (Rolle.LEDER, Rolle.ADMINISTRATOR, Rolle.OPPLAERINGSKOORDINATOR):
        nei = pytest.raises(DatabaseError, match="permission denied")
        with som(lag_aktoer(rolle)), nei, transaction.atomic():
            Notat.objects.exists()
    with kontekst(motor_kontekst()), pytest.raises(DatabaseError, match="denied"), transaction.atomic():
        Notat.objects.exists()


def test_kommunen_ser_ingenting_foer_det_er_overlevert() -> None:
    sak = lag_sak()
    lag_notat(sak, overlevert=False)
    kommunen = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    assert kommunen.get(_sti(sak, "notat/1/")).status_code == 404
    assert "ikke overlevert noe notat" in kommunen.get(_sti(sak, "")).content.decode()


def test_en_veileder_ved_et_annet_senter_verken_leser_eller_skriver() -> None:
    lag_senter(TRONDHEIM)
    annen = lag_veileder(lag_senter(STEINKJER))
    sak = lag_sak()
    lag_notat(sak)
    klient = _klient(annen)
    assert klient.get(_sti(sak)).status_code == 403
    assert klient.get(_sti(sak, "kvittering/")).status_code == 403
    assert klient.get(_sti(sak, "notat/1/")).status_code == 404
    assert "et annet karrieresenter" in klient.get(_sti(sak, "")).content.decode()
    with som(annen), pytest.raises(Regelbrudd, match="annet karrieresenter"):
        actions.lagre_utkast(sak=sak, data=Notatdata(**NOTATET), versjon=0, av=annen)


def test_uten_senter_skriver_bare_saksbehandleren() -> None:
    veileder = lag_veileder(lag_senter(STEINKJER))
    sak = lag_sak()  # no centre covers Trondheim
    assert sak.senter_id is None
    assert _klient(veileder).get(_sti(sak)).status_code == 403
    assert lag_notat(sak).nr == 1


def test_etter_flytting_leser_den_nye_kommunen() -> None:
    sak = lag_sak()
    lag_notat(sak)
    flytt(sak.person, STEINKJER)
    ny = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer=STEINKJER))
    assert ny.get(_sti(sak, "notat/1/")).status_code == 200
    assert inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE)).get(_sti(sak, "notat/1/")).status_code == 404


def test_hver_lesning_logges() -> None:
    sak = lag_sak()
    lag_notat(sak)
    leser = lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    klient = inn(leser)
    for resten in ("notat/1/", "notat/1/", "notat/1/notat.pdf", "notat/1/notat.txt"):
        assert klient.get(_sti(sak, resten)).status_code == 200
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(bruker=leser, hvor="karriere-notat").count() == 4
    with som(saksbehandler()):
        assert Notatlesning.objects.filter(bruker=leser).count() == 1  # the first: the receipt


def test_et_ferdig_notat_endres_aldri() -> None:
    sak = lag_sak()
    notat = lag_notat(sak)
    with som(saksbehandler()):
        with pytest.raises(DatabaseError, match="denied"), transaction.atomic():
            Notat.objects.filter(pk=notat.pk).update(oensker="Noe annet")
        with pytest.raises(DatabaseError, match="én gang"), transaction.atomic():
            Notat.objects.filter(pk=notat.pk).update(overlevert=notat.ferdig)


@pytest.mark.parametrize("rolle", [Rolle.LEDER, Rolle.ADMINISTRATOR, Rolle.KOMMUNE_VOKSENOPPLAERING])
def test_andre_roller_slipper_ikke_inn(rolle: Rolle) -> None:
    sak = lag_sak()
    lag_notat(sak)
    klient = inn(lag_bruker(rolle))
    for resten in ("notat/", "notat/1/", "notat/1/notat.pdf", "kvittering/"):
        assert klient.get(_sti(sak, resten)).status_code == 403
    with som(lag_aktoer(rolle)) as av, pytest.raises(IkkeTilgang):
        actions.lagre_utkast(sak=sak, data=Notatdata(), versjon=0, av=av)


def test_en_sak_som_ikke_finnes() -> None:
    veileder, _sak = _ved_senteret()
    ingen = UUID("00000000-0000-4000-8000-000000000000")
    assert _klient(veileder).get(f"/karriere/sak/{ingen}/notat/").status_code == 404


def test_sidene_gjoer_faa_spoerringer() -> None:
    veileder, sak = _ved_senteret()
    lag_notat(sak, veileder)
    klient = _klient(veileder)
    # login, role and log of look-ups are five of them
    for resten, mest in {"notat/": 15, "notat/1/": 14, "kvittering/": 14}.items():
        assert antall_spoerringer(klient, _sti(sak, resten)) <= mest, resten
