"""Large exports: a job as the one who ordered, the rows of the direct one, for the owner, for a week."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.db import connection
from django.utils import timezone

from integrering.grunnmur.jobber import avbryt_jobb
from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.lister import actions, jobb, stroem
from integrering.lister.models import Bestilling, Bestillingsdel, Eksport
from integrering.lister.tasks import slett_utloepte
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn, Rolletildeling
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.lister.hjelp import csv, innhold, ta_ut, xlsx
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lav_grense(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows are many; the job reads two at a time and stores small pieces."""
    settings.EKSPORT_DIREKTE_RADER = 2
    monkeypatch.setattr(jobb, "STEG", 2)
    monkeypatch.setattr(actions, "DEL", 1000)


def _personer(antall: int = 5) -> list[int]:
    return [fabrikk.lag_person(etternavn=f"Navn{nr}").pk for nr in range(antall)]


def _alt(modell: Any) -> list[Any]:
    with kontekst(motor_kontekst()):
        return list(modell.objects.all())


def _bestill(bruker: Bruker, **felt: str) -> Bestilling:
    assert ta_ut(inn(bruker), **felt)["Location"] == "/eksporter/"
    (bestilling,) = _alt(Bestilling)
    return bestilling  # type: ignore[no-any-return]


def _kjoer(bestilling: Bestilling) -> None:
    assert bestilling.jobb_id is not None
    kjoer(bestilling.jobb_id)


@pytest.mark.parametrize("format_", ["xlsx", "csv"])
def test_jobben_gir_de_samme_radene(settings: Any, format_: str) -> None:
    ider, bruker = _personer(), fabrikk.lag_bruker()
    bestilling = _bestill(bruker, format=format_, sporring="sorter=-navn")
    assert (_alt(Eksport), _alt(Innsyn)) == ([], []), "ingenting er hentet ennå"
    _kjoer(bestilling)
    assert Jobb.objects.get().tilstand == Tilstand.FERDIG
    klient = inn(bruker)
    svar = klient.get(f"/eksporter/{bestilling.pk}/hent/")
    hentet = innhold(svar)
    assert (svar["Content-Length"], svar["Content-Disposition"][:10]) == (str(len(hentet)), "attachment")
    settings.EKSPORT_DIREKTE_RADER = 100
    direkte = innhold(ta_ut(klient, format=format_, sporring="sorter=-navn"))
    les = xlsx if format_ == "xlsx" else csv
    assert les(hentet)[0] == les(direkte)[0]
    assert sorted(i.person_id for i in _alt(Innsyn)) == sorted(ider * 2)
    assert {e.rader for e in _alt(Eksport)} == {5}


def test_to_klikk_er_en_bestilling() -> None:
    _personer()
    bruker, noekkel = fabrikk.lag_bruker(), str(uuid.uuid4())
    _bestill(bruker, noekkel=noekkel)
    _bestill(bruker, noekkel=noekkel)
    assert Jobb.objects.count() == 1


def test_en_annen_brukers_noekkel_gir_ikke_en_annens_bestilling() -> None:
    _personer()
    noekkel = str(uuid.uuid4())
    _bestill(fabrikk.lag_bruker(), noekkel=noekkel)
    annen = ta_ut(inn(fabrikk.lag_bruker()), noekkel=noekkel)
    assert annen.status_code in (302, 409)
    assert len(_alt(Bestilling)) == 1


def test_bare_den_som_bestilte_henter_og_sletter() -> None:
    _personer()
    bruker, kollega = fabrikk.lag_bruker(), fabrikk.lag_bruker()
    fylket = fabrikk.lag_bruker(Rolle.ADMINISTRATOR, skjermede=True)
    bestilling = _bestill(bruker)
    assert "Venter" in inn(bruker).get("/eksporter/").content.decode()
    assert inn(bruker).get(f"/eksporter/{bestilling.pk}/hent/").status_code == 404, "ikke ferdig"
    _kjoer(bestilling)
    for andre in (kollega, fylket):
        for hva in ("hent", "slett"):
            assert inn(andre).get(f"/eksporter/{bestilling.pk}/{hva}/").status_code == 404
        with kontekst(kontekst_for(fabrikk.aktoer(andre))):
            assert Bestillingsdel.objects.count() == Bestilling.objects.count() == 0
    klient = inn(bruker)
    assert "Last ned" in klient.get("/eksporter/").content.decode()
    assert "Slett eksporten?" in klient.get(f"/eksporter/{bestilling.pk}/slett/").content.decode()
    klient.post(f"/eksporter/{bestilling.pk}/slett/", {"bekreft": "ja"})
    assert (_alt(Bestilling), len(_alt(Eksport))) == ([], 1), "loggen blir stående"


