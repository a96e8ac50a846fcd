"""Oversikten, kommunene, oppgaven til kommunen og bilaget: tallene i én kjøring er de samme overalt."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Virksomhet
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger.models import Mottak
from tests import fabrikk
from tests.lister.hjelp import csv as lest
from tests.lister.hjelp import innhold, ta_ut
from tests.tilskudd.sideverden import K, Verden, klient, les, rader
from tilskudd import actions, motor, oversiktstall
from tilskudd.models import Kjoering
from tilskudd.oversiktstall import (
    Bidragsrad,
    Kommunebidrag,
    Oversiktstall,
    registrer_kommunebidrag,
    registrer_tall,
)
from tilskudd.queries.kommuneoppgave import kommuneoppgave
from tilskudd.queries.pengeoversikt import kommuneoversikt, pengeoversikt
from tilskudd.queries.regnskapsbilag import regnskapsbilag

pytestmark = pytest.mark.django_db
K4, K1 = Kvartal.parse("2023K4"), Kvartal.parse("2024K1")
TRONDHEIM, STEINKJER = "5001", "5006"


@pytest.fixture(autouse=True)
def tomt_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oversiktstall, "_tall", {})
    monkeypatch.setattr(oversiktstall, "_bidrag", {})


@pytest.fixture
def verden() -> Verden:
    """E2, one in Steinkjer who was registered in time, and one protected person in Trondheim."""
    for kommune, vern in ((STEINKJER, ""), (TRONDHEIM, "strengt_fortrolig")):
        person = fabrikk.lag_person(
            kommune=kommune, adressebeskyttelse=vern, registrert=fabrikk.klokken(2023, 3, 2)
        )
        fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
        fabrikk.lag_vgo(person, til=date(2023, 11, 30), registrert=fabrikk.klokken(2023, 9, 10))
    return Verden()


def kommune(nummer: str) -> Virksomhet:
    return Virksomhet.objects.get(type="kommune", nummer=nummer)


def kjoering(kvartal: Kvartal) -> Kjoering:
    with kontekst(motor_kontekst()):
        return Kjoering.objects.get(kvartal=kvartal.indeks)


def hent(c: Client, adresse: str) -> bytes:
    svar = c.get(adresse)
    assert svar.status_code == 200
    return svar.content


def fra_csv(c: Client, adresse: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(hent(c, adresse))) as pakke:
        [navn] = [n for n in pakke.namelist() if n.endswith(".csv")]
        return list(csv.DictReader(io.StringIO(pakke.read(navn).decode("utf-8-sig")), delimiter=";"))


# --- The same figures everywhere ---


def test_tallene_i_en_kjoering_er_de_samme_overalt(verden: Verden) -> None:
    """The page, the lists, the exports, the statement, the overview and the command's JSON."""
    verden.runder.godkjenn(verden.utkast)
    c, denne = verden.raadgiver, kjoering(K1)
    with kontekst(motor_kontekst()):
        fasit = {s.mottaker.kode: s for s in denne.mottakere.select_related("mottaker")}
    fylket, trondheim = fasit["F50"], fasit["K5001"]
    siden = rader(c.get(K), "Mottakere")[1:-1]
    assert len(siden) == len(fasit)
    for s in fasit.values():
        assert any(
            f" {_skrevet(s.linjer_sum)} kr" in r and f" {_skrevet(s.utbetales)} kr" in r for r in siden
        )
    liste = {r["Kode"]: r for r in fra_csv_liste(c, "tilskudd:mottakere", f"{K}mottakere/")}
    assert {k: int(r["Utbetales"]) for k, r in liste.items()} == {k: s.utbetales for k, s in fasit.items()}
    bilag = fra_csv(c, f"{K}regnskapsbilag/csv/")
    per: dict[str, int] = {}
    for rad in bilag:
        per[rad["Mottakerkode"]] = per.get(rad["Mottakerkode"], 0) + int(rad["Beløp"])
    assert {k: v for k, v in per.items() if v} == {k: s.utbetales for k, s in fasit.items() if s.utbetales}
    assert {r["Kontrollsum"] for r in bilag} == {denne.kontrollsum_vist}
    assert f"Utbetales {_skrevet(sum(s.utbetales for s in fasit.values()))} kr" in les(
        c.get(f"{K}regnskapsbilag/")
    )
    oversikt = rader(c.get("/tilskudd/"), "Penger per kvartal")
    fylkets = _skrevet(fylket.linjer_sum)
    assert f"1. kvartal 2024 {fylkets} kr {fylkets} kr" in oversikt
    kommunene = fra_csv(c, "/tilskudd/kommuner/csv/")
    assert sum(int(r["1. kvartal 2024"] or 0) for r in kommunene) == fylket.linjer_sum
    oppgave = fra_csv(c, f"{K}kommune/5001/fil/csv/")
    [sum_] = [r for r in oppgave if r["Hva"] == "Sum av linjer"]
    assert int(sum_["Beløp"]) == trondheim.linjer_sum
    with kontekst(kontekst_for(verden.runder.raadgiver)):
        alle = [kommuneoppgave(denne, v, verden.runder.raadgiver).utloest_sum
                for v in Virksomhet.objects.filter(type="kommune")]  # fmt: skip
    assert sum(alle) + _fylkets_skjermede(denne) == fylket.linjer_sum


