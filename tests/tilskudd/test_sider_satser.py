"""Rates: table, form, administration."""

from __future__ import annotations

import pytest
from django.test import Client

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tests.tilskudd.sideverden import e2_person, klient, les, rader, som_rolle
from tilskudd.models import Sats

pytestmark = pytest.mark.django_db
NY = {
    "ordning": "P-AR", "aar_nr": "1", "landgruppe": "H", "budsjettaar": "2031",
    "beloep": "41 000", "status": "vedtatt", "kilde": "Prop. 1 S (2030–2031) kap. 291",
}  # fmt: skip


def alle() -> list[Sats]:
    with kontekst(motor_kontekst()):
        return list(Sats.objects.filter(budsjettaar=2031))


@pytest.mark.parametrize("rolle", [Rolle.TILSKUDDSRAADGIVER, Rolle.ADMINISTRATOR])
def test_legg_inn_og_endre(rolle: Rolle) -> None:
    c = som_rolle(rolle)
    svar = c.post("/tilskudd/satser/ny/", NY, follow=True)
    assert "Satsen P-AR1-H 2031 er lagret." in svar.content.decode()
    satsen = "P-AR1-H 2031 Persontilskudd, ordinær målgruppe, år 1, høy sats 41 000 kr Vedtatt Prop. 1 S"
    assert satsen in les(svar)
    [sats] = alle()
    adresse = f"/tilskudd/satser/{sats.pk}/endre/"
    assert "Endre sats P-AR1-H for 2031" in les(c.get(adresse))
    c.post(adresse, {"beloep": "42 000", "status": "forslag", "kilde": "Budsjettforslag"})
    [sats] = alle()
    assert (sats.beloep, sats.status) == (42_000, "forslag")


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
    c.post("/tilskudd/satser/ny/", NY)
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


def test_administrator_legger_inn_endrer_og_sletter_det_som_ikke_er_brukt() -> None:
    c = administrator()
    felt = {**NY, "beloep": "41000"}
    assert c.post("/admin/tilskudd/sats/add/", felt).status_code == 302
    [sats] = alle()
    adresse = f"/admin/tilskudd/sats/{sats.pk}/"
    assert c.post(f"{adresse}change/", {**felt, "beloep": "42000"}).status_code == 302
    assert alle()[0].beloep == 42_000
    svar = c.post(f"{adresse}change/", {**felt, "budsjettaar": "2032"})
    assert "Legg inn en ny sats" in svar.content.decode()
    svar = c.post(f"{adresse}change/", {**felt, "status": "eksempel"})
    assert "Eksempelsatser kan bare legges inn i en demo." in svar.content.decode()
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
