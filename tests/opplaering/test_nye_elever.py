"""A school tells of a new pupil by DUF number; the county takes them in, or answers."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from opplaering.actions.inntak import ta_inn_elev
from opplaering.actions.skolemelding import NyElev, avvis_ny_elev, meld_ny_elev
from opplaering.models import Skolemelding
from tests.fabrikk import ANNEN_SKOLE, lag_person, nytt_duf
from tests.klasser.nettleser import tekst
from tests.nir.handling import meldinger
from tests.opplaering.hjelp import (
    FRA,
    I_DAG,
    TIL,
    koordinator,
    lag_klasse,
    lag_ny_elev,
    lag_skolegang,
    lag_tilbud,
    skolegangen,
    skolekontakt,
)

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
Utfall = Skolemelding.Utfall


def elev(**felt: Any) -> NyElev:
    return replace(NyElev(duf=nytt_duf(), navn="Ny Elev", fra=I_DAG, timer_per_uke=Decimal(30)), **felt)


def utfall(melding: Skolemelding) -> tuple[str, str]:
    with kontekst(motor_kontekst()):
        lest = Skolemelding.objects.get(pk=melding.pk)
    return lest.utfall, lest.svar


def oppgaver() -> list[Oppgave]:
    with kontekst(motor_kontekst()):
        return list(Oppgave.objects.filter(regel="NY_ELEV", lukket__isnull=True))


# --- The school tells ---


def test_samme_skjema_to_ganger_gir_en_melding_og_en_oppgave(som: Som, skolen: Aktoer) -> None:
    nr, data = uuid.uuid4(), elev()
    with som(skolen):
        en, to = (meld_ny_elev(data=data, innsending=nr, av=skolen) for _ in range(2))
    assert (en, en.utfall) == (to, Utfall.VENTER)
    assert [(o.person_id, o.frist) for o in oppgaver()] == [(None, I_DAG + timedelta(days=7))]


@pytest.mark.parametrize(
    ("felt", "verdier"),
    [
        ("navn", {"navn": "Ny Elev 010199"}),
        ("fra", {"fra": I_DAG + timedelta(days=367)}),
        ("fra", {"fra": I_DAG - timedelta(days=367)}),
    ],
)
def test_en_melding_som_ikke_kan_sendes(som: Som, skolen: Aktoer, felt: str, verdier: dict[str, Any]) -> None:
    with som(skolen):
        data = elev(**verdier)
        assert set(meldinger(lambda: meld_ny_elev(data=data, innsending=uuid.uuid4(), av=skolen))) == {felt}


def test_klassen_er_skolens_og_samme_nummer_meldes_en_gang(
    som: Som, skolen: Aktoer, koordinator: Aktoer
) -> None:
    fremmed, min_ = lag_klasse(ANNEN_SKOLE), lag_klasse()
    data = elev(klasse=min_)
    with som(skolen):

        def meld(**felt: Any) -> Any:
            return meldinger(
                lambda: meld_ny_elev(data=replace(data, **felt), innsending=uuid.uuid4(), av=skolen)
            )

        assert set(meld(klasse=fremmed)) == {"klasse"}
        assert set(meld(fra=TIL + timedelta(days=1))) == {"fra"}
        meld_ny_elev(data=data, innsending=uuid.uuid4(), av=skolen)
        assert set(meld()) == {"duf"}
    with som(koordinator), pytest.raises(IkkeTilgang):
        meld_ny_elev(data=data, innsending=uuid.uuid4(), av=koordinator)


def test_skolen_faar_aldri_vite_om_nummeret_finnes(skoleklient: Client) -> None:
    """The same answer for a number that is known, protected, and nobody's."""
    kjent, skjermet = lag_person(), lag_person(adressebeskyttelse="fortrolig")
    svar = set()
    for duf in (kjent.duf, skjermet.duf, nytt_duf()):
        skjema = {
            "innsending": str(uuid.uuid4()), "duf": duf, "navn": "Ny Elev", "fra": f"{I_DAG:%d.%m.%Y}",
            "timer_per_uke": "30", "klasse": "",
        }  # fmt: skip
        siden = skoleklient.post(reverse("meld_elev"), skjema, follow=True)
        assert "Meldt til fylkeskommunen" in tekst(siden)
        rad = siden.context["liste"].objekter[0]
        svar.add((rad.duf == duf, rad.navn, rad.utfall, rad.svar))
    assert svar == {(True, "Ny Elev", "venter", "")}
    assert skoleklient.post(reverse("meld_elev"), {"duf": "12"}).status_code == 422
    assert skoleklient.get(reverse("ny_elev", args=[uuid.uuid4()])).status_code == 403


# --- The county answers ---


