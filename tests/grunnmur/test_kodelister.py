"""Code lists: labels in both languages, days, one question, and the data files they come from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models.signals import post_migrate
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from integrering.grunnmur import kodelister
from integrering.grunnmur.kodelister import KodeFelt, Kodeliste, datafil, register
from integrering.grunnmur.kodelister.datafil import Lastet, koder_i, last_koder
from integrering.grunnmur.models import Kode, Sikkerhet
from integrering.grunnmur.skjema import Filterskjema, Skjema, valgte_filtre
from tests.grunnmur.kodehjelp import FARGE, FARGER, fil, lag_kode, stengt

LISTER = ("ventegrunn", "meldingsemne", "moetetype")
IDAG = timezone.localdate()


# --- What comes with the program ---


@pytest.mark.django_db
@pytest.mark.parametrize("navn", LISTER)
def test_listene_som_foelger_med(navn: str) -> None:
    """Each list may grow, is explained, has its fixed codes, and says in both languages what is our own."""
    liste = kodelister.finn_kodeliste(navn)
    assert liste is not None and liste.utvidbar and str(liste.tittel) and str(liste.forklaring)
    koder = list(Kode.objects.filter(liste=navn))
    assert {k.kode for k in koder if k.fast} == set(liste.faste)
    assert len(koder) >= 4
    assert all(k.navn_nb and k.navn_nn and k.sikkerhet == Sikkerhet.EGEN and k.kilde == "egen" for k in koder)


def test_alle_lister_er_kjent_og_ordnet_etter_tittel() -> None:
    titler = [str(liste.tittel) for liste in kodelister.kodelister()]
    assert titler == sorted(titler) and len(titler) >= len(LISTER)
    assert kodelister.finn_kodeliste("finnes_ikke") is None


# --- Reading ---


@pytest.mark.django_db
def test_navnet_er_paa_leserens_maalform() -> None:
    assert kodelister.kodenavn("meldingsemne", "fravaer") == "Fravær og oppfølging"
    with translation.override("nn"):
        assert kodelister.kodenavn("meldingsemne", "fravaer") == "Fråvær og oppfølging"
        assert ("skole", "Ventar på skulen") in kodelister.kodevalg("ventegrunn")
    assert kodelister.kodenavn("meldingsemne", "ukjent") == "ukjent", "siden skal vises uansett"


@pytest.mark.django_db
def test_en_stengt_kode_velges_ikke_men_har_fortsatt_navn() -> None:
    """It is there on its last day, gone the day after; filters and rows that have it keep it."""
    siste = IDAG + timedelta(days=3)
    lag_kode("moetetype", "frokost", gyldig_fra=IDAG, gyldig_til=siste)

    def valg(dag: date | None = None, **mer: Any) -> list[str]:
        return [kode for kode, _ in kodelister.kodevalg("moetetype", dag, **mer)]

    assert "frokost" not in valg(IDAG - timedelta(days=1))
    assert "frokost" in valg() and "frokost" in valg(siste)
    etter = siste + timedelta(days=1)
    assert "frokost" not in valg(etter)
    assert "frokost" in valg(etter, med="frokost")
    assert ("frokost", "Frokost") in kodelister.alle_kodevalg("moetetype")
    assert kodelister.kodenavn("moetetype", "frokost") == "frokost"
    assert kodelister.kan_velges("moetetype", "frokost", siste)
    assert not kodelister.kan_velges("moetetype", "frokost", etter)
    assert not kodelister.kan_velges("moetetype", "finnes_ikke")


@pytest.mark.django_db
def test_rekkefoelgen_er_listens_egen() -> None:
    lag_kode("moetetype", "foerst", rekkefolge=1)
    assert next(iter(kodelister.les_koder("moetetype")["moetetype"])) == "foerst"


@pytest.mark.django_db
def test_mange_lister_er_ett_spoersmaal_og_huskes_bare_saa_lenge_blokken_varer() -> None:
    def antall(gjoer: Callable[[], Any]) -> int:
        with CaptureQueriesContext(connection) as fanget:
            gjoer()
        return len(fanget)

    def navn() -> str:
        return kodelister.kodenavn("moetetype", "team")

    with kodelister.les_en_gang():
        assert antall(lambda: kodelister.les_koder(*LISTER)) == 1
        with kodelister.les_en_gang():
            assert antall(navn) == 0
        assert antall(lambda: [kodelister.kodevalg(liste) for liste in LISTER]) == 0
        lag_kode("moetetype", "ny")
        assert kodelister.kodenavn("moetetype", "ny") == "ny"
        kodelister.glem()
        assert antall(navn) == 1
    assert antall(navn) == 1 and antall(navn) == 1
    kodelister.glem()


@pytest.mark.django_db
def test_navnet_kan_leses_sammen_med_raden() -> None:
    """Closed codes too, in the reader's language; a code no list has is shown as it is, none is empty."""
    stengt("meldingsemne", "gammelt", navn_nb="Gammelt emne", navn_nn="Gammalt emne")
    uttrykk = kodelister.kodenavn_i_raden
    emner = Kode.objects.filter(liste="meldingsemne", kode="gammelt")
    assert emner.annotate(navn=uttrykk("kode", listefelt="liste")).values_list("navn").get() == (
        "Gammelt emne",
    )
    with translation.override("nn"):
        for liste, navn in (("meldingsemne", "Gammalt emne"), ("moetetype", "gammelt")):
            rad = emner.annotate(navn=uttrykk("kode", liste=liste)).values_list("navn")
            assert rad.get() == (navn,)


