"""T7: the catalogue: what comes with the system, the page, the form, the administration."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
from django.db.models import DateField, Value

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.sideverden import klient, les, rader, som_rolle
from tilskudd.ordninger import actions, frister
from tilskudd.ordninger.frister import Fristkilde, Utlyst, registrer_frister
from tilskudd.ordninger.models import Ordning, Ordningsslag, Sikkerhet
from tilskudd.ordninger.ordningsdata import kjente_ordninger, last_ordninger
from tilskudd.ordninger.queries import ordninger

pytestmark = pytest.mark.django_db
FAG = "fag-og-yrkesopplaering"


@pytest.fixture(autouse=True)
def uten_andres_frister(monkeypatch: pytest.MonkeyPatch) -> None:
    """The apps above tell of their own calls; here only what the test tells."""
    monkeypatch.setattr(frister, "_kilder", {})


def ordning(kode: str = FAG) -> Ordning:
    with kontekst(motor_kontekst()):
        return Ordning.objects.get(kode=kode)


def skjema(kode: str = FAG, **endret: Any) -> dict[str, Any]:
    """Return what a browser sends of the form."""
    o = ordning(kode)
    felt = (
        "versjon",
        "navn",
        "slag",
        "formaal",
        "maalgruppe",
        "hvem_kan_soeke",
        "hjemmel",
        "kilde",
        "sikkerhet",
    )
    return {f: getattr(o, f) for f in felt} | {"aktiv": "on", "ansvarlig": ""} | endret


def test_det_som_foelger_med_har_kilde_og_kjente_verdier() -> None:
    koder = set()
    for rad in kjente_ordninger():
        koder.add(rad["kode"])
        assert rad["slag"] in Ordningsslag.values and rad["sikkerhet"] in Sikkerhet.values, rad["kode"]
        assert rad["kilde"].startswith("https://"), rad["kode"]
        lagret = ordning(rad["kode"])
        assert (lagret.navn, lagret.formaal) == (rad["navn"], rad["formaal"])
        lagret.clean_fields(exclude=["ansvarlig", "endret_av"])
    assert {"persontilskudd", FAG, "jobbsjansen-del-b", "frivillige-organisasjoner"} <= koder
    assert len(koder) == len(kjente_ordninger())


def test_lasting_skriver_aldri_over_det_noen_har_endret() -> None:
    av = fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)
    with kontekst(kontekst_for(av)):
        o = ordning()
        data = actions.Ordningsdata(
            **{f: getattr(o, f) for f in ("slag", "formaal", "maalgruppe", "hvem_kan_soeke", "hjemmel")},
            kilde=o.kilde, sikkerhet=o.sikkerhet, navn="Vårt navn", ansvarlig_id=None, aktiv=True,
        )  # fmt: skip
        actions.endre_ordning(ordning=o, versjon=1, data=data, av=av)
        Ordning.objects.filter(kode="grunntilskudd").update(navn="Fra en eldre utgave")
    with kontekst(motor_kontekst()):
        assert last_ordninger(Ordning, "default") == 0
    assert ordning().navn == "Vårt navn"
    assert ordning("grunntilskudd").navn == "Grunntilskudd til norskopplæring"


def test_listen_har_slag_neste_frist_og_sikkerhet() -> None:
    def neste(dag: date) -> Any:
        return Value(date(2031, 2, 9) if dag < date(2031, 2, 9) else None, output_field=DateField())

    registrer_frister(Fristkilde("proeve", lambda o: [], neste))
    svar = som_rolle(Rolle.FYLKE_SAKSBEHANDLER).get("/tilskudd/ordninger/")
    alle = rader(svar, "Tilskuddsordninger")
    [fag] = [r for r in alle if r.startswith("Tilskudd til tilrettelagt fag- og yrkesopplæring")]
    assert "Fylkeskommunen søker 09.02.2031" in fag and "Lest i offisiell kilde" in fag
    assert "Jobbsjansen del B" not in les(
        som_rolle(Rolle.FYLKE_SAKSBEHANDLER).get("/tilskudd/ordninger/?slag=soekt")
    )


def _samme(uttrykk: Any, dag: date) -> Any:
    return uttrykk


def test_neste_frist_er_den_foerste_av_kildene() -> None:
    for nr, dag in enumerate((date(2031, 5, 1), date(2031, 3, 1), None)):
        uttrykk = Value(dag, output_field=DateField())
        registrer_frister(Fristkilde(f"proeve{nr}", lambda o: [], partial(_samme, uttrykk)))
    with kontekst(motor_kontekst()):
        assert {o.neste_frist for o in ordninger(date(2031, 1, 1))} == {date(2031, 3, 1)}  # type: ignore[attr-defined]


def test_siden_til_en_ordning() -> None:
    def utlyst(o: Ordning) -> list[Utlyst]:
        return [
            Utlyst("2030", "", None),
            Utlyst("2031", "/tilskudd/", date(2031, 2, 9), 16_400_000, "Åpen", "success"),
        ]

    c = som_rolle(Rolle.TILSKUDDSGODKJENNER)
    assert "Ingen utlysninger er lagt inn." in les(c.get(f"/tilskudd/ordninger/{FAG}/"))
    assert "så det har ingen frist" in les(c.get("/tilskudd/ordninger/persontilskudd/"))
    registrer_frister(Fristkilde("proeve", utlyst, lambda d: Value(None, output_field=DateField())))
    svar = c.get(f"/tilskudd/ordninger/{FAG}/")
    tekst = les(svar)
    assert "kap. 671 post 62" in tekst and "Fulgte med systemet" in tekst and "Endre ordningen" not in tekst
    assert rader(svar, "Utlysninger av ordningen")[1:] == [
        "2031 09.02.2031 16 400 000 kr Åpen", "2030 Ikke kjent Ikke kjent",
    ]  # fmt: skip
    assert c.get("/tilskudd/ordninger/finnes-ikke/").status_code == 404


@pytest.mark.parametrize("rolle", [Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR])
def test_endre_og_se_historikken(rolle: Rolle) -> None:
    av = fabrikk.lag_aktoer(rolle)
    c = klient(av)
    assert "Endre ordningen" in les(c.get(f"/tilskudd/ordninger/{FAG}/endre/"))
    c.post(
        f"/tilskudd/ordninger/{FAG}/endre/",
        skjema(navn="Nytt navn", ansvarlig=str(av.bruker_id), aktiv=""),
    )
    lagret = ordning()
    assert (lagret.navn, lagret.ansvarlig_id, lagret.aktiv) == ("Nytt navn", av.bruker_id, False)
    tekst = les(c.get(f"/tilskudd/ordninger/{FAG}/"))
    assert "Ordningen er ikke i bruk lenger." in tekst
    assert "Endret Navn, Ansvarlig, I bruk" in tekst and "Kari Prøve" in tekst
    assert "Nytt navn" not in les(c.get("/tilskudd/ordninger/"))
    assert "Nytt navn" in les(c.get("/tilskudd/ordninger/?bruk=alle"))


def test_to_som_endrer_samtidig() -> None:
    en, annen = som_rolle(Rolle.TILSKUDDSRAADGIVER), som_rolle(Rolle.ADMINISTRATOR)
    sett = skjema(navn="Den andres")
    en.post(f"/tilskudd/ordninger/{FAG}/endre/", skjema(navn="Den enes"))
    svar = annen.post(f"/tilskudd/ordninger/{FAG}/endre/", sett)
    assert "Den enes" in les(svar, 409) and ordning().navn == "Den enes"


@pytest.mark.parametrize(
    ("endring", "melding"),
    [
        ({"navn": ""}, "Fyll ut navn."),
        ({"kilde": ""}, "Fyll ut kilde."),
        ({"sikkerhet": ""}, "Velg sikkerhet."),
        ({"slag": "laan"}, "Velg et gyldig valg"),
        ({"ansvarlig": "0"}, "Velg et gyldig valg"),
    ],
)
def test_det_som_ikke_er_en_ordning(endring: dict[str, str], melding: str) -> None:
    c = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    assert melding in les(c.post(f"/tilskudd/ordninger/{FAG}/endre/", skjema(**endring)), 422)


def test_legg_inn() -> None:
    c = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    ny = skjema(navn="Digital norsk") | {"kode": "Digital-norsk"}
    assert "Digital norsk" in les(c.post("/tilskudd/ordninger/ny/", ny, follow=True))
    assert ordning("digital-norsk").endret_av_id is not None
    for kode in ("digital-norsk", "ny"):
        svar = c.post("/tilskudd/ordninger/ny/", ny | {"kode": kode})
        assert "Koden er i bruk." in les(svar, 422)


def test_den_ansvarlige_er_i_fylkeskommunen() -> None:
    av = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    utenfor = fabrikk.lag_bruker()
    o = ordning()
    felt = (
        "navn",
        "slag",
        "formaal",
        "maalgruppe",
        "hvem_kan_soeke",
        "hjemmel",
        "kilde",
        "sikkerhet",
        "aktiv",
    )
    verdier = {f: getattr(o, f) for f in felt}
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd, match="fylkeskommunen"):
            actions.endre_ordning(
                ordning=o, versjon=1, av=av, data=actions.Ordningsdata(**verdier, ansvarlig_id=utenfor.pk)
            )
        with pytest.raises(Regelbrudd):
            actions.endre_ordning(
                ordning=o, versjon=1, av=av,
                data=actions.Ordningsdata(**verdier | {"navn": ""}, ansvarlig_id=None),
            )  # fmt: skip
    # one who has left stays as the answerable until somebody else is chosen
    with kontekst(motor_kontekst()):
        Ordning.objects.filter(pk=o.pk).update(ansvarlig=utenfor)
    assert str(utenfor) in les(klient(av).get(f"/tilskudd/ordninger/{FAG}/endre/"))


def test_i_administrasjonen() -> None:
    av = fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=av.bruker_id).update(is_staff=True)
    c = klient(av)
    o = ordning()
    adresse = f"/admin/ordninger/ordning/{o.pk}/change/"
    assert c.get(adresse).status_code == 200
    assert c.post(adresse, skjema(navn="Fra administrasjonen")).status_code == 302
    lagret = ordning()
    assert (lagret.navn, lagret.versjon, lagret.endret_av_id) == ("Fra administrasjonen", 2, av.bruker_id)
    assert c.post("/admin/ordninger/ordning/add/", skjema() | {"kode": "fra-admin"}).status_code == 302
    assert ordning("fra-admin").endret_av_id == av.bruker_id
    assert c.get("/admin/ordninger/ordning/").status_code == 200
    assert c.post(f"/admin/ordninger/ordning/{o.pk}/delete/").status_code == 403
