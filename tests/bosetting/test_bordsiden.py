"""The pages of the board and «Hvorfor»: shown, calculated without saving, saved all or none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from bosetting import actions
from bosetting.models import Runde
from integrering.grunnmur.feil import IkkeTilgang
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.roller import Rolle
from tests.bosetting.bordhjelp import NAMSOS, adresse, klient, radene, runde, sett_tall, utfylt
from tests.bosetting.hjelp import kommune_i, lag_kriterium, saksbehandler, sett_kommune, som, svar
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker
from tests.klasser.nettleser import tekst
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

__all__ = ["klient", "runde"]
pytestmark = pytest.mark.django_db


# --- The page ---


def test_bordet_vises_med_faa_spoerringer(klient: Client, runde: Runde) -> None:
    """All municipalities, the sums, and where one is not asked."""
    assert antall_spoerringer(klient, adresse(runde)) <= 10
    svar = klient.get(adresse(runde))
    assert "160 personer skal fordeles, av dem 4 enslige mindreårige." in tekst(svar)
    assert "Bør ikke spørres i denne runden." in tekst(svar)


def test_beregn_uten_aa_lagre(klient: Client, runde: Runde) -> None:
    """«Beregn» shows what is typed and saves nothing."""
    svar = klient.post(adresse(runde), utfylt(runde, n5001_kapasitet="60"))
    assert svar.status_code == 200
    assert "Det er ikke lagret." in tekst(svar)
    assert {b.nummer: b.linje.antall for b in svar.context["bord"].linjer if b.linje} == {
        TRONDHEIM: 60,
        STEINKJER: 50,
        NAMSOS: 50,
    }
    assert kommune_i(runde).kapasitet is None


def test_lagre_bare_det_som_er_endret(klient: Client, runde: Runde) -> None:
    """«Lagre» saves the changed municipalities and leaves the rest of what the county has said."""
    sett_kommune(runde, ekstra=7, em_15_18=2)
    svar = klient.post(
        adresse(runde), utfylt(runde, "lagre", n5001_laas="20", n5001_laas_grunn="Avtalt"), follow=True
    )
    assert "1 kommune er lagret." in tekst(svar)
    lagret = kommune_i(runde)
    assert (lagret.laas, lagret.laas_grunn, lagret.ekstra, lagret.em_15_18) == (20, "Avtalt", 7, 2)
    assert kommune_i(runde, NAMSOS).versjon == 1
    svar = klient.post(
        adresse(runde), utfylt(runde, "lagre", n5001_laas="20", n5001_laas_grunn="Avtalt"), follow=True
    )
    assert "Ingenting var endret." in tekst(svar)


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"n5001_kapasitet": "mange"}, "Trondheim, Kapasitet: Skriv et helt tall."),
        ({"n5001_kapasitet": "-1"}, "Trondheim, Kapasitet: Skriv et tall fra 0."),
        ({"n5001_kapasitet": "99999"}, "Trondheim, Kapasitet: Tallet er for stort."),
        ({"n5001_laas": "20"}, "Trondheim: Skriv hvorfor tallet er låst."),
        ({"n5001_oenske_min": "20", "n5001_oenske_max": "10"}, "kan ikke være mindre enn det minste."),
        ({"n5001_laas": "2", "n5001_laas_grunn": "Til 01017012345"}, "Trondheim: "),
    ],
)
def test_det_som_avvises(klient: Client, runde: Runde, felt: dict[str, str], melding: str) -> None:
    """Refused with the municipality's name, and nothing is saved."""
    svar = klient.post(adresse(runde), utfylt(runde, "lagre", **felt))
    assert svar.status_code == 422
    assert melding in tekst(svar)
    assert kommune_i(runde).versjon == 1


def test_en_annen_lagret_imens(klient: Client, runde: Runde) -> None:
    """Both values are shown; nothing is saved, and saving again saves over."""
    skrevet = utfylt(runde, "lagre", n5001_kapasitet="60", n5007_kapasitet="35")
    sett_kommune(runde, kapasitet=70)
    svar = klient.post(adresse(runde), skrevet)
    assert svar.status_code == 409
    assert [(f.deres, f.ditt) for f in svar.context["linjer"]] == [("70", "60")]
    assert kommune_i(runde, NAMSOS).kapasitet is None
    igjen = {**skrevet, "5001-versjon": svar.context["skjema"]["5001-versjon"].value()}
    assert klient.post(adresse(runde), igjen).status_code == 302
    assert (kommune_i(runde).kapasitet, kommune_i(runde, NAMSOS).kapasitet) == (60, 35)


def test_hvem_som_kan_skrive(runde: Runde) -> None:
    """The leader reads without fields, and is refused; so is the action. Who audits access sees no round."""
    leder = inn(lag_bruker(Rolle.LEDER))
    lest = leder.get(adresse(runde))
    assert lest.status_code == 200 and "Lagre feltene" not in tekst(lest)
    assert leder.post(adresse(runde), {"handling": "lagre"}).status_code == 403
    assert inn(lag_bruker(Rolle.INNSYNSREVISOR)).get(adresse(runde)).status_code == 403
    with som(lag_aktoer(Rolle.LEDER)) as av, pytest.raises(IkkeTilgang):
        actions.lagre_bord(endringer=[], av=av)


