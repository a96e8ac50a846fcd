"""En kjøring ved siden av den forrige: nye, avsluttede, rettede, og det som er uvanlig."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db.models import QuerySet

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests import fabrikk
from tests.tilskudd.sideverden import K, Verden, klient, les, rader
from tilskudd import actions, motor
from tilskudd.models import Kjoering
from tilskudd.queries.sammenligning import endrede_personer, sammenligning
from tilskudd.rules.uvanlig import Hva, Mottakertall, uvanlige

pytestmark = pytest.mark.django_db


# --- The rules ---


@pytest.mark.parametrize(
    ("foer", "naa", "uvanlig"),
    [
        (100_000, 151_000, True),
        (100_000, 150_000, False),  # not more than 50 000 kr
        (200_000, 260_000, False),  # 30 %, not more
        (200_000, 260_001, True),
        (200_000, 139_999, True),
        (0, 50_001, True),
        (0, 50_000, False),
        (-100_000, 0, True),
    ],
)
def test_en_mottaker_med_stor_endring(foer: int, naa: int, *, uvanlig: bool) -> None:
    funnet = uvanlige([Mottakertall("K5001", "Trondheim", naa, foer)], med_trekk=0, over_sats=0)
    assert [u.hva for u in funnet] == ([Hva.MOTTAKER] if uvanlig else [])


@pytest.mark.parametrize(
    ("med_trekk", "over_sats", "hva"),
    [(20, 0, []), (21, 0, [Hva.TREKK]), (0, 1, [Hva.OVER_SATS]), (30, 2, [Hva.TREKK, Hva.OVER_SATS])],
)
def test_mange_trekk_og_mer_enn_en_aarssats(med_trekk: int, over_sats: int, hva: list[Hva]) -> None:
    assert [u.hva for u in uvanlige([], med_trekk=med_trekk, over_sats=over_sats)] == hva


# --- The sets ---


@pytest.fixture
def verden() -> Verden:
    """E2's draft of 2024K1; one ended on 31.12.2023 and one began on 01.01.2024."""
    avsluttet = fabrikk.lag_person(etternavn="Ferdig", registrert=fabrikk.klokken(2023, 3, 2))
    fabrikk.lag_vedtak(avsluttet, registrert=fabrikk.klokken(2023, 4, 5))
    fabrikk.lag_stans(avsluttet, fra=date(2024, 1, 1), registrert=fabrikk.klokken(2023, 12, 1))
    ny = fabrikk.lag_person(
        etternavn="Nykommer", tillatelse_dato=date(2024, 1, 1), bosatt_fra=date(2024, 1, 1),
        registrert=fabrikk.klokken(2024, 1, 3),
    )  # fmt: skip
    fabrikk.lag_vedtak(ny, startdato=date(2024, 1, 8), registrert=fabrikk.klokken(2024, 1, 9))
    return Verden()


def navnene(kjoering: Kjoering, gruppe: str = "") -> set[str]:
    with kontekst(motor_kontekst()):
        return {p.etternavn for p in endrede_personer(kjoering, gruppe)}


def test_settene(verden: Verden) -> None:
    e2 = verden.person.etternavn
    assert {
        g: navnene(verden.utkast, g) for g in ("nye", "avsluttet", "rettet", "trekk", "over_sats", "")
    } == {
        "nye": {"Nykommer"},
        "avsluttet": {"Ferdig"},
        "rettet": {e2},
        "trekk": {e2},
        "over_sats": set(),
        "": {"Nykommer", "Ferdig", e2},
    }
    with kontekst(motor_kontekst()):
        svar = sammenligning(Kjoering.objects.select_related("forrige").get(pk=verden.utkast.pk))
        rad: QuerySet[Any, Any] = endrede_personer(verden.utkast)
        listen = {p.etternavn: (p.foer, p.naa, p.rettet) for p in rad}
    assert svar is not None
    tall = {g.kode: (g.antall, g.beloep) for g in svar.grupper}
    assert tall["nye"] == (1, listen["Nykommer"][1])
    assert tall["avsluttet"] == (1, -listen["Ferdig"][0])
    assert tall["rettet"] == (1, listen[e2][2]) == (1, 0)  # what the county gets, the municipality gives back


def test_siden_listen_og_eksporten_sier_det_samme(verden: Verden) -> None:
    svar = verden.raadgiver.get(K)
    assert "Ingen uvanlig store endringer." in les(svar)
    tabell = rader(svar, "Personer som er endret")
    assert tabell[1].startswith("Nye personer 1 +") and tabell[2].startswith("Avsluttet 1 −")
    liste = rader(verden.raadgiver.get(f"{K}endringer/?gruppe=nye"), "Endret fra forrige kjøring")
    assert len(liste) == 2 and liste[1].startswith("Nykommer")


def test_foerste_kjoering_har_ingenting_aa_sammenligne_med(verden: Verden) -> None:
    svar = verden.raadgiver.get("/tilskudd/kvartal/2023-3/")
    assert "Personer som er endret" not in les(svar)


def test_skjermede_telles_ikke_for_den_som_ikke_ser_dem(verden: Verden) -> None:
    with kontekst(motor_kontekst()):
        ny = Person.objects.get(etternavn="Nykommer")
        fabrikk.rett(ny.opplysninger.get(), adressebeskyttelse="fortrolig")
    uten = fabrikk.lag_aktoer(verden.runder.raadgiver.rolle)
    assert rader(klient(uten).get(K), "Personer som er endret")[1].startswith("Nye personer 0")


# --- The checksum ---


@pytest.fixture
def endret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(motor, "fingeravtrykk", lambda _id: "en annen")


def test_kontrollsummen_vises_naar_den_stemmer(verden: Verden) -> None:
    tekst = les(verden.raadgiver.get("/tilskudd/kvartal/2023-4/"))
    assert "Kontrollsummen stemmer (" in tekst
    assert "Kontrollsum" not in les(verden.raadgiver.get(K))  # a draft has none yet


def test_en_endret_kjoering_brukes_ikke_til_noe(verden: Verden, endret: None) -> None:
    runder = verden.runder
    with kontekst(motor_kontekst()):
        forrige = Kjoering.objects.get(kvartal="2023K4")
    with pytest.raises(Regelbrudd, match="Kontrollsummen for"):
        runder.beregn("2024K1")
    with pytest.raises(Regelbrudd, match="stemmer ikke"):
        actions.send_til_godkjenning(kjoering=verden.utkast, av=runder.raadgiver)
    with pytest.raises(Regelbrudd, match="stemmer ikke"):
        actions.merk_utbetalt(kjoering=forrige, av=runder.raadgiver)
    assert "Kontrollsummen stemmer ikke." in les(verden.raadgiver.get("/tilskudd/kvartal/2023-4/"))
    for side in ("mottakere/", "linjer/", "endringer/", "mottaker/K5001/"):
        svar = verden.raadgiver.get(f"/tilskudd/kvartal/2023-4/{side}")
        assert "Tallene kan ikke brukes" in les(svar, 403), side


def test_den_godkjennes_heller_ikke_paa_en_som_er_endret(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    runder = verden.runder
    actions.send_til_godkjenning(kjoering=verden.utkast, av=runder.raadgiver)
    monkeypatch.setattr(motor, "fingeravtrykk", lambda _id: "en annen")
    with pytest.raises(Regelbrudd, match="stemmer ikke"):
        actions.godkjenn(kjoering=verden.utkast, av=runder.godkjenner)
