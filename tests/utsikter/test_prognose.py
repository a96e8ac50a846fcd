"""The prognosis: what is registered, and what would come on top, in the quarters to come."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from integrering.grunnmur.jobber import loep
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import sett_satser
from tests.tilskudd.sideverden import les, rader, som_rolle
from tests.utsikter.hjelp import elev, paa_dag
from tilskudd.models import Sats
from tilskudd.utsikter import tasks
from tilskudd.utsikter.actions import beregning
from tilskudd.utsikter.diagram import tegn
from tilskudd.utsikter.models import PaaVent, Prognose
from tilskudd.utsikter.queries.prognose import Kvartalsprognose, Prognoseside, Spenn, prognose

pytestmark = pytest.mark.django_db
SIDE = "/tilskudd/prognose/"


def tabell() -> dict[tuple[str, str], tuple[int, int]]:
    """Return (quarter, group) → by what is registered, and if all were."""
    with kontekst(motor_kontekst()):
        return {(str(r.kvartal), r.gruppe): (r.registrert, r.alt) for r in Prognose.objects.all()}


@pytest.fixture
def e1(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person of E1 with all registered, and one whose period is missing; seen in November 2023."""
    sett_satser()
    paa_dag(monkeypatch, date(2023, 11, 22))
    fabrikk.lag_vgo(elev())
    elev()
    beregning.oppdater_prognose()


def test_fire_kvartaler_med_spenn(e1: None) -> None:
    fylket = {k: v for (k, gruppe), v in tabell().items() if gruppe == "fylket"}
    assert fylket == {
        "2023K4": (9_174, 18_348),
        "2024K1": (12_184, 24_368),
        "2024K2": (16_200, 32_400),
        "2024K3": (0, 0),
    }
    kommunene = {k: v for (k, gruppe), v in tabell().items() if gruppe == "kommunene"}
    # what the county is given, the municipality is not; after 20 June both are the municipality's
    assert kommunene["2023K4"] == (9_174, 0)
    assert kommunene["2024K2"] == (2_000 + 18_200, 4_000)
    assert kommunene["2024K3"] == (2 * 18_400, 2 * 18_400)


def test_satsen_som_ikke_er_vedtatt_er_anslaatt_etter_den_siste(monkeypatch: pytest.MonkeyPatch) -> None:
    sett_satser()
    with kontekst(motor_kontekst()):
        Sats.objects.filter(budsjettaar__gte=2024).delete()
    paa_dag(monkeypatch, date(2023, 11, 22))
    fabrikk.lag_vgo(elev())
    beregning.oppdater_prognose()
    with kontekst(motor_kontekst()):
        rader_ = Prognose.objects.filter(gruppe="fylket").order_by("kvartal")
        assert [(r.registrert, r.anslag) for r in rader_] == [
            (9_174, 0), (12_184, 6_200), (16_200, 16_200), (0, 0),
        ]  # fmt: skip


def test_uten_noen_sats_er_det_bare_dager(monkeypatch: pytest.MonkeyPatch) -> None:
    sett_satser()
    with kontekst(motor_kontekst()):
        Sats.objects.all().delete()
    paa_dag(monkeypatch, date(2023, 11, 22))
    elev()
    beregning.oppdater_prognose()
    with kontekst(motor_kontekst()):
        rad = Prognose.objects.get(gruppe="fylket", kvartal="2023K4")
    assert (rad.registrert, rad.alt, rad.dager_uten_sats) == (0, 0, 92)
    assert "har ingen sats å regne med" in les(som_rolle(Rolle.TILSKUDDSRAADGIVER).get(SIDE))


def test_andre_fylker_staar_for_seg(monkeypatch: pytest.MonkeyPatch) -> None:
    sett_satser()
    paa_dag(monkeypatch, date(2023, 11, 22))
    person = fabrikk.lag_person()
    fabrikk.lag_vedtak(person)
    fabrikk.lag_vgo(person, fylke="46")
    beregning.oppdater_prognose()
    assert tabell()["2023K4", "andre"] == (9_174, 9_174)
    svar = som_rolle(Rolle.TILSKUDDSGODKJENNER).get(SIDE)
    assert "Andre fylkeskommuner" in rader(svar, "Forventet per kvartal")[0]


def test_siden_har_diagram_og_tabell_med_de_samme_tallene(e1: None) -> None:
    svar = som_rolle(Rolle.TILSKUDDSRAADGIVER).get(SIDE)
    tekst = les(svar)
    assert "anslag" in tekst and "Regn ut på nytt nå" in tekst
    foerste, *_, sum_ = rader(svar, "Forventet per kvartal")[1:]
    assert foerste == "4. kvartal 2023 1. kvartal 2024 9 174 kr 18 348 kr 0 kr 9 174 kr 0 kr"
    assert sum_.startswith("Til sammen 37 558 kr 75 116 kr")
    assert 'class="diagram"' in svar.content.decode()
    assert "Regn ut på nytt nå" not in les(som_rolle(Rolle.TILSKUDDSGODKJENNER).get(SIDE))


def test_stolpene_er_saa_lange_som_tallene() -> None:
    k = [
        Kvartalsprognose(Kvartal(2026, 4), {"fylket": Spenn(100_000, 300_000)}),
        Kvartalsprognose(Kvartal(2027, 1), {"fylket": Spenn(150_000, 150_000)}),
        Kvartalsprognose(Kvartal(2027, 2), {}),
    ]
    d = tegn(k)
    assert d is not None
    bredder = [[del_.bredde for del_ in s.deler] for s in d.stolper]
    assert bredder[0][1] == pytest.approx(2 * bredder[0][0], abs=0.2)
    assert bredder[1] == [pytest.approx(1.5 * bredder[0][0], abs=0.2)]
    assert bredder[2] == []
    assert d.stolper[0].deler[0].tekst.replace("\xa0", " ") == "100 000"
    assert tegn([]) is None
    side = Prognoseside(tuple(k), None)  # type: ignore[arg-type]
    assert (side.fylket.lav, side.fylket.hoey, side.kommunene.alt, side.andre.alt) == (250_000, 450_000, 0, 0)


def test_foer_den_er_regnet_ut() -> None:
    raadgiver = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    assert "Prognosen er ikke regnet ut ennå" in les(raadgiver.get(SIDE))
    with kontekst(motor_kontekst()):
        assert prognose() is None


def test_raadgiveren_starter_jobben_en_gang() -> None:
    raadgiver: Client = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    assert raadgiver.post(SIDE).status_code == 302
    assert raadgiver.post(SIDE).status_code == 302
    with kontekst(motor_kontekst()):
        assert Jobb.objects.filter(slag=beregning.JOBBSLAG).count() == 1
    tasks.start()
    assert som_rolle(Rolle.TILSKUDDSGODKJENNER).post(SIDE).status_code == 403


def test_mange_endringer_regnes_i_bakgrunnen() -> None:
    beregning.personer_endret(None)
    with kontekst(motor_kontekst()):
        assert Jobb.objects.filter(slag=beregning.JOBBSLAG).count() == 1


def test_jobben_regner_ut_begge_deler(monkeypatch: pytest.MonkeyPatch) -> None:
    sett_satser()
    paa_dag(monkeypatch, date(2023, 11, 22))
    elev()
    jobb = Jobb.objects.create(slag=beregning.JOBBSLAG, tittel="Utsikter", parametre={})
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, jobb.resultat) == (Tilstand.FERDIG, {"personer": 1})
    with kontekst(motor_kontekst()):
        assert PaaVent.objects.count() == 1
    assert tabell()["2023K4", "fylket"] == (0, 9_174)