def test_en_laast_runde_leses(klient: Client, runde: Runde) -> None:
    """When the round has gone to approval the board is read only."""
    with som(saksbehandler()) as av:
        foreslaatt = {"tilstand": "godkjenning", "foreslaatt_av": av.bruker_id}
        for felt in ({"tilstand": "dialog"}, foreslaatt):
            Runde.objects.filter(pk=runde.pk).update(**felt, endret_av=av.bruker_id)
    assert "Lagre feltene" not in tekst(klient.get(adresse(runde)))
    svar = klient.post(adresse(runde), {"handling": "lagre"}, follow=True)
    assert "Runden er låst." in tekst(svar)


def test_alle_eller_ingen(runde: Runde) -> None:
    """One refused row stops them all, and says which; so does one that somebody else saved."""
    trondheim, namsos = kommune_i(runde), kommune_i(runde, NAMSOS)
    god = (trondheim, 1, actions.Kommunedata(kapasitet=60))
    with som(saksbehandler()) as av:
        with pytest.raises(actions.Radbrudd) as feil:
            actions.lagre_bord(endringer=[god, (namsos, 1, actions.Kommunedata(laas=3))], av=av)
        assert (feil.value.nummer, feil.value.navn) == (NAMSOS, "Namsos")
        with pytest.raises(Konflikt):
            actions.lagre_bord(endringer=[god, (namsos, 9, actions.Kommunedata(kapasitet=3))], av=av)
    assert kommune_i(runde).kapasitet is None


def test_feilen_staar_en_gang(klient: Client, runde: Runde) -> None:
    """What must be put right is told once, above the board."""
    side = klient.post(adresse(runde), utfylt(runde, n5001_laas="mange")).content.decode()
    assert side.count("For å gå videre må du rette opp") == 1


def test_kommunens_svar_staar_ved_siden_av_tallet(klient: Client, runde: Runde) -> None:
    """The answer counts where the field is empty; a number above it is marked, and so is one after none."""
    with som(saksbehandler()) as av:
        actions.start_dialog(runde=runde, versjon=Runde.objects.get(pk=runde.pk).versjon, av=av)
    svar(runde, TRONDHEIM, antall=70)
    svar(runde, NAMSOS, antall=0, em_under_15=0, em_15_18=0)
    sett_tall(runde, STEINKJER, "anmodning", 0)
    linjer = {b.nummer: b for b in klient.get(adresse(runde)).context["bord"].linjer}
    sagt = {nr: (b.svar, b.grense, b.over_svaret) for nr, b in linjer.items()}
    assert sagt[TRONDHEIM] == (70, "Ønske", False)
    assert sagt[NAMSOS] == (0, "Minstetall", True)
    assert linjer[STEINKJER].stor_endring
    assert "Færre" in tekst(klient.get(adresse(runde)))


# --- Why ---


def test_hvorfor_har_veien_grensen_og_avsnittet_paa_begge(klient: Client, runde: Runde) -> None:
    """The steps sum to the number; both paragraphs stand, and each figure has its source."""
    lag_kriterium(runde, vekt=Decimal("0.20"))
    sett_kommune(runde, kapasitet=60)
    hvorfor = adresse(runde, "hvorfor", TRONDHEIM)
    assert antall_spoerringer(klient, hvorfor) <= 10
    svar = klient.get(hvorfor)
    side = svar.context["side"]
    assert [t.navn for t in side.trinn] == [
        "Grunntall, likt for alle",
        "Etter folketall",
        "Arbeid",
        "De andres kriterier, så summen blir rammen",
        "Grenser, her og i andre kommuner",
        "Avrunding til hele personer",
    ]
    assert side.trinn[-1].hittil == 60
    assert "Hvorfor 60 til Trondheim?" in tekst(svar)
    assert "Trondheim bør bes om å bosette 60 flyktninger" in tekst(svar)
    assert "Trondheim bør bli beden om å busetje 60 flyktningar" in tekst(svar)
    assert "Det finnes ikke tall for «Arbeid»" in tekst(svar)
    assert "Prøvekilden" in tekst(svar)


def test_hvorfor_uten_svar(klient: Client, runde: Runde) -> None:
    """One that is not asked, a round that cannot be calculated, and a municipality that is not there."""
    ikke = next(rk.kommune.nummer for rk in radene(runde) if not rk.spurt)
    assert "Kommunen bør ikke spørres" in tekst(klient.get(adresse(runde, "hvorfor", ikke)))
    sett_kommune(runde, laas=300, laas_grunn="For mye")
    assert "personer mer enn rammen" in tekst(klient.get(adresse(runde, "hvorfor", TRONDHEIM)))
    assert klient.get(adresse(runde, "hvorfor", "9999")).status_code == 404