# --- Forms ---


class _Skjema(Skjema):
    type = KodeFelt(liste="moetetype", label="Type møte")


class _Filter(Filterskjema):
    type = KodeFelt(liste="moetetype", tom="Alle", stengte=True, label="Type møte")


@pytest.mark.django_db
def test_feltet_tar_det_som_gjelder_og_det_raden_har() -> None:
    stengt("moetetype", "gammelt", navn_nb="Gammelt møte")
    ny, endre = _Skjema({"type": "gammelt"}), _Skjema({"type": "gammelt"}, initial={"type": "gammelt"})
    assert not ny.is_valid() and endre.is_valid()
    assert "Gammelt møte" not in _Skjema().as_p() and "Gammelt møte" in endre.as_p()
    assert _Skjema({}).errors["type"] == ["Velg type møte."]


@pytest.mark.django_db
def test_et_filter_har_stengte_koder_og_et_tomt_valg(rf: Any) -> None:
    stengt("moetetype", "gammelt", navn_nb="Gammelt møte")
    skjema = _Filter({"type": "gammelt"})
    assert skjema.is_valid()
    assert '<option value="" selected>Alle</option>' in _Filter().as_p()
    (chip,) = valgte_filtre(skjema, rf.get("/?type=gammelt").GET)
    assert chip.tekst == "Type møte: Gammelt møte"


# --- Data files ---


def test_filen_sier_alt_om_koden() -> None:
    roed, blaa = koder_i(fil(), [FARGER])
    assert (roed.navn_nb, roed.navn_nn, roed.rekkefolge, roed.fast) == ("rød", "raud", 10, True)
    assert (blaa.rekkefolge, blaa.fast, blaa.gyldig_til) == (20, False, date(2024, 12, 31))
    assert blaa.sikkerhet == Sikkerhet.OBSERVERT
    assert roed.gyldig_til is None and blaa.kilde == "NIR, side 12"
    assert blaa.levert["gyldig_til"] == "2024-12-31"


@pytest.mark.parametrize(
    ("endring", "tekst"),
    [
        ({"koder": [{"kode": "blaa", "nb": "blå", "nn": "blå"}]}, "mangler faste koder"),
        ({"koder": [{"kode": "roed", "nb": "a", "nn": "a"}] * 2}, "to ganger"),
        ({"koder": [{"kode": "roed", "nb": "rød"}]}, "feltene skal være"),
        ({"koder": [{"kode": "roed", "nb": "rød", "nn": "raud", "navn": "x"}]}, "feltene skal være"),
    ],
)
def test_en_fil_med_feil_sier_hvor(endring: dict[str, Any], tekst: str) -> None:
    with pytest.raises(ValueError, match=tekst):
        list(koder_i({FARGE: fil()[FARGE] | endring}, [FARGER]))