def _fylkets_skjermede(denne: Kjoering) -> int:
    with kontekst(motor_kontekst()):
        linjer = denne.linjer.filter(mottaker__nummer="50", mottaker__type="fylkeskommune")
        return sum(linje.beloep for linje in linjer.filter(person__skjermet=True))


def _skrevet(tall: int) -> str:
    return f"{tall:,}".replace(",", " ").replace("-", "−")


def fra_csv_liste(c: Client, navn: str, sti: str) -> list[dict[str, str]]:
    """Export a list the way the button does."""
    svar = ta_ut(c, sti, liste=navn, format="csv")
    assert svar.status_code == 200
    tekst, _om = lest(innhold(svar))
    return list(csv.DictReader(io.StringIO(tekst.lstrip("\ufeff")), delimiter=";"))


def test_json_fra_kommandoen_er_det_siden_viser(verden: Verden) -> None:
    with kontekst(motor_kontekst()):
        navn = Bruker.objects.get(pk=verden.runder.raadgiver.bruker_id).username
    ut = StringIO()
    call_command("tilskudd", "beregn", "2024K1", "--av", navn, "--json", stdout=ut)
    mottakere = {m["mottaker"]: m for m in json.loads(ut.getvalue())["mottakere"]}
    siden = rader(verden.raadgiver.get(K), "Mottakere")[1:-1]
    assert len(siden) == len(mottakere)
    for kode, m in mottakere.items():
        felt = ("linjer_sum", "overfoert_inn", "utbetales", "overfoert_ut")
        skrevet = " ".join(f"{_skrevet(m[f])} kr" for f in felt)
        assert any(skrevet in rad for rad in siden), (kode, skrevet)
    # a statement of a draft says the same, too
    [sum_] = [
        r for r in fra_csv(verden.raadgiver, f"{K}kommune/5001/fil/csv/") if r["Hva"] == "Sum av linjer"
    ]
    assert int(sum_["Beløp"]) == mottakere["K5001"]["linjer_sum"]


# --- The statement ---


def test_oppgaven_er_den_samme_hvem_som_enn_lager_den(verden: Verden) -> None:
    """Protected persons are one line without a count, also for the one who sees them."""
    denne, oppgaver = kjoering(K4), []
    for skjermede in (True, False):
        av = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER, skjermede=skjermede)
        with kontekst(kontekst_for(av)):
            oppgaver.append(kommuneoppgave(denne, kommune(TRONDHEIM), av))
    assert oppgaver[0] == oppgaver[1]
    [skjermet] = [p for p in oppgaver[0].egen if p.tekst == "Skjermet"]
    assert skjermet.personer is None and skjermet.beloep > 0
    assert oppgaver[0].sum is not None and oppgaver[0].egen_sum == oppgaver[0].sum.linjer_sum
    assert oppgaver[0].utloest == ()  # E2's period is not registered yet; the other is protected
    with kontekst(kontekst_for(verden.runder.raadgiver)):
        [post] = kommuneoppgave(denne, kommune(STEINKJER), verden.runder.raadgiver).utloest
    assert (post.personer, post.beloep > 0) == (1, True)
    assert "(P-AR1-H)" in post.tekst


