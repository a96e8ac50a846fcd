"""The board and «Hvorfor»: calculated from what stands and what is typed, saved all or none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bosetting import actions
from bosetting.bord import Bord, bordet
from bosetting.kodeverk import Indikator, Merke
from bosetting.models import Grunnlagstall, Runde, RundeKommune
from bosetting.queries.regnegrunnlag import Regnegrunnlag, kommuneradene, regnegrunnlag
from integrering.grunnmur.feil import IkkeTilgang
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from tests.bosetting.hjelp import (
    kommune_i,
    lag_kriterium,
    lag_runde,
    rundedata,
    saksbehandler,
    sett_kommune,
    som,
)
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker
from tests.klasser.nettleser import tekst
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
NAMSOS = "5007"


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.fixture
def runde() -> Runde:
    """A round of three municipalities, with population 8000, 4000 and 4000."""
    ny = lag_runde(ramme=160, em_ramme=4)
    med = (TRONDHEIM, STEINKJER, NAMSOS)
    with som(saksbehandler()) as av:
        andre = RundeKommune.objects.filter(runde=ny).exclude(kommune__nummer__in=med)
        andre.update(spurt=False, spurt_grunn="Utenfor prøven", endret_av_id=av.bruker_id)
    for nummer, folk in zip(med, (8000, 4000, 4000), strict=True):
        sett_tall(ny, nummer, "folketall", folk)
        sett_tall(ny, nummer, "anmodning", None, Merke.IKKE_SPURT)
    return ny


def sett_tall(
    runde: Runde, nummer: str, indikator: str, verdi: int | None, merke: Merke = Merke.VERDI
) -> None:
    """Put a figure into the round."""
    with som(saksbehandler()):
        Grunnlagstall.objects.update_or_create(
            runde=runde,
            kommune=Virksomhet.objects.get(nummer=nummer),
            indikator=indikator,
            defaults={"verdi": verdi, "merke": merke, "kilde": "Prøvekilden", "aar": 2026},
        )


def _grunnlag(runde: Runde) -> Regnegrunnlag:
    with som(saksbehandler()):
        return regnegrunnlag(runde, kommuneradene(runde))


def _regn(runde: Runde) -> Bord:
    return bordet(_grunnlag(runde))


def _antall(bord: Bord) -> dict[str, int]:
    assert bord.fordeling is not None
    return {nr: n for nr, n in bord.fordeling.antall().items() if n}


def _adresse(runde: Runde, navn: str = "bord", *mer: str) -> str:
    return reverse(f"bosetting:{navn}", args=[runde.noekkel, *mer])


def _skrevet(runde: Runde, handling: str = "beregn", **felt: Any) -> dict[str, Any]:
    """What the form sends: the versions as they stand, and these fields («5001_laas»)."""
    with som(saksbehandler()):
        versjoner = {f"{rk.kommune.nummer}-versjon": rk.versjon for rk in kommuneradene(runde) if rk.spurt}
    return {**versjoner, "handling": handling, **{k.replace("_", "-", 1)[1:]: v for k, v in felt.items()}}


# --- What it is calculated from ---


def test_beregnet_av_rundens_tall(runde: Runde) -> None:
    """By population, with the minors inside; those not asked get nothing."""
    bord = _regn(runde)
    assert _antall(bord) == {TRONDHEIM: 80, STEINKJER: 40, NAMSOS: 40}
    trondheim = next(b for b in bord.linjer if b.nummer == TRONDHEIM)
    assert (trondheim.promille, trondheim.linje and trondheim.linje.em) == (Decimal("10.0"), 2)
    assert (trondheim.endring, trondheim.endring_prosent, trondheim.stor_endring) == (None, None, False)


@pytest.mark.parametrize(
    ("felt", "svar", "grense"),
    [
        ({"kapasitet": 60}, {TRONDHEIM: 60, STEINKJER: 50, NAMSOS: 50}, "Kapasitet"),
        ({"oenske_max": 60}, {TRONDHEIM: 60, STEINKJER: 50, NAMSOS: 50}, "Ønske"),
        ({"oenske_min": 100}, {TRONDHEIM: 100, STEINKJER: 30, NAMSOS: 30}, "Ønske"),
        ({"oenske_min": 4}, {TRONDHEIM: 80, STEINKJER: 40, NAMSOS: 40}, ""),
        ({"laas": 20, "laas_grunn": "Avtalt"}, {TRONDHEIM: 20, STEINKJER: 70, NAMSOS: 70}, "Låst"),
        ({"kapasitet": 5}, {TRONDHEIM: 5, STEINKJER: 78, NAMSOS: 77}, "Kapasitet"),
        (
            {"saerskilt_minst": 3, "saerskilt": "Liten kommune", "oenske_max": 4},
            {TRONDHEIM: 4, STEINKJER: 78, NAMSOS: 78},
            "Ønske",
        ),
    ],
)
def test_det_fylket_legger_inn_er_grenser(
    runde: Runde, felt: dict[str, Any], svar: dict[str, int], grense: str
) -> None:
    """Wish, capacity, lock and special conditions hold the number, and the one that binds is told."""
    sett_kommune(runde, **felt)
    bord = _regn(runde)
    assert _antall(bord) == svar
    assert next(b for b in bord.linjer if b.nummer == TRONDHEIM).grense == grense


def test_kriterier_av_tall_og_vurderinger(runde: Runde) -> None:
    """An indicator by its place, a judgement by its step; the opposite when high speaks for fewer."""
    lag_kriterium(runde, vekt=Decimal("0.20"), indikatorer=[Indikator.SYSSELSATTE, Indikator.ARBEIDSKRAFT])
    lag_kriterium(
        runde, navn="Andel", vekt=Decimal("0.10"), indikatorer=[Indikator.INNVANDRERE], motsatt=True
    )
    lag_kriterium(runde, navn="Uten vekt", vekt=None, indikatorer=[Indikator.PLANER])
    sett_tall(runde, TRONDHEIM, Indikator.SYSSELSATTE, 70)
    sett_tall(runde, STEINKJER, Indikator.SYSSELSATTE, 60)
    sett_tall(runde, NAMSOS, Indikator.SYSSELSATTE, None, Merke.UNDERTRYKT)
    sett_tall(runde, STEINKJER, Indikator.ARBEIDSKRAFT, 5)
    sett_tall(runde, STEINKJER, Indikator.INNVANDRERE, 9)
    sett_tall(runde, NAMSOS, Indikator.INNVANDRERE, 3)
    grunnlag = _grunnlag(runde)
    z = {k.nummer: list(k.z.values()) for k in grunnlag.kommuner if k.spurt}
    assert z == {TRONDHEIM: [1, None], STEINKJER: [0, -1], NAMSOS: [None, 1]}
    assert grunnlag.kriterienavn == {"k1": "Arbeid", "k2": "Andel", "k3": "Uten vekt"}
    bord = _regn(runde)
    assert [navn for navn, _n in bord.vekter] == ["Arbeid", "Andel"]


def test_mindreaarige_etter_plassene(runde: Runde) -> None:
    """The places under 15 and 15–18 are the most; too few are told with how many."""
    for nummer, plasser in ((TRONDHEIM, 1), (STEINKJER, 0), (NAMSOS, 1)):
        sett_kommune(runde, nummer, em_under_15=0, em_15_18=plasser)
    assert _regn(runde).hvorfor_ikke.startswith("Det mangler plass til 2 enslige mindreårige.")


@pytest.mark.parametrize(
    ("forrige", "endring", "stor"), [(60, "33", True), (64, "25", False), (80, "0", False), (0, None, False)]
)
def test_endring_fra_forrige(runde: Runde, forrige: int, endring: str | None, stor: bool) -> None:
    """The change from the last request, in persons and per cent; more than a quarter is large."""
    sett_tall(runde, TRONDHEIM, "anmodning", forrige)
    linje = next(b for b in _regn(runde).linjer if b.nummer == TRONDHEIM)
    assert linje.endring == 80 - forrige
    assert linje.endring_prosent == (None if endring is None else Decimal(endring))
    assert linje.stor_endring is stor


# --- What cannot be calculated ---


def test_uten_ramme_og_uten_folketall(runde: Runde) -> None:
    """The frame and the population must be there; who lacks it is told."""
    sett_tall(runde, NAMSOS, "folketall", None, Merke.MANGLER)
    assert _regn(runde).hvorfor_ikke.startswith("Folketall mangler for Namsos.")
    with som(saksbehandler()) as av:
        actions.endre_runde(runde=runde, versjon=runde.versjon, data=rundedata(ramme=None, em_ramme=0), av=av)
    assert _regn(runde).hvorfor_ikke.startswith("Runden har ingen ramme.")


def test_umulig_sier_hvor_mange_og_hva_som_kan_flyttes(runde: Runde) -> None:
    """Caps of 90 for 160 persons: 70 are missing, and each way out is told in words."""
    for nummer in (TRONDHEIM, STEINKJER, NAMSOS):
        sett_kommune(runde, nummer, kapasitet=30)
    bord = _regn(runde)
    assert bord.hvorfor_ikke == "Grensene har ikke plass til alle: det mangler plass til 70 personer."
    assert bord.utveier == (
        "Sett rammen til 90 i stedet for 160.",
        "Hev kapasiteten: Trondheim 30 → 80, Steinkjer 30 → 40, Namsos 30 → 40.",
    )
    assert bord.fordeling is None


def test_for_hoeye_minste_tall(runde: Runde) -> None:
    """Wishes of 60 each are 20 more than the frame."""
    for nummer in (TRONDHEIM, STEINKJER, NAMSOS):
        sett_kommune(runde, nummer, oenske_min=60)
    bord = _regn(runde)
    assert bord.hvorfor_ikke == "De minste tallene er til sammen 20 personer mer enn rammen."
    assert bord.utveier[1].startswith("Flytt det kommunene ønsker: ")


def test_mange_utveier_nevnes_ikke_alle() -> None:
    """Of many municipalities six are named, and how many there are more."""
    stor = lag_runde(ramme=100, em_ramme=0)
    with som(saksbehandler()):
        antall = RundeKommune.objects.filter(runde=stor).count()
    for nr, rk in enumerate(_rader(stor)):
        sett_tall(stor, rk.kommune.nummer, "folketall", 1000 + nr)
    bord = _regn(stor)
    assert f"til sammen {antall * 10 - 100} personer mer" in bord.hvorfor_ikke
    assert any(f"og {antall - 6} til." in utvei for utvei in bord.utveier)


def _rader(runde: Runde) -> list[RundeKommune]:
    with som(saksbehandler()):
        return kommuneradene(runde)


@pytest.mark.parametrize(
    ("felt", "vekt", "melding"),
    [
        ({"grunntall": 20, "ramme": 50}, "0.10", "Grunntallet ganger antall kommuner er større enn rammen."),
        ({"maks_utslag": Decimal(1), "ramme": 160}, "0.20", "Kriteriene kan ikke flytte hele tallet."),
    ],
)
def test_forutsetninger_som_ikke_gaar(runde: Runde, felt: dict[str, Any], vekt: str, melding: str) -> None:
    """Each is told in words."""
    lag_kriterium(runde, vekt=Decimal(vekt))
    with som(saksbehandler()) as av:
        runde.refresh_from_db()
        actions.endre_runde(
            runde=runde, versjon=runde.versjon, data=rundedata(**{"em_ramme": 0, **felt}), av=av
        )
    assert _regn(runde).hvorfor_ikke.startswith(melding)


# --- The locks ---


def test_laasen_viser_hva_den_flytter(runde: Runde) -> None:
    """A lock of 20 in Trondheim sends 60 to the others."""
    sett_kommune(runde, laas=20, laas_grunn="Avtalt i møtet")
    flyttet = _regn(runde).flyttet
    assert [(f.navn, f.uten, f.med, f.endring) for f in flyttet] == [
        ("Trondheim", 80, 20, -60),
        ("Namsos", 40, 70, 30),
        ("Steinkjer", 40, 70, 30),
    ]


def test_laas_som_gjoer_det_mulig_har_ikke_noe_uten(runde: Runde) -> None:
    """Where nothing is possible without the lock there is nothing to compare with."""
    for nummer in (STEINKJER, NAMSOS):
        sett_kommune(runde, nummer, kapasitet=30)
    sett_kommune(runde, laas=100, laas_grunn="Stort mottak", kapasitet=90)
    assert _regn(runde).flyttet == ()


# --- The page ---


def test_bordet_vises_med_faa_spoerringer(klient: Client, runde: Runde) -> None:
    """All municipalities, the sums, and where one is not asked."""
    assert antall_spoerringer(klient, _adresse(runde)) <= 10
    svar = klient.get(_adresse(runde))
    assert "160 personer skal fordeles, av dem 4 enslige mindreårige." in tekst(svar)
    assert "Bør ikke spørres i denne runden." in tekst(svar)


def test_beregn_uten_aa_lagre(klient: Client, runde: Runde) -> None:
    """«Beregn» shows what is typed and saves nothing."""
    svar = klient.post(_adresse(runde), _skrevet(runde, n5001_kapasitet="60"))
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
        _adresse(runde), _skrevet(runde, "lagre", n5001_laas="20", n5001_laas_grunn="Avtalt"), follow=True
    )
    assert "1 kommune er lagret." in tekst(svar)
    lagret = kommune_i(runde)
    assert (lagret.laas, lagret.laas_grunn, lagret.ekstra, lagret.em_15_18) == (20, "Avtalt", 7, 2)
    assert kommune_i(runde, NAMSOS).versjon == 1
    svar = klient.post(
        _adresse(runde), _skrevet(runde, "lagre", n5001_laas="20", n5001_laas_grunn="Avtalt"), follow=True
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
    svar = klient.post(_adresse(runde), _skrevet(runde, "lagre", **felt))
    assert svar.status_code == 422
    assert melding in tekst(svar)
    assert kommune_i(runde).versjon == 1


def test_en_annen_lagret_imens(klient: Client, runde: Runde) -> None:
    """Both values are shown; nothing is saved, and saving again saves over."""
    skrevet = _skrevet(runde, "lagre", n5001_kapasitet="60", n5007_kapasitet="35")
    sett_kommune(runde, kapasitet=70)
    svar = klient.post(_adresse(runde), skrevet)
    assert svar.status_code == 409
    assert [(f.deres, f.ditt) for f in svar.context["linjer"]] == [("70", "60")]
    assert kommune_i(runde, NAMSOS).kapasitet is None
    igjen = {**skrevet, "5001-versjon": svar.context["skjema"]["5001-versjon"].value()}
    assert klient.post(_adresse(runde), igjen).status_code == 302
    assert (kommune_i(runde).kapasitet, kommune_i(runde, NAMSOS).kapasitet) == (60, 35)


def test_hvem_som_kan_skrive(runde: Runde) -> None:
    """The auditor reads without fields, and is refused; so is the action."""
    revisor = inn(lag_bruker(Rolle.INNSYNSREVISOR))
    assert "Lagre feltene" not in tekst(revisor.get(_adresse(runde)))
    assert revisor.post(_adresse(runde), {"handling": "lagre"}).status_code == 403
    with som(lag_aktoer(Rolle.INNSYNSREVISOR)) as av, pytest.raises(IkkeTilgang):
        actions.lagre_bord(endringer=[], av=av)


def test_en_laast_runde_leses(klient: Client, runde: Runde) -> None:
    """When the round has gone to approval the board is read only."""
    with som(saksbehandler()) as av:
        foreslaatt = {"tilstand": "godkjenning", "foreslaatt_av": av.bruker_id}
        for felt in ({"tilstand": "dialog"}, foreslaatt):
            Runde.objects.filter(pk=runde.pk).update(**felt, endret_av=av.bruker_id)
    assert "Lagre feltene" not in tekst(klient.get(_adresse(runde)))
    svar = klient.post(_adresse(runde), {"handling": "lagre"}, follow=True)
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


# --- Why ---


def test_hvorfor_har_veien_grensen_og_avsnittet_paa_begge(klient: Client, runde: Runde) -> None:
    """The steps sum to the number; both paragraphs stand, and each figure has its source."""
    lag_kriterium(runde, vekt=Decimal("0.20"))
    sett_kommune(runde, kapasitet=60)
    adresse = _adresse(runde, "hvorfor", TRONDHEIM)
    assert antall_spoerringer(klient, adresse) <= 10
    svar = klient.get(adresse)
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
    assert "Det finnes ikke tall for Arbeid" in tekst(svar)
    assert "Prøvekilden" in tekst(svar)


def test_hvorfor_uten_svar(klient: Client, runde: Runde) -> None:
    """One that is not asked, a round that cannot be calculated, and a municipality that is not there."""
    ikke = next(rk.kommune.nummer for rk in _rader(runde) if not rk.spurt)
    assert "Kommunen bør ikke spørres" in tekst(klient.get(_adresse(runde, "hvorfor", ikke)))
    sett_kommune(runde, laas=300, laas_grunn="For mye")
    assert "personer mer enn rammen" in tekst(klient.get(_adresse(runde, "hvorfor", TRONDHEIM)))
    assert klient.get(_adresse(runde, "hvorfor", "9999")).status_code == 404
