"""Rates: table, form, administration."""

from __future__ import annotations

import pytest
from django.test import Client

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import Runder, lag_satsforslag, sett_satser, vedta
from tests.tilskudd.sideverden import e2_person, klient, les, rader, som_rolle
from tilskudd.models import Sats, Satsforslag

pytestmark = pytest.mark.django_db
NY = {
    "ordning": "P-AR", "aar_nr": "1", "landgruppe": "H", "budsjettaar": "2031",
    "beloep": "41 000", "status": "vedtatt", "kilde": "Prop. 1 S (2030–2031) kap. 291",
}  # fmt: skip


def alle() -> list[Sats]:
    with kontekst(motor_kontekst()):
        return list(Sats.objects.filter(budsjettaar=2031))


@pytest.mark.parametrize("rolle", [Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR])
def test_legg_inn_og_endre_det_som_ikke_er_vedtatt(rolle: Rolle) -> None:
    c = som_rolle(rolle)
    svar = c.post("/tilskudd/satser/ny/", {**NY, "status": "forslag"}, follow=True)
    assert "Satsen P-AR1-H 2031 er lagret." in svar.content.decode()
    satsen = "P-AR1-H 2031 Persontilskudd, ordinær målgruppe, år 1, høy sats 41 000 kr Forslag Prop. 1 S"
    assert satsen in les(svar)
    [sats] = alle()
    adresse = f"/tilskudd/satser/{sats.pk}/endre/"
    assert "Endre sats P-AR1-H for 2031" in les(c.get(adresse))
    c.post(adresse, {"beloep": "42 000", "status": "ubekreftet", "kilde": "Budsjettforslag"})
    [sats] = alle()
    assert (sats.beloep, sats.status) == (42_000, "ubekreftet")


def test_en_legger_inn_og_en_annen_vedtar() -> None:
    en, annen = som_rolle(Rolle.TILSKUDDSRAADGIVER), som_rolle(Rolle.TILSKUDDSGODKJENNER)
    svar = en.post("/tilskudd/satser/ny/", NY, follow=True)
    assert "Den gjelder når en annen har vedtatt den." in svar.content.decode()
    assert not alle()
    [rad] = [r for r in rader(svar, "Satser som venter på en til") if "P-AR1-H" in r]
    assert "P-AR1-H 2031 41 000 kr Vedtatt Prop. 1 S" in rad and "Se og trekk" in rad
    with kontekst(motor_kontekst()):
        forslag = Satsforslag.objects.get()
    adresse = f"/tilskudd/satser/forslag/{forslag.pk}/"
    assert "Du la inn satsen." in les(en.get(adresse))
    assert "Velg avgjørelse." in les(annen.post(adresse, {}), 422)
    assert "Skriv hvorfor satsen avvises." in les(annen.post(adresse, {"valg": "avvis"}), 422)
    ferdig = annen.post(adresse, {"valg": "vedta"}, follow=True)
    assert "P-AR1-H 2031 er vedtatt." in ferdig.content.decode()
    assert "Venter på en til" not in les(ferdig)
    assert [(s.beloep, s.status) for s in alle()] == [(41_000, "vedtatt")]
    assert "er avgjort" in annen.get(adresse, follow=True).content.decode()


def test_en_endring_venter_ved_siden_av_det_som_gjelder_og_kan_avvises_eller_trekkes() -> None:
    en, annen = som_rolle(Rolle.TILSKUDDSRAADGIVER), som_rolle(Rolle.ADMINISTRATOR)
    vedta(lag_satsforslag())
    [sats] = alle()
    endring = {"beloep": "43 000", "status": "vedtatt", "kilde": "Rettebrev"}
    for utfall, klient_, data in (
        ("er avvist. Satsen er som før.", annen, {"valg": "avvis", "grunn": "Gal kilde"}),
        ("er trukket.", en, {}),
    ):
        en.post(f"/tilskudd/satser/{sats.pk}/endre/", endring)
        assert [(s.beloep, s.kilde) for s in alle()] == [(41_000, "Rundskriv")]
        with kontekst(motor_kontekst()):
            forslag = Satsforslag.objects.get(tilstand="venter")
        adresse = f"/tilskudd/satser/forslag/{forslag.pk}/"
        tekst = les(annen.get(adresse))
        assert "Foreslått sats 43 000 kr" in tekst and "Satsen nå 41 000 kr" in tekst
        assert utfall in klient_.post(adresse, data, follow=True).content.decode()
    assert [(s.beloep, s.status) for s in alle()] == [(41_000, "vedtatt")]