def test_rollen_maa_gjelde_naar_jobben_kjoerer() -> None:
    _personer()
    bruker = fabrikk.lag_bruker()
    bestilling = _bestill(bruker)
    with kontekst(motor_kontekst()):
        Rolletildeling.objects.filter(bruker=bruker).update(til=timezone.localdate() - timedelta(days=1))
    _kjoer(bestilling)
    feilet = Jobb.objects.get()
    assert (feilet.tilstand, "gjelder ikke lenger" in feilet.feil) == (Tilstand.FEILET, True)
    assert (_alt(Eksport), _alt(Innsyn)) == ([], [])


def test_rollen_som_slutter_underveis_stopper_for_noe_legges_ut() -> None:
    _personer()
    bruker = fabrikk.lag_bruker()
    bestilling = _bestill(bruker)
    ekte = jobb._skriv_rader

    def og_mist_rollen(*arg: Any) -> int:
        antall = ekte(*arg)
        with kontekst(motor_kontekst()):
            Rolletildeling.objects.filter(bruker=bruker).update(til=timezone.localdate() - timedelta(days=1))
        return antall

    with mock.patch.object(jobb, "_skriv_rader", og_mist_rollen):
        _kjoer(bestilling)
    assert Jobb.objects.get().tilstand == Tilstand.FEILET
    assert (_alt(Eksport), _alt(Innsyn)) == ([], [])


def test_avbrutt_og_slettet_mens_den_kjoerer() -> None:
    _personer()
    bruker = fabrikk.lag_bruker()
    bestilling = _bestill(bruker)
    ekte_utvalg = jobb._utvalg

    def avbryt_foerst(*arg: Any) -> Any:
        avbryt_jobb(jobb=Jobb.objects.get())
        return ekte_utvalg(*arg)

    with mock.patch.object(jobb, "_utvalg", avbryt_foerst):
        _kjoer(bestilling)
    assert Jobb.objects.get().tilstand == Tilstand.AVBRUTT
    assert (_alt(Eksport), _alt(Innsyn)) == ([], []), "ingenting er halvveis"
    assert "Avbrutt" in inn(bruker).get("/eksporter/").content.decode()


def test_slettet_foer_den_kjoerer() -> None:
    _personer()
    bruker = fabrikk.lag_bruker()
    bestilling = _bestill(bruker)
    inn(bruker).post(f"/eksporter/{bestilling.pk}/slett/", {"bekreft": "ja"})
    assert Jobb.objects.get().tilstand == Tilstand.AVBRUTT
    Jobb.objects.update(tilstand=Tilstand.VENTER, avbryt=False)
    _kjoer(bestilling)
    assert (Jobb.objects.get().tilstand, _alt(Eksport)) == (Tilstand.FERDIG, [])


def test_etter_en_uke_er_filen_borte_og_loggen_ikke() -> None:
    _personer()
    bruker = fabrikk.lag_bruker()
    bestilling = _bestill(bruker)
    _kjoer(bestilling)
    slett_utloepte()
    assert len(_alt(Bestilling)) == 1
    om_en_uke = timezone.now() + timedelta(days=7, minutes=1)
    with mock.patch("integrering.lister.models.timezone.now", return_value=om_en_uke):
        assert inn(bruker).get(f"/eksporter/{bestilling.pk}/hent/").status_code == 404
        assert actions.slett_utloepte() == 1
    assert (_alt(Bestilling), len(_alt(Eksport))) == ([], 1)


def test_en_stroem_har_sin_egen_kontekst(motor: None) -> None:
    """Outside any request each piece is read as the one who asks, and nothing is left set between them."""
    ider = _personer(3)
    av = kontekst_for(fabrikk.lag_aktoer())

    def hvem() -> str:
        with connection.cursor() as peker:
            peker.execute("SELECT current_setting('role')")
            return str((peker.fetchone() or ("",))[0])

    def hent(nr: int) -> bytes | None:
        assert hvem() == "app_enhet"
        funnet = Person.objects.filter(pk__in=ider[nr : nr + 1]).count()
        return str(funnet).encode() if nr < 3 else None

    lest = []
    for stykke in stroem.stroem_i_kontekst(av, hent):
        assert hvem() == "app_motor", "mellom stykkene er rollen gitt tilbake"
        lest.append(stykke)
    assert lest == [b"1", b"1", b"1"]