def test_siden_pdf_og_filen(verden: Verden) -> None:
    def mangler(kvartal: Kvartal, nummer: str) -> Sequence[Bidragsrad]:
        return [Bidragsrad("Periode mangler sluttdato", 2, 12_345)] if nummer == STEINKJER else []

    registrer_kommunebidrag(Kommunebidrag("vent", "Penger på vent", mangler, "Ingenting mangler."))
    c, adresse = verden.raadgiver, "/tilskudd/kvartal/2023-4/kommune/"
    tekst = les(c.get(f"{adresse}{STEINKJER}/"))
    assert "Periode mangler sluttdato 2 12 345 kr" in tekst and "Send til kommunen" in tekst
    assert "Ingenting mangler." in les(c.get(f"{adresse}{TRONDHEIM}/"))
    svar = c.get(f"{adresse}{STEINKJER}/pdf/")
    assert svar["Content-Type"] == "application/pdf" and svar.content.startswith(b"%PDF")
    assert svar.content == c.get(f"{adresse}{STEINKJER}/pdf/").content
    assert hent(c, f"{adresse}{STEINKJER}/fil/xlsx/").startswith(b"PK")
    assert c.get(f"{adresse}{STEINKJER}/fil/doc/").status_code == 404
    assert c.get(f"{adresse}9999/").status_code == 404


def test_oppgaven_sendes_en_gang_med_kvittering(verden: Verden) -> None:
    adresse = f"/tilskudd/kvartal/2023-4/kommune/{STEINKJER}/"
    c = verden.raadgiver
    assert "får oppgaven som PDF" in les(c.get(f"{adresse}send/"))
    tekst = les(c.post(f"{adresse}send/", {}, follow=True))
    assert "Sendt til kommunen" in tekst and "Ikke kvittert ennå." in tekst
    assert "Send til kommunen" not in tekst
    assert c.get(f"{adresse}send/").status_code == 302
    with kontekst(motor_kontekst()):
        [mottak] = Mottak.objects.filter(virksomhet=kommune(STEINKJER)).select_related("melding")
        assert mottak.melding.krever_kvittering
    with pytest.raises(Regelbrudd, match="alt sendt"):
        actions.send_kommuneoppgave(
            kjoering=kjoering(K4), kommune=kommune(STEINKJER), av=verden.runder.raadgiver
        )


def test_et_utkast_sendes_ikke_og_ikke_av_andre(verden: Verden) -> None:
    assert "Send til kommunen" not in les(verden.raadgiver.get(f"{K}kommune/{STEINKJER}/"))
    with pytest.raises(Regelbrudd, match="når kjøringen er godkjent"):
        actions.send_kommuneoppgave(
            kjoering=kjoering(K1), kommune=kommune(STEINKJER), av=verden.runder.raadgiver
        )
    with pytest.raises(IkkeTilgang):
        actions.send_kommuneoppgave(
            kjoering=kjoering(K4),
            kommune=kommune(STEINKJER),
            av=fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER),
        )


def test_bilaget_gaar_opp_per_mottaker_og_finnes_bare_for_godkjente(verden: Verden) -> None:
    av = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with kontekst(kontekst_for(av)):
        bilag = regnskapsbilag(kjoering(K4), av)
        summer = {s.mottaker.kode: s.utbetales for s in kjoering(K4).mottakere.select_related("mottaker")}
    for kode, utbetales in summer.items():
        assert sum(r.beloep for r in bilag.rader if r.kode == kode) == utbetales, kode
    assert "Skjermet" in {r.post for r in bilag.rader}
    assert verden.raadgiver.get(f"{K}regnskapsbilag/").status_code == 404