def test_ta_inn_gir_skolegang_og_oppgaven_blir_borte(klient: Client) -> None:
    person, tilbud = lag_person(etternavn="Kjent"), lag_tilbud()
    klasse = lag_klasse(tilbud=tilbud)
    melding = lag_ny_elev(person.duf, klasse=klasse, timer_per_uke=Decimal("28.5"))
    assert [o.person_id for o in oppgaver()] == [person.pk]
    siden = reverse("ny_elev", args=[melding.noekkel])
    assert "Nummeret er Amina Kjent, født 15.06.1995, bor i Trondheim" in tekst(klient.get(siden))
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(hvor="ny-elev", person_id=person.pk).count() == 1
    assert klient.post(siden, {"handling": "inn", "maalgruppe": ""}).status_code == 422
    svar = klient.post(siden, {"handling": "inn", "maalgruppe": "program", "laereplan": ""})
    assert svar.headers["Location"] == reverse("opplaering_deltaker", args=[person.noekkel])
    (rad,) = skolegangen(person)
    assert (rad.klasse_id, rad.tilbud_id, rad.fra, rad.timer_per_uke) == (
        klasse.pk, tilbud.pk, I_DAG, Decimal("28.5"),
    )  # fmt: skip
    assert (utfall(melding), oppgaver()) == ((Utfall.TATT_INN, ""), [])
    assert "Ta inn" not in tekst(klient.get(siden))
    svar = klient.post(siden, {"handling": "inn", "maalgruppe": "program", "laereplan": ""})
    assert (svar.status_code, "alt behandlet" in tekst(svar)) == (422, True)


def test_svar_nei_med_begrunnelse(klient: Client, skoleklient: Client) -> None:
    melding = lag_ny_elev(nytt_duf())
    siden = reverse("ny_elev", args=[melding.noekkel])
    assert "Ingen du ser, har dette DUF-nummeret" in tekst(klient.get(siden))
    assert klient.post(siden, {"handling": "nei", "nei-svar": ""}).status_code == 422
    svar = klient.post(siden, {"handling": "nei", "nei-svar": "Ring 209900000103"})
    assert (svar.status_code, "Ikke skriv fødselsdato eller nummer" in tekst(svar)) == (422, True)
    klient.post(siden, {"handling": "nei", "nei-svar": "Sjekk nummeret."})
    assert (utfall(melding), oppgaver()) == ((Utfall.AVVIST, "Sjekk nummeret."), [])
    assert "Ikke tatt inn Sjekk nummeret." in tekst(skoleklient.get(reverse("nye_elever")))
    assert "Ny Elev" not in tekst(skoleklient.get(f"{reverse('nye_elever')}?utfall=venter"))
    assert klient.get(reverse("ny_elev", args=[uuid.uuid4()])).status_code == 404


def test_ingen_tas_inn_uten_person_eller_oppaa_en_annen_periode(
    som: Som, koordinator: Aktoer, skolen: Aktoer
) -> None:
    ukjent, person = lag_ny_elev(nytt_duf()), lag_person()
    lag_skolegang(person, ANNEN_SKOLE, fra=FRA)
    opptatt = lag_ny_elev(person.duf)
    valg = {"maalgruppe": "program", "laereplan": ""}
    with som(koordinator):
        with pytest.raises(Regelbrudd, match="Registrer personen først"):
            ta_inn_elev(melding=ukjent, av=koordinator, **valg)
        with pytest.raises(Regelbrudd, match="overlapper"):
            ta_inn_elev(melding=opptatt, av=koordinator, **valg)
        with pytest.raises(Regelbrudd, match="Skriv til skolen"):
            avvis_ny_elev(melding=ukjent, svar=" ", av=koordinator)
    with som(skolen):
        for handling in (
            lambda: ta_inn_elev(melding=ukjent, av=skolen, **valg),
            lambda: avvis_ny_elev(melding=ukjent, svar="Nei", av=skolen),
        ):
            with pytest.raises(IkkeTilgang):
                handling()
    assert {utfall(ukjent), utfall(opptatt)} == {(Utfall.VENTER, "")}


def test_hvem_som_ser_det_skolen_har_meldt(som: Som, trondheim: Aktoer) -> None:
    """A protected person is hidden from the county without the scope, and from no school that told it."""
    skjermet = lag_ny_elev(lag_person(adressebeskyttelse="fortrolig").duf)
    aapen = lag_ny_elev(lag_person().duf)
    ventet: list[tuple[Aktoer, list[Skolemelding]]] = [
        (koordinator(), [aapen]),
        (koordinator(skjermede=True), [skjermet, aapen]),
        (skolekontakt(), [skjermet, aapen]),
        (skolekontakt(ANNEN_SKOLE), []),
    ]
    for hvem, ser in ventet:
        with som(hvem):
            assert list(Skolemelding.objects.order_by("pk")) == ser, hvem.rollenavn