@pytest.mark.parametrize("felt", [{"nn": ""}, {"kilde": ""}, {"sikkerhet": "kanskje"}, {"kode": "blå"}])
def test_en_fil_med_gale_verdier_stoppes(felt: dict[str, str]) -> None:
    koder = [{"kode": "roed", "nb": "rød", "nn": "raud"} | felt]
    with pytest.raises(ValidationError):
        list(koder_i({FARGE: fil()[FARGE] | {"koder": koder}}, [Kodeliste(FARGE, "Farger", "")]))


def test_filen_og_appen_har_de_samme_listene() -> None:
    with pytest.raises(ValueError, match="samme listene"):
        list(koder_i(fil() | {"ukjent": {}}, [FARGER]))
    with pytest.raises(ValueError, match="samme listene"):
        list(koder_i({}, [FARGER]))


def test_last_filen(egen_database: str) -> None:
    """Twice is once. What the county has written stands, the rest follows the file, and nothing goes away."""
    koder = list(koder_i(fil(), [FARGER]))
    assert last_koder(koder, "eier") == Lastet(nye=2)
    assert last_koder(list(koder_i(fil(), [FARGER])), "eier") == Lastet()
    rader = Kode.objects.using("eier").filter(liste=FARGE)
    rader.filter(kode="blaa").update(navn_nb="himmelblå")
    ny = fil()
    ny[FARGE]["koder"] = [
        {"kode": "blaa", "nb": "BLÅ", "nn": "BLÅ", "til": date(2026, 12, 31)},
        {"kode": "roed", "nb": "RØD", "nn": "RAUD"},
        {"kode": "groenn", "nb": "grønn", "nn": "grøn"},
    ]
    assert last_koder(list(koder_i(ny, [FARGER])), "eier") == Lastet(nye=1, endrede=2)
    blaa, roed = rader.get(kode="blaa"), rader.get(kode="roed")
    assert (blaa.navn_nb, blaa.navn_nn, blaa.gyldig_til) == ("himmelblå", "BLÅ", date(2026, 12, 31))
    assert (roed.navn_nb, roed.rekkefolge) == ("RØD", 20)
    ny[FARGE]["koder"] = ny[FARGE]["koder"][1:]
    assert last_koder(list(koder_i(ny, [FARGER])), "eier").nye == 0
    assert rader.filter(kode="blaa").exists(), "det som ikke står i filen lenger, blir stående"


def test_fylkets_egen_kode_som_kommer_i_filen_beholder_fylkets_ord(egen_database: str) -> None:
    navn = {"navn_nb": "Fylkets røde", "navn_nn": "Fylket sin raude"}
    Kode.objects.using("eier").create(liste=FARGE, kode="roed", gyldig_fra=date(2020, 1, 1), **navn)
    assert last_koder(list(koder_i(fil(), [FARGER])), "eier") == Lastet(nye=1, endrede=1)
    roed = Kode.objects.using("eier").get(liste=FARGE, kode="roed")
    assert (roed.navn_nb, roed.fast, roed.levert["navn_nb"]) == ("Fylkets røde", True, "rød")


class _App(NamedTuple):
    """An app, as far as code lists care."""

    label: str
    path: str


def test_registreringen_leser_filen_etter_hver_migrering(
    egen_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/kodelister.toml").write_text(
        f'[{FARGE}]\nfra = 2020-01-01\nkilde = "§ 1"\nsikkerhet = "bekreftet"\n'
        'koder = [{ kode = "roed", nb = "rød", nn = "raud" }]\n',
        encoding="utf-8",
    )
    app: Any = _App("fargeapp", str(tmp_path))
    monkeypatch.setattr(register, "_lister", dict(register._lister))
    monkeypatch.setattr(datafil, "_eide", {})
    datafil.registrer_kodelister(app, FARGER)
    assert post_migrate.disconnect(datafil._etter_migrering, sender=app), "meldt inn"
    datafil._etter_migrering(app_config=app, using="eier")
    assert kodelister.finn_kodeliste(FARGE) is FARGER
    assert Kode.objects.using("eier").get(liste=FARGE).kilde == "§ 1"
