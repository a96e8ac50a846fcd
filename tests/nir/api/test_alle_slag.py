"""Every kind of registration through the API: registered, read, corrected, annulled, like on the pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Person
from integrering.nir.queries.registrerte import registrerte
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests.nir.api.hjelp import Fagsystem, felt_i, som_json
from tests.nir.eksempler import REGISTRERES, START, verdier
from tests.nir.verktoey import bosatt_i_aar

pytestmark = pytest.mark.django_db


def test_alle_slag_registreres_leses_rettes_og_annulleres(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    for slag in REGISTRERES:
        _gjennom_livet(slag, person, trondheim)


def _gjennom_livet(slag: Faktatype, person: Person, system: Fagsystem) -> None:
    adresse, verdiene = f"personer/{person.noekkel}/{slag.slug}/", som_json(verdier(slag))
    ny = system.send(adresse, {"verdier": verdiene})
    assert ny.status_code == 201, (slag.slug, ny.content.decode())
    en = f"{adresse}{ny.json()['registrering']}/"
    assert ny.headers["Location"] == f"/api/v1/{en}"
    lest = system.les(en)
    assert lest.json() == ny.json()
    assert (lest.json()["verdier"], lest.json()["slag"]) == (verdiene, slag.slug)
    assert lest.headers["ETag"] == ny.headers["ETag"] == f'"{ny.json()["versjon"]}"'
    assert lest.json()["registrert_av"] == "Prøvefag"
    assert [r["registrering"] for r in system.les(adresse).json()["registreringer"]] == [
        ny.json()["registrering"]
    ]
    assert ny.json() in system.les(f"registreringer/{slag.slug}/").json()["registreringer"]
    rettet = _rett(slag, en, ny.json(), system)
    annullert = system.send(f"{en}annullering/", {"aarsak": "Feil person"}, versjon=rettet["versjon"])
    assert annullert.status_code == 200, annullert.content.decode()
    assert (annullert.json()["annullert"], annullert.json()["aarsak"]) == (True, "Feil person")
    assert system.les(adresse).json() == {"registreringer": []}
    assert system.les(en).json() == annullert.json()
    with kontekst(motor_kontekst()):
        assert not registrerte([person.pk])[person.pk].har(slag.slug)


def _rett(slag: Faktatype, en: str, naa: dict[str, Any], system: Fagsystem) -> dict[str, Any]:
    senere = som_json(verdier(slag, START + timedelta(days=1)) | _samme_maaned(slag))
    svar = system.rett(en, {"verdier": senere, "aarsak": "Feil dag"}, versjon=naa["versjon"])
    assert svar.status_code == 200, (slag.slug, svar.content.decode())
    rettet: dict[str, Any] = svar.json()
    assert (rettet["verdier"], rettet["aarsak"]) == (senere, "Feil dag")
    assert rettet["registrering"] == naa["registrering"]
    assert rettet["versjon"] != naa["versjon"]
    return rettet


def _samme_maaned(slag: Faktatype) -> dict[str, Any]:
    return {"timer": 12.0} if "maaned" in slag.felter else {}


def test_personopplysninger_rettes_men_annulleres_ikke(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    adresse = f"personer/{person.noekkel}/opplysninger/"
    naa = trondheim.les(adresse).json()["registreringer"][0]
    assert "adressebeskyttelse" not in naa["verdier"]
    en = f"{adresse}{naa['registrering']}/"
    nye = naa["verdier"] | {"etternavn": "Rettet"}
    assert (
        trondheim.rett(en, {"verdier": nye, "aarsak": "Skrivefeil"}, versjon=naa["versjon"]).json()["verdier"]
        == nye
    )
    assert trondheim.les(f"personer/{person.noekkel}/").json()["etternavn"] == "Rettet"
    assert trondheim.send(f"{en}annullering/", {"aarsak": "Feil"}, versjon=1).status_code == 404
    # one person has one set of details
    assert trondheim.send(adresse, {"verdier": nye}).status_code == 422


def test_bosted_i_en_annen_kommune_flytter_personen(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    adresse = f"personer/{person.noekkel}/bosted/"
    fra = (START + timedelta(days=1)).isoformat()
    svar = trondheim.send(adresse, {"verdier": {"kommune": "5006", "fra": fra}})
    assert svar.status_code == 201, svar.content
    assert svar.json()["verdier"] == {"kommune": "5006", "fra": fra, "til": None}
    assert trondheim.les(adresse).status_code == 404


def test_hvert_felt_som_mangler_eller_er_galt_nevnes(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    for slag in FAKTATYPER.values():
        adresse = f"personer/{person.noekkel}/{slag.slug}/"
        galt = trondheim.send(adresse, {"verdier": {felt: {"x": 1} for felt in (*slag.felter, "finnes")}})
        assert galt.status_code == 422, slag.slug
        assert set(felt_i(galt)) >= {"verdier.finnes"}
        alle = trondheim.send(adresse, {"verdier": {}})
        assert alle.status_code == 422, slag.slug
        assert all(melding == "Feltet mangler." for melding in felt_i(alle).values()), slag.slug


@pytest.mark.parametrize(
    ("slag", "felt", "verdi", "melding"),
    [
        ("vedtak", "startdato", "28.02.2026", "Skriv datoen som ÅÅÅÅ-MM-DD."),
        ("vedtak", "startdato", "2026-02-30", "Skriv datoen som ÅÅÅÅ-MM-DD."),
        ("vedtak", "startdato", "1899-12-31", "Datoen må være fra 1900 til 2100."),
        ("vedtak", "startdato", None, "Feltet kan ikke være null."),
        ("vedtak", "vedtaksdato", "2099-01-01", "Vedtaksdato kan ikke være fram i tid."),
        ("tiltak", "timer_per_uke", 22.55, "Skriv timer som et tall med høyst én desimal."),
        ("tiltak", "timer_per_uke", "22,5", "Skriv timer som et tall med høyst én desimal."),
        ("tiltak", "timer_per_uke", -1, "Timer må være mellom 0 og 60."),
        ("tiltak", "tiltak", "finnes-ikke", "Koden finnes ikke, eller er stengt. Se kodelisten tiltak."),
        ("tiltak", "tiltak", 7, "Skriv en tekst."),
        ("tiltak", "tiltak", "", "Feltet kan ikke være tomt."),
        ("fulltid-videregaaende", "skole", "x" * 201, "Teksten kan ha høyst 200 tegn."),
        ("tiltak", "tiltak", "\ud800", "Skriv en tekst."),
        ("stans", "varighet", "evig", "Verdien finnes ikke. Se beskrivelsen av feltet."),
        ("stans", "varighet", 1, "Verdien finnes ikke. Se beskrivelsen av feltet."),
        ("integreringsplan", "innhold", "norskmaal", "Skriv en liste av koder."),
        ("integreringsplan", "innhold", ["finnes-ikke"],
         "Koden finnes ikke, eller er stengt. Se kodelisten planinnhold."),
        ("utdanningsbakgrunn", "vgs_nivaa", "ja", "Skriv true eller false."),
        ("utdanningsbakgrunn", "aar_skolegang", 8.5, "Skriv et helt tall."),
        ("utdanningsbakgrunn", "aar_skolegang", -1, "Tallet kan være minst 0."),
        ("utdanningsbakgrunn", "aar_skolegang", 32768, "Tallet kan være høyst 32767."),
        ("spraakferdighet", "spraak", "UKR", "Skriv språkkoden med tre små bokstaver, for eksempel ukr."),
        ("timer", "maaned", "2026-01-15", "Skriv måneden som første dag i måneden."),
        ("fulltid-videregaaende", "fylke", "99", "Nummeret finnes ikke."),
        ("fulltid-videregaaende", "fylke", 50, "Skriv nummeret som tekst, for eksempel «5001»."),
        ("fulltid-videregaaende", "hovedansvar_fylke", True,
         "Kryss av for kombinasjonsklasse også, eller ta bort krysset for hovedansvar."),
        ("fulltid-videregaaende", "timer_per_uke", 0, "Timer per uke må være mer enn 0."),
    ],
)  # fmt: skip
def test_det_som_er_galt_sies_paa_bokmaal(
    trondheim: Fagsystem, slag: str, felt: str, verdi: Any, melding: str
) -> None:
    person = bosatt_i_aar()
    verdiene = som_json(verdier(FAKTATYPER[slag])) | {felt: verdi}
    svar = trondheim.send(f"personer/{person.noekkel}/{slag}/", {"verdier": verdiene})
    assert svar.status_code == 422, svar.content
    funnet = felt_i(svar)
    assert next(m for f, m in funnet.items() if f.startswith(f"verdier.{felt}")) == melding


def test_valgfrie_felt_kan_utelates_og_faa_fravaer(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    svar = trondheim.send(
        f"personer/{person.noekkel}/utdanningsbakgrunn/",
        {"verdier": {"nivaa": "grunnskole", "dato": START.isoformat()}},
    )
    assert svar.json()["verdier"] == {
        "nivaa": "grunnskole", "vgs_nivaa": False, "aar_skolegang": None, "dato": START.isoformat(),
    }  # fmt: skip


def test_det_basen_nekter_er_et_nei_og_ikke_en_feil(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    verdiene = som_json(verdier(FAKTATYPER["utdanningsbakgrunn"])) | {"aar_skolegang": 31}
    svar = trondheim.send(f"personer/{person.noekkel}/utdanningsbakgrunn/", {"verdier": verdiene})
    assert svar.status_code == 422
    assert "" in felt_i(svar)
