"""The reports: what they count, what they hide, and that every number leads to its rows."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.kvartal import OSLO
from integrering.nir.models import Sluttmaal
from integrering.rapporter import actions
from integrering.rapporter.models import Smaatall
from integrering.rapporter.queries.utfylling import registrert_per_uke
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_person, registrer, rett
from tests.grunnmur.html import side, tekst
from tests.lister.hjelp import antall_spoerringer, csv, innhold, xlsx
from tests.rapporter.hjelp import IFJOR, avslutt, leser, mange, proev, sett_status

pytestmark = pytest.mark.django_db
UTFALL, PROEVER = "/rapporter/arbeid-eller-utdanning/", "/rapporter/norskproever/"
UTFYLLING = "/rapporter/utfylling/"


def _tabell(klient: Client, adresse: str, nr: int = 0) -> dict[str, list[str]]:
    """Return row → what is read in its cells, in table number `nr` of the page."""
    rot = side(klient.get(adresse).content.decode())
    tabell = list(rot.iter("table"))[nr]
    return {
        tekst(rad.find("th")): [tekst(celle) for celle in rad.findall("td")]
        for rad in tabell.iter("tr")
        if rad.find("td") is not None
    }


def _lenker(klient: Client, adresse: str, nr: int = 0) -> list[str]:
    tabell = list(side(klient.get(adresse).content.decode()).iter("table"))[nr]
    return [a.attrib["href"] for a in tabell.iter("a")]


def _hent(klient: Client, navn: str, **felt: str) -> Any:
    return klient.post(f"/rapporter/{navn}/hent/", {"tabell": "0", "format": "xlsx"} | felt)


# --- Work or education ---


def test_tre_maal_side_om_side_og_manglende_aarsak_er_med_i_nevneren() -> None:
    klient, _av = leser()
    mange(6, "arbeid_heltid")
    mange(5, "videregaaende")
    mange(5, "nir_nav_tiltak")
    mange(5, "")
    tabell = _tabell(klient, f"{UTFALL}?aar={IFJOR}")
    assert tabell["Arbeid eller utdanning (IMDi)"][:3] == ["11", "21", "52,4 %"]
    assert tabell["Arbeid, utdanning eller tiltak i regi av Nav"][:3] == ["16", "21", "76,2 %"]
    ssb = tabell["Arbeid eller utdanning ett år etter (SSB)"]
    assert ssb[0] == "Finnes bare hos SSB"
    assert "65 %" in ssb[3]
    assert "SSB" in ssb[4]


def test_hvert_tall_foerer_til_radene_sine() -> None:
    klient, _av = leser()
    mange(6, "arbeid_heltid")
    avslutt(lag_person(kommune=STEINKJER), "videregaaende")
    for adresse in (UTFALL, f"{UTFALL}?kommune={TRONDHEIM}"):
        lenker = [lenke for nr in range(3) for lenke in _lenker(klient, adresse, nr)]
        assert f"/rapporter/avsluttede/?aar={IFJOR}&gruppe=arbeid&kommune={TRONDHEIM}" in lenker
        for lenke in lenker:
            assert klient.get(lenke).context["liste"].antall > 0


def test_saksbehandleren_ser_tallet_men_papiret_skjuler_det() -> None:
    klient, _av = leser()
    mange(3, "arbeid_heltid")
    mange(20, "flyttet")
    svar = klient.get(f"{UTFALL}?aar={IFJOR}").content.decode()
    moenster = rf"<td[^>]*>((?:(?!</td>).)*gruppe=arbeid&amp;kommune={TRONDHEIM}.*?)</td>"
    [celle] = re.findall(moenster, svar)
    assert '<span class="kun-utskrift">:</span>' in celle
    assert "diagramramme kun-utskrift" in svar
    assert "diagramramme ikke-utskrift" in svar


def test_revisoren_ser_ikke_smaa_tall() -> None:
    mange(3, "arbeid_heltid")
    mange(20, "flyttet")
    mange(30, "videregaaende")
    klient, _av = leser(Rolle.INNSYNSREVISOR)
    rad = _tabell(klient, f"{UTFALL}?aar={IFJOR}", 1)[str(IFJOR)]
    assert rad == [":Skjult", "30", "0", ":Skjult", "0", "53", ":Skjult", ":Skjult"]
    assert _lenker(klient, UTFALL, 1) == []
    tegning = klient.get(f"{UTFALL}?aar={IFJOR}").content.decode()
    assert "diagramramme kun-utskrift" not in tegning
    assert 'fill="url(#skjult)"' in tegning


def test_filen_skjuler_for_alle() -> None:
    klient, _av = leser()
    mange(3, "arbeid_heltid")
    mange(20, "flyttet")
    rader, om = xlsx(innhold(_hent(klient, "arbeid-eller-utdanning", aar=str(IFJOR), tabell="2")))
    trondheim = next(rad for rad in rader if rad[0] == "Trondheim")
    assert trondheim[1:] == [":", 0, 0, ":", 0, 23, ":", ":"]
    assert om["Filter i bruk"] == f"Avsluttet i: {IFJOR}"
    assert "Hentet" in om
    assert om["Skjult (:)"].startswith("Antall fra 1 til 4 er skjult")
    rader_csv, tekst_csv = csv(innhold(_hent(klient, "arbeid-eller-utdanning", format="csv")))
    assert "Definisjoner" in tekst_csv
    assert "Mål;" in rader_csv


def test_kommunen_faar_sin_egen_rapport() -> None:
    mange(6, "arbeid_heltid")
    mange(6, "arbeid_heltid", STEINKJER)
    klient, _av = leser(Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER)
    svar = klient.get(f"{UTFALL}?aar={IFJOR}")
    assert len(svar.context["rapport"].tabeller) == 2
    assert _tabell(klient, f"{UTFALL}?aar={IFJOR}", 1)[str(IFJOR)][:6] == ["6", "0", "0", "0", "0", "6"]


def test_de_som_bor_utenfor_fylket_telles_for_seg() -> None:
    klient, _av = leser()
    mange(6, "arbeid_heltid", "0301")
    rad = _tabell(klient, f"{UTFALL}?aar={IFJOR}", 2)["Utenfor fylket eller ukjent"]
    assert rad[0] == "6"


# --- Completeness ---


def test_utfyllingen_per_registrering() -> None:
    klient, _av = leser()
    for tilstand in ["registrert"] * 6 + ["mangler"] * 5 + ["delvis"] * 5 + ["ukjent"] * 5:
        sett_status(lag_person(), sluttmaal=tilstand)
    sett_status(lag_person(adressebeskyttelse="fortrolig"), sluttmaal="mangler")
    rad = _tabell(klient, UTFYLLING)["Sluttmål"]
    assert rad == ["6", "5", "5", "5", "21", "28,6 %"]
    kommunene = _tabell(klient, UTFYLLING, 1)
    assert len(kommunene["Trondheim"]) == 20
    alene = _tabell(klient, f"{UTFYLLING}?kommune={TRONDHEIM}")
    assert alene["Sluttmål"] == rad
    assert _tabell(klient, f"{UTFYLLING}?kommune={STEINKJER}")["Sluttmål"][:5] == ["0"] * 5


def test_tallene_i_utfyllingen_foerer_til_matrisen() -> None:
    klient, _av = leser()
    for tilstand in ("registrert", "delvis", "mangler", "ukjent"):
        sett_status(lag_person(), sluttmaal=tilstand)
    lenker = _lenker(klient, f"{UTFYLLING}?kommune={TRONDHEIM}") + _lenker(klient, UTFYLLING, 1)
    # the states of the one municipality; what is missing in it, and in all
    assert len(lenker) == 4 + 2
    for lenke in lenker:
        svar = klient.get(lenke)
        assert svar.status_code == 200, lenke
        if "sluttmaal" in lenke:
            assert svar.context["liste"].antall == 1, lenke


def test_utfyllingen_for_kommunen_selv() -> None:
    for _nr in range(6):
        sett_status(lag_person(kommune=STEINKJER), vedtak_norsk="registrert")
        sett_status(lag_person(kommune=TRONDHEIM), vedtak_norsk="mangler")
    klient, _av = leser(Rolle.KOMMUNE_VOKSENOPPLAERING, STEINKJER)
    svar = klient.get(UTFYLLING)
    assert len(svar.context["rapport"].tabeller) == 1
    assert _tabell(klient, UTFYLLING)["Vedtak om norskopplæring"] == ["6", "0", "0", "0", "6", "100 %"]


# --- The year-end ---


@pytest.fixture
def i_januar(monkeypatch: pytest.MonkeyPatch) -> date:
    """It is 20 January after the year."""
    dag = date(IFJOR + 1, 1, 20)
    monkeypatch.setattr(timezone, "localdate", lambda *_: dag)
    return dag


def test_aarsavslutningen_teller_det_som_skulle_vaert_registrert_i_aaret(i_januar: date) -> None:
    klient, _av = leser()
    for _nr in range(6):
        sett_status(lag_person(), sluttmaal=("mangler", date(IFJOR, 12, 31)), norskmaal="registrert")
        sett_status(lag_person(), sluttmaal=("mangler", date(IFJOR + 1, 1, 1)))
    adresse = f"/aarsavslutning/{IFJOR}/"
    svar = klient.get(adresse)
    assert _tabell(klient, adresse)["Sluttmål"][:5] == ["0", "0", "6", "0", "6"]
    assert _tabell(klient, adresse, 1)["Trondheim"] == ["6", "6", "12", "50 %"]
    frist = date(IFJOR + 1, 3, 1).toordinal() - i_januar.toordinal() - 1
    punkter = dict(svar.context["punkter"])
    assert f"({frist} dager igjen)" in punkter["Frist"]
    assert (
        punkter["Personer som mangler noe"].endswith(">6</a>") or punkter["Personer som mangler noe"] == "6"
    )
    assert punkter["Per uke fram til fristen"] == "1"


def test_uke_for_uke_av_tidspunktet_for_registreringen(som: Any) -> None:
    _klient, av = leser()
    person = lag_person()
    maal = registrer(
        Sluttmaal,
        person,
        registrert=datetime(2026, 1, 7, 12, tzinfo=OSLO),
        maal="vgo",
        fra=date(2025, 12, 31),
    )
    rett(maal, naar=datetime(2026, 1, 14, 12, tzinfo=OSLO), maal="deler_vgo")
    registrer(
        Sluttmaal, person, registrert=datetime(2026, 1, 8, tzinfo=OSLO), maal="vgo", fra=date(2026, 1, 1)
    )
    with som(av):
        tall = registrert_per_uke(aar=2025, fra=date(2026, 1, 1), til=date(2026, 2, 28))
    assert tall == {date(2026, 1, 5): 1, date(2026, 1, 12): 1}


def test_fristen_er_ute(monkeypatch: pytest.MonkeyPatch) -> None:
    klient, _av = leser()
    sett_status(lag_person(), sluttmaal="mangler")
    svar = klient.get(f"/aarsavslutning/{IFJOR - 1}/")
    punkter = dict(svar.context["punkter"])
    assert "Fristen er ute" in punkter["Frist"]
    assert "Per uke fram til fristen" not in punkter
    assert len(svar.context["naboer"]) == 2


def test_skuddaar() -> None:
    klient, _av = leser()
    punkter = dict(klient.get("/aarsavslutning/2023/").context["punkter"])
    assert punkter["Frist"].startswith("29.02.2024")


@pytest.mark.parametrize("aar", [2019, 2100])
def test_et_aar_vi_ikke_vet_noe_om(aar: int) -> None:
    klient, _av = leser()
    assert klient.get(f"/aarsavslutning/{aar}/").status_code == 404


def test_veien_til_aarsavslutningen(i_januar: date) -> None:
    klient, _av = leser()
    assert klient.get("/rapporter/aarsavslutning/").headers["Location"] == f"/aarsavslutning/{IFJOR}/"
    assert f"/aarsavslutning/{IFJOR}/" in klient.get("/rapporter/").content.decode()


def test_fra_mars_gjelder_neste_aar(monkeypatch: pytest.MonkeyPatch) -> None:
    klient, _av = leser()
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2027, 3, 1))
    assert klient.get("/rapporter/aarsavslutning/").headers["Location"] == "/aarsavslutning/2027/"


def test_aarsavslutningen_som_fil() -> None:
    klient, _av = leser()
    rader, _om = xlsx(innhold(_hent(klient, "aarsavslutning", aar=str(IFJOR))))
    assert rader[0][:2] == ["Registrering", "Registrert"]
    for aar in ("", "2019", "x"):
        assert _hent(klient, "aarsavslutning", aar=aar).status_code == 404


# --- Tests in Norwegian ---


def test_norskproever_etter_delproeve_og_nivaa() -> None:
    klient, _av = leser()
    for _nr in range(6):
        proev(lytte="b1", lese="a2")
    for _nr in range(5):
        proev(lytte="a2", skriftlig="under_a1")
    proev(dato=date(2025, 5, 4), lytte="b1")
    tabell = _tabell(klient, f"{PROEVER}?skoleaar=2025")
    assert tabell["Lytteforståelse"] == ["0", "0", "5", "6", "0", "0", "11"]
    assert tabell["Leseforståelse"] == ["0", "0", "6", "0", "0", "0", "6"]
    assert tabell["Muntlig kommunikasjon"] == ["0"] * 7
    lenker = _lenker(klient, f"{PROEVER}?skoleaar=2025&kommune={TRONDHEIM}")
    assert f"/rapporter/resultater/?skoleaar=2025&delproeve=lytte&nivaa=b1&kommune={TRONDHEIM}" in lenker
    for lenke in lenker:
        assert klient.get(lenke).context["liste"].antall > 0


# --- What all have ---


def test_feil_i_filteret_viser_ingen_tall() -> None:
    klient, _av = leser()
    svar = klient.get(f"{UTFALL}?aar=1066")
    assert svar.status_code == 422
    assert "Hva tallene betyr" not in svar.content.decode()


@pytest.mark.parametrize(
    "felt", [{"tabell": "9"}, {"tabell": "x"}, {"tabell": "-1"}, {"format": "exe"}, {"aar": "1066"}]
)
def test_en_fil_som_ikke_finnes(felt: dict[str, str]) -> None:
    klient, _av = leser()
    assert _hent(klient, "arbeid-eller-utdanning", **felt).status_code == 404


def test_ukjent_rapport() -> None:
    klient, _av = leser()
    assert klient.get("/rapporter/finnes-ikke/").status_code == 404


def test_tidspunkt_og_definisjon_staar_paa_siden() -> None:
    klient, _av = leser()
    for adresse in (UTFALL, PROEVER, UTFYLLING, f"/aarsavslutning/{IFJOR}/"):
        tekst_ = klient.get(adresse).content.decode()
        assert "Tallene er hentet" in tekst_
        assert "Hva tallene betyr" in tekst_
        assert "style=" not in tekst_


@pytest.mark.parametrize("adresse", [UTFALL, PROEVER, UTFYLLING, f"/aarsavslutning/{IFJOR}/"])
def test_faa_spoerringer_uansett_hvor_mange(adresse: str) -> None:
    klient, _av = leser()
    foer = antall_spoerringer(klient, adresse)
    for _nr in range(3):
        person = lag_person()
        avslutt(person)
        proev(person, lytte="a2")
        sett_status(person, sluttmaal="mangler")
    assert antall_spoerringer(klient, adresse) == foer
    assert foer <= 12


def test_grensen_kan_settes_hoeyere(som: Any) -> None:
    mange(6, "arbeid_heltid")
    mange(30, "flyttet")
    klient, _av = leser(Rolle.INNSYNSREVISOR)
    assert _tabell(klient, f"{UTFALL}?aar={IFJOR}", 1)[str(IFJOR)][0] == "6"
    with som(lag_aktoer(Rolle.ADMINISTRATOR)):
        Smaatall.objects.update(grense=10)
    assert _tabell(klient, f"{UTFALL}?aar={IFJOR}", 1)[str(IFJOR)][0] == ":Skjult"


def test_bare_administratoren_setter_grensen(som: Any) -> None:
    admin, saksbehandler = lag_aktoer(Rolle.ADMINISTRATOR), lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    with som(admin):
        rad = Smaatall.objects.get()
        rad.grense = 7
        actions.endre_grense(smaatall=rad, av=admin)
        assert Smaatall.objects.get().grense == 7
        with pytest.raises(Exception, match="Rollen din"):
            actions.endre_grense(smaatall=rad, av=saksbehandler)
        rad.grense = 2
        with pytest.raises(Exception, match="grense"):
            actions.endre_grense(smaatall=rad, av=admin)