@pytest.mark.parametrize(
    ("endring", "melding"),
    [
        ({"kilde": ""}, "Fyll ut kilde."),
        ({"beloep": "mye"}, "Skriv beløpet i hele kroner"),
        ({"budsjettaar": "1899"}, "2000"),
        ({"landgruppe": ""}, "Velg høy eller lav sats for ordinær målgruppe."),
        ({"ordning": "P37D", "aar_nr": "2", "landgruppe": ""}, "Kollektiv beskyttelse har bare år 1."),
        ({"ordning": "P37D"}, "Kollektiv beskyttelse har ikke landgruppe."),
        ({"status": ""}, "Velg status."),  # nobody adopts a rate by not choosing
        ({"status": "eksempel"}, "Velg et gyldig valg"),
        ({"beloep": "99 999 999"}, "passer ikke sammen"),
    ],
)
def test_det_som_ikke_er_en_sats(endring: dict[str, str], melding: str) -> None:
    svar = som_rolle(Rolle.TILSKUDDSRAADGIVER).post("/tilskudd/satser/ny/", {**NY, **endring})
    assert melding in les(svar, 422)
    assert not alle()


def test_statusen_er_ikke_valgt_paa_forhaand() -> None:
    """A rate becomes money only by being adopted, and nobody does that by leaving a field alone."""
    tekst = som_rolle(Rolle.TILSKUDDSRAADGIVER).get("/tilskudd/satser/ny/").content.decode()
    valgene = tekst[tekst.index('name="status"') : tekst.index('name="kilde"')]
    assert valgene.index('<option value=""') < valgene.index('<option value="vedtatt"')
    assert '<option value="vedtatt" selected' not in valgene


def test_samme_sats_to_ganger() -> None:
    c = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    vedta(lag_satsforslag())
    assert "Satsen finnes allerede." in les(c.post("/tilskudd/satser/ny/", NY), 422)


def test_en_eksempelsats_blir_aldri_vedtatt(settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    c = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    c.post("/tilskudd/satser/ny/", {**NY, "status": "eksempel"})
    [sats] = alle()
    adresse = f"/tilskudd/satser/{sats.pk}/endre/"
    assert "Status" not in les(c.get(adresse))
    c.post(adresse, {"beloep": "43 000", "kilde": "Demo", "status": "vedtatt"})
    [sats] = alle()
    assert (sats.beloep, sats.status) == (43_000, "eksempel")


def test_andre_ser_men_endrer_ikke() -> None:
    sett_satser()
    c = som_rolle(Rolle.TILSKUDDSGODKJENNER)
    assert "Tilskuddsrådgivere og administratorer kan legge inn" in les(c.get("/tilskudd/satser/"))
    assert "Bare tilskuddsrådgivere og administratorer kan endre satser." in les(
        c.get("/tilskudd/satser/ny/"), 403
    )


def test_tabellen_sier_hvor_satsen_er_brukt_og_endring_advarer() -> None:
    sett_satser()
    runder = Runder()
    e2_person()
    runder.bokfoer("2023K3")
    runder.beregn("2023K4")
    c = klient(runder.raadgiver)
    alle = rader(c.get("/tilskudd/satser/?budsjettaar=2023"), "Satser")
    [brukt] = [r for r in alle if r.startswith("P-AR1-H")]
    assert "2 kjøringer, 3. kvartal 2023 til 4. kvartal 2023" in brukt
    with kontekst(motor_kontekst()):
        sats = Sats.objects.get(ordning="P-AR", aar_nr=1, landgruppe="H", budsjettaar=2023)
    assert "Satsen er brukt i en kjøring." in les(c.get(f"/tilskudd/satser/{sats.pk}/endre/"))


def test_uten_satser() -> None:
    with kontekst(motor_kontekst()):
        Sats.objects.all().delete()
    assert "Ingen satser er lagt inn ennå." in les(
        som_rolle(Rolle.TILSKUDDSRAADGIVER).get("/tilskudd/satser/")
    )


# --- Administration ---


def administrator() -> Client:
    bruker = fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    return klient(fabrikk.aktoer(bruker))


def test_administrasjonen_viser_satsene_men_endrer_dem_ikke() -> None:
    c = administrator()
    vedta(lag_satsforslag())
    [sats] = alle()
    adresse = f"/admin/tilskudd/sats/{sats.pk}/"
    assert c.post("/admin/tilskudd/sats/add/", NY).status_code == 403
    assert c.get(f"{adresse}change/").status_code == 200
    assert c.post(f"{adresse}change/", {**NY, "beloep": "1"}).status_code == 403
    assert c.post(f"{adresse}delete/", {"post": "yes"}).status_code == 403
    with kontekst(motor_kontekst()):
        Sats.objects.filter(pk=sats.pk).update(status="ubekreftet")
    assert c.post(f"{adresse}delete/", {"post": "yes"}).status_code == 302
    assert not alle()


def test_en_brukt_sats_slettes_ikke() -> None:
    sett_satser()
    runder = Runder()
    e2_person()
    runder.beregn("2023K3")
    with kontekst(motor_kontekst()):
        sats = Sats.objects.get(ordning="P-AR", aar_nr=1, landgruppe="H", budsjettaar=2023)
    assert administrator().post(f"/admin/tilskudd/sats/{sats.pk}/delete/", {"post": "yes"}).status_code == 403


def test_raadgiveren_kommer_ikke_inn_i_administrasjonen() -> None:
    svar = som_rolle(Rolle.TILSKUDDSRAADGIVER).get("/admin/tilskudd/sats/", follow=True)
    assert svar.status_code == 403