def test_en_endret_kjoering_gir_verken_oppgave_eller_bilag(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motor, "fingeravtrykk", lambda _id: "en annen")
    for side in (
        f"kommune/{TRONDHEIM}/",
        f"kommune/{TRONDHEIM}/pdf/",
        "regnskapsbilag/",
        "regnskapsbilag/csv/",
    ):
        assert verden.raadgiver.get(f"/tilskudd/kvartal/2023-4/{side}").status_code == 403, side


# --- Twelve quarters, thirty-eight municipalities ---


def _registrer(navn: str) -> None:
    def per_kvartal(kvartaler: Sequence[Kvartal]) -> Mapping[Kvartal, int]:
        return {kvartaler[0]: 1_000}

    def per_kommune(kvartaler: Sequence[Kvartal]) -> Mapping[tuple[Kvartal, str], int]:
        with connection.cursor() as peker:
            peker.execute("SELECT 1")
        return {(k, TRONDHEIM): 7_000 for k in kvartaler}

    registrer_tall(
        Oversiktstall(navn, f"Tall {navn}", per_kvartal, per_kommune, lambda k, n: f"/der/{k.slug}/{n}")
    )


def test_oversikten_viser_det_de_andre_melder_inn(verden: Verden) -> None:
    _registrer("vent")
    svar = verden.raadgiver.get("/tilskudd/")
    [hode, foerste, *_resten] = rader(svar, "Penger per kvartal")
    assert hode.endswith("Tall vent") and foerste.endswith("1 000 kr")
    assert 'href="/der/' in svar.content.decode()


def test_oversikten_begynner_med_det_foerste_kvartalet_med_tall() -> None:
    """Oldest quarters with nothing in them are left out; an empty one between others is not."""
    registrer_tall(
        Oversiktstall("vent", "Vent", lambda alle: {alle[2]: 1_000}, lambda alle: {}, lambda k, n: "/der/")
    )
    with kontekst(kontekst_for(fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER))):
        rader_ = pengeoversikt().rader
    assert [rad.celler[-1].beloep for rad in rader_] == [None, None, 1_000]


def test_kommunene_i_hoeyst_ti_spoerringer(verden: Verden) -> None:
    _registrer("vent")
    for tall in ("forventet", "vent"):
        with CaptureQueriesContext(connection) as telt, kontekst(kontekst_for(verden.runder.raadgiver)):
            oversikt = kommuneoversikt(tall)
            assert oversikt is not None
            assert len(oversikt.rader) >= 38 and len(oversikt.kvartaler) == 12 and oversikt.sum
        egne = [q for q in telt.captured_queries if "SAVEPOINT" not in q["sql"]]
        assert len(egne) <= 10, tall


def test_siden_med_kommunene(verden: Verden) -> None:
    _registrer("vent")
    svar = verden.raadgiver.get("/tilskudd/kommuner/")
    [rad] = [r for r in rader(svar, "Tolv kvartaler per kommune") if r.startswith("Steinkjer")]
    assert rad.startswith("Steinkjer")
    assert f'href="/tilskudd/kvartal/2023-4/kommune/{STEINKJER}/"' in svar.content.decode()
    assert "Tall vent" in les(verden.raadgiver.get("/tilskudd/kommuner/?tall=vent"))
    assert verden.raadgiver.get("/tilskudd/kommuner/?tall=finnesikke").status_code == 404
    for side in ("kommuner/xlsx/", "penger/xlsx/"):
        assert hent(verden.raadgiver, f"/tilskudd/{side}").startswith(b"PK")


def test_den_som_ikke_ser_skjermede_faar_resten_samlet(verden: Verden) -> None:
    uten = klient(fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER))
    tabell = rader(uten.get("/tilskudd/kommuner/"), "Tolv kvartaler per kommune")
    assert any(r.startswith("Uten kommune eller skjermet") for r in tabell)
    assert tabell[-1] == rader(verden.raadgiver.get("/tilskudd/kommuner/"), "Tolv kvartaler per kommune")[-1]
