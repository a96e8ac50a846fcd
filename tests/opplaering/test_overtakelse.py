"""Kommunen tar inn det fylket melder: i egne registreringer, i eget navn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import FulltidVgo, Opplaeringstimer, Person, Proeve
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from opplaering.actions.overtakelse import kvitter_melding, ta_inn
from opplaering.models import Avstemming, Kommunemelding
from tests import fabrikk
from tests.fabrikk import STEINKJER
from tests.opplaering.hjelp import FRA, I_DAG, TIL, kommunen, lag_skolegang
from tests.opplaering.meldingshjelp import FORRIGE, igjen, lag_fravaer, lag_resultat, meld
from tests.opplaering.test_meldinger import oppgaver
from tests.opplaering.test_umeldt import gjoer, rett
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def elev() -> Person:
    person = fabrikk.lag_person()
    fabrikk.lag_vedtak(person)
    return person


@pytest.fixture
def kommune() -> Aktoer:
    return kommunen()


def utfoer(hva: Callable[..., None], melding: Kommunemelding, av: Aktoer) -> Any:
    """Do something with a message; return it as it stands then."""
    with kontekst(kontekst_for(av)):
        hva(melding=melding, av=av)
    return igjen(melding)


def perioder(person: Person) -> list[tuple[Any, ...]]:
    with kontekst(motor_kontekst()):
        rader = FulltidVgo.objects.gjeldende().filter(person=person).order_by("fra")
        return [(r.fra, r.til, r.timer_per_uke, r.virksomhet_id) for r in rader]


def test_fra_start_paa_skolen_til_registrert_er_to_trykk(elev: Person, kommune: Aktoer) -> None:
    """Trykk 1: oppgaven på forsiden. Trykk 2: «Registrer dette». Fylket ser tilstanden hele veien."""
    lag_skolegang(elev, til=TIL)
    [melding] = meld([elev])
    bruker = fabrikk.lag_bruker()
    klient = inn(bruker)
    adresse = reverse("opplaering_melding", args=[melding.noekkel])
    assert f'href="{adresse}' in klient.get("/").content.decode()
    assert igjen(melding).aapnet is None
    siden = klient.get(adresse).content.decode()
    assert "Registrer dette" in siden
    assert igjen(melding).aapnet is not None
    klient.post(adresse, {"handling": "ta_inn"})
    assert perioder(elev) == [(FRA, TIL, Decimal(30), kommune.virksomhet_id)]
    naa = igjen(melding)
    assert (naa.tatt_inn_av, naa.kvittert is not None) == (bruker, True)
    with kontekst(motor_kontekst()):
        assert naa.tatt_inn_som == FulltidVgo.objects.get(person=elev).registrering_id
        assert [r.tilstand for r in Avstemming.objects.filter(person=elev)] == ["stemmer"]
    assert oppgaver() == []
    assert "Registrer dette" not in klient.get(adresse).content.decode()


def test_igjen_er_ingen_endring(elev: Person, kommune: Aktoer) -> None:
    lag_skolegang(elev, til=TIL)
    [melding] = meld([elev])
    foerst = utfoer(ta_inn, melding, kommune).tatt_inn
    assert utfoer(ta_inn, melding, kommune).tatt_inn == foerst
    assert len(perioder(elev)) == 1


def test_nye_timer_slutt_rettelse_og_det_som_tas_tilbake(elev: Person, kommune: Aktoer) -> None:
    lag_skolegang(elev)
    utfoer(ta_inn, meld([elev])[0], kommune)
    gjoer("endre_timer", elev, fra=I_DAG, timer_per_uke=Decimal(32))
    utfoer(ta_inn, meld([elev])[0], kommune)
    egen = kommune.virksomhet_id
    foer = (FRA, I_DAG - timedelta(days=1), Decimal(30), egen)
    assert perioder(elev) == [foer, (I_DAG, None, Decimal(32), egen)]
    rett(elev, til=TIL)
    utfoer(ta_inn, meld([elev])[0], kommune)
    assert perioder(elev) == [foer, (I_DAG, TIL, Decimal(32), egen)]
    gjoer("annuller_skolegang", elev, aarsak="Feil person.")
    utfoer(ta_inn, meld([elev])[0], kommune)
    assert perioder(elev) == [foer]


def test_det_som_alt_er_registrert_blir_bare_kvittert(elev: Person, kommune: Aktoer) -> None:
    lag_skolegang(elev, til=TIL)
    egen = fabrikk.lag_vgo(elev, fra=FRA, til=TIL, skole="Prøvedal videregående skole")
    naa = utfoer(ta_inn, meld([elev])[0], kommune)
    assert (naa.tatt_inn_som, naa.kvittert is not None) == (egen.registrering_id, True)
    assert len(perioder(elev)) == 1


def test_det_som_overlapper_maa_noen_se_paa(elev: Person, kommune: Aktoer) -> None:
    lag_skolegang(elev, til=TIL)
    fabrikk.lag_vgo(elev, fra=FRA - timedelta(days=9), til=TIL, skole="Annen skole")
    [melding] = meld([elev])
    with pytest.raises(Regelbrudd, match="de samme dagene"):
        utfoer(ta_inn, melding, kommune)
    klient = inn(fabrikk.lag_bruker())
    adresse = reverse("opplaering_melding", args=[melding.noekkel])
    siden = klient.get(adresse)
    assert "Annen skole" in siden.content.decode()
    assert "Registrer dette" not in siden.content.decode()
    assert klient.post(adresse, {"handling": "ta_inn"}).status_code == 422
    skjema = siden.context["skjema"]
    utfylt = klient.post(skjema["url"], skjema["svar"])
    assert (utfylt.status_code, utfylt.context["skjema"].cleaned_data["fra"]) == (200, FRA)
    klient.post(adresse, {"handling": "kvitter"})
    assert (igjen(melding).kvittert is not None, igjen(melding).tatt_inn) == (True, None)


def test_fravaer_foeres_som_timer(elev: Person, kommune: Aktoer) -> None:
    """Forskriften § 53 g og h. Rettes det på skolen, rettes det hos kommunen."""
    lag_fravaer(elev, timer=40, gyldig=4, ugyldig=1, uavklart=2.5)
    lag_fravaer(elev, "samf_norge", timer=10)
    [melding] = meld([elev])
    assert ", 2,5 ikke avklart" in melding.melding.tekst
    utfoer(ta_inn, melding, kommune)

    def timer() -> list[tuple[Any, ...]]:
        with kontekst(motor_kontekst()):
            rader = Opplaeringstimer.objects.gjeldende().filter(person=elev, maaned=FORRIGE).order_by("modul")
            return [(r.modul, r.timer, r.gyldig_fravaer, r.ugyldig_fravaer) for r in rader]

    assert timer() == [("norsk", 40, 4, 1), ("samf_norge", 10, 0, 0)]
    lag_fravaer(elev, "samf_arbeidsliv", timer=5)
    utfoer(ta_inn, meld([elev])[0], kommune)
    assert len(timer()) == 3


def test_timer_for_hele_dagen_kvitteres_bare(elev: Person, kommune: Aktoer) -> None:
    lag_fravaer(elev, "alt")
    [melding] = meld([elev])
    with pytest.raises(Regelbrudd, match="hele skoledagen"):
        utfoer(ta_inn, melding, kommune)
    naa = utfoer(kvitter_melding, melding, kommune)
    assert (naa.kvittert is not None, naa.tatt_inn) == (True, None)


def test_proever_registreres_og_karakterer_er_grunnlag_for_fritak(elev: Person, kommune: Aktoer) -> None:
    """Forskriften § 54; §§ 23 e og 24 c."""
    lag_resultat(elev, dato=FRA)
    lag_resultat(elev, "standpunkt", dato=I_DAG, fag="norsk", karakter=3)
    proeve, karakter = sorted(meld([elev]), key=lambda m: m.innhold["slag"])
    utfoer(ta_inn, proeve, kommune)
    with kontekst(motor_kontekst()):
        rad = Proeve.objects.gjeldende().get(person=elev)
    assert (rad.proeve, rad.dato, rad.lese, rad.virksomhet_id) == (
        "norskproeve", FRA, "b1", kommune.virksomhet_id,
    )  # fmt: skip
    with pytest.raises(Regelbrudd, match="grunnlag for fritak"):
        utfoer(ta_inn, karakter, kommune)
    siden = inn(fabrikk.lag_bruker()).get(reverse("opplaering_melding", args=[karakter.noekkel]))
    assert reverse("fakta_ny", args=[elev.noekkel, "fritak"]) in siden.content.decode()


def test_bare_kommunen_det_er_meldt_til(elev: Person) -> None:
    lag_skolegang(elev)
    [melding] = meld([elev])
    fremmed, fylket = kommunen(STEINKJER), fabrikk.lag_aktoer(Rolle.OPPLAERINGSKOORDINATOR)
    for av in (fremmed, fylket):
        for hva in (ta_inn, kvitter_melding):
            with pytest.raises(IkkeTilgang):
                utfoer(hva, melding, av)
    fremmed_klient = inn(fabrikk.lag_bruker(nummer=STEINKJER))
    assert fremmed_klient.get(reverse("opplaering_melding", args=[melding.noekkel])).status_code == 404


def test_voksenopplaeringen_tar_inn_timer_men_ikke_skolegang(elev: Person) -> None:
    """Perioden er flyktningtjenestens registrering (docs/tilgang.md)."""
    lag_skolegang(elev)
    lag_fravaer(elev)
    start, fravaer = sorted(meld([elev]), key=lambda m: m.slag, reverse=True)
    vo = fabrikk.lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING)
    with pytest.raises(IkkeTilgang):
        utfoer(ta_inn, start, vo)
    assert utfoer(ta_inn, fravaer, vo).tatt_inn is not None
    siden = inn(fabrikk.lag_bruker(Rolle.KOMMUNE_VOKSENOPPLAERING))
    svar = siden.get(reverse("opplaering_melding", args=[start.noekkel])).content.decode()
    assert "Flyktningtjenesten i kommunen registrerer dette." in svar
    assert "Registrer dette" not in svar


def test_opptak_er_til_orientering(elev: Person, kommune: Aktoer, klient: Client) -> None:
    from tests.opplaering.test_umeldt import innvilg, lag_soeknad

    innvilg(lag_soeknad(elev))
    [melding] = meld([elev])
    with pytest.raises(Regelbrudd, match="Opptak registreres ikke"):
        utfoer(ta_inn, melding, kommune)
    assert "Vg1 helse- og oppvekstfag" in klient.get(
        reverse("opplaering_melding", args=[melding.noekkel])
    ).content.decode()  # fmt: skip
