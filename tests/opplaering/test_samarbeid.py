"""Oppfølging: kontakter og avtaler fra alle tre parter, oppgaven, og hvem som trenger oppfølging."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from opplaering.actions import samarbeid as actions
from opplaering.actions.samarbeid import KILDE, Avtaledata, Kontaktdata
from opplaering.models import Avtale, Samarbeidskontakt
from opplaering.queries.samarbeid import (
    avtaler_til,
    finn_avtale,
    finn_kontakt,
    kontakter_til,
    trenger_oppfoelging,
    versjoner_om,
)
from opplaering.rules.samarbeid import Avtalefakta, maa_gjoeres, over_frist
from opplaering.samarbeidshistorikk import hendelser
from tests.fabrikk import ANNEN_SKOLE, FYLKET, SKOLE, STEINKJER, TRONDHEIM, lag_aktoer, lag_person, virksomhet
from tests.nir.handling import Som, meldinger
from tests.opplaering.hjelp import I_DAG, lag_skolegang, skolekontakt
from tests.opplaering.soeknadshjelp import avtaledata, lag_avtale, lag_kontakt, om

pytestmark = pytest.mark.django_db

KARI = Kontaktdata(part="skole", navn="Kari Kontakt", telefon="73 00 00 00")


# --- Regelen ---


@pytest.mark.parametrize(
    ("frist", "ferdig", "oppgave", "for_sent"),
    [
        (None, None, False, False),
        (om(15), None, False, False),
        (om(14), None, True, False),
        (om(0), None, True, False),
        (om(-1), None, True, True),
        (om(-1), om(0), False, False),
    ],
)
def test_naar_en_avtale_er_en_oppgave(frist: Any, ferdig: Any, oppgave: bool, for_sent: bool) -> None:
    """To uker før fristen; for sent fra dagen etter den."""
    fakta = Avtalefakta(om(-30), frist, ferdig)
    assert (maa_gjoeres(fakta, I_DAG), over_frist(fakta, I_DAG)) == (oppgave, for_sent)


# --- Registrere, rette, annullere ---


def test_alle_tre_parter_leser_og_skriver(
    som: Som, koordinator: Aktoer, skolen: Aktoer, trondheim: Aktoer
) -> None:
    elev = lag_person()
    lag_skolegang(elev)
    for hvem in (koordinator, skolen, trondheim):
        lag_kontakt(elev, hvem, navn=f"Fra {hvem.virksomhet_navn}")
        lag_avtale(elev, hvem)
    for hvem in (koordinator, skolen, trondheim):
        with som(hvem):
            assert (len(kontakter_til(elev)), len(avtaler_til(elev))) == (3, 3)
            # også det de andre har skrevet, kan rettes
            for rad in avtaler_til(elev):
                data = avtaledata(hva=f"Ny, fra {hvem.rollenavn}")
                rett(rad, data, hvem)


def test_bare_den_som_har_deltakeren(som: Som, koordinator: Aktoer) -> None:
    elev = lag_person()
    lag_skolegang(elev)
    lag_avtale(elev, koordinator)
    for hvem in (skolekontakt(ANNEN_SKOLE), lag_aktoer(nummer=STEINKJER)):
        with som(hvem):
            assert avtaler_til(elev) == []
            with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                actions.registrer_avtale(person=elev, data=avtaledata(), av=hvem)
    raadgiver = lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with som(raadgiver), pytest.raises(IkkeTilgang):
        actions.registrer_avtale(person=elev, data=avtaledata(), av=raadgiver)


@pytest.mark.parametrize(
    ("felt", "endret"),
    [
        ("dato", {"dato": om(1), "frist": None}),
        ("frist", {"frist": om(-31)}),
        ("ferdig", {"ferdig": om(1)}),
        ("ferdig", {"ferdig": om(-31)}),
        ("ansvar", {"ansvar": "finnes_ikke"}),
        ("hva", {"hva": "Ringe 010199"}),
    ],
)
def test_en_avtale_som_ikke_kan_lagres(koordinator: Aktoer, felt: str, endret: dict[str, Any]) -> None:
    elev = lag_person()
    assert felt in meldinger(lambda: lag_avtale(elev, koordinator, **endret))


@pytest.mark.parametrize(
    ("felt", "endret"),
    [
        ("part", {"part": "finnes_ikke"}),
        ("navn", {"navn": "Kari 010199"}),
        ("stilling", {"stilling": "0101991"}),
    ],
)
def test_en_kontakt_som_ikke_kan_lagres(koordinator: Aktoer, felt: str, endret: dict[str, str]) -> None:
    elev = lag_person()
    assert felt in meldinger(lambda: lag_kontakt(elev, koordinator, **endret))


def rett(avtale: Avtale, data: Avtaledata, av: Aktoer, sett: int = 0) -> Avtale:
    """Correct an agreement, as the one who saw its newest version."""
    return actions.rett_avtale(
        registrering=avtale.registrering_id, sett=sett or avtale.pk, data=data, aarsak="Avtalt på nytt", av=av
    )


def test_rette_en_kontakt_og_den_som_kom_etter(som: Som, koordinator: Aktoer) -> None:
    elev = lag_person()
    foerst = lag_kontakt(elev, koordinator)
    ny = replace(KARI, telefon="73 11 11 11")

    def rettet(data: Kontaktdata, aarsak: str = "Nytt nummer") -> Samarbeidskontakt:
        return actions.rett_kontakt(
            registrering=foerst.registrering_id, sett=foerst.pk, data=data, aarsak=aarsak, av=koordinator
        )

    with som(koordinator):
        for data, aarsak, felt in ((KARI, "Nytt nummer", ""), (ny, " ", "aarsak"), (ny, "010199", "aarsak")):
            assert felt in meldinger(lambda data=data, aarsak=aarsak: rettet(data, aarsak))  # type: ignore[misc]
        naa = rettet(ny)
        assert finn_kontakt(elev, foerst.registrering_id) == naa
        assert (naa.telefon, naa.aarsak) == ("73 11 11 11", "Nytt nummer")
        with pytest.raises(Konflikt):
            rettet(replace(KARI, navn="Ola"))


def test_annullere_og_aa_rette_det_som_er_borte(som: Som, koordinator: Aktoer) -> None:
    elev = lag_person()
    kontakt, avtale = lag_kontakt(elev, koordinator), lag_avtale(elev, koordinator)
    with som(koordinator):
        for rad, annuller in ((kontakt, actions.annuller_kontakt), (avtale, actions.annuller_avtale)):
            hvilken: Any = {"registrering": rad.registrering_id, "sett": rad.pk, "av": koordinator}
            assert "aarsak" in meldinger(lambda a=annuller, h=hvilken: a(aarsak="", **h))  # type: ignore[misc]
            annuller(aarsak="Feil person", **hvilken)
        assert (kontakter_til(elev), avtaler_til(elev)) == ([], [])
        historikk = [(h.tittel, h.aarsak) for h in hendelser(*versjoner_om(elev))]
        assert historikk[:2] == [
            ("Avtalen gjelder ikke lenger", "Feil person"),
            ("Kontakten gjelder ikke lenger", "Feil person"),
        ]
        assert {tittel for tittel, _aarsak in historikk[2:]} == {"Ny avtale", "Ny kontakt"}
        assert finn_avtale(elev, avtale.registrering_id) is None
        with pytest.raises(Regelbrudd, match="gjelder ikke lenger"):
            rett(avtale, avtaledata(hva="Ny"), koordinator)
    assert oppgavene() == []


def test_databasen_sier_fra_i_ord(som: Som, koordinator: Aktoer) -> None:
    avtale = lag_avtale(lag_person(), koordinator)
    with som(koordinator), pytest.raises(Regelbrudd, match="ikke henger sammen"):
        rett(avtale, avtaledata(hva=""), koordinator)


# --- Oppgaven ---


def oppgavene() -> list[tuple[int, int | None, str]]:
    """Return organisation and person of the open tasks, and where they lead."""
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(kilde=KILDE, lukket__isnull=True).order_by("pk")
        return [(o.virksomhet_id, o.person_id, o.url) for o in rader]


@pytest.mark.parametrize(
    ("ansvar", "hvem", "med_person"),
    [
        ("kommune", TRONDHEIM, True),
        ("skole", SKOLE, False),
        ("fylke", FYLKET, True),
        # deltakeren har ingen oppgaveliste: den som skrev avtalen, følger opp
        ("deltaker", FYLKET, True),
    ],
)
def test_oppgaven_kommer_til_den_som_skal_gjoere_det(ansvar: str, hvem: str, med_person: bool) -> None:
    elev = lag_person()
    lag_skolegang(elev)
    lag_avtale(elev, ansvar=ansvar)
    url = f"/opplaering/samarbeid/{elev.noekkel}/"
    assert oppgavene() == [(virksomhet(hvem).pk, elev.pk if med_person else None, url)]


def test_ingen_oppgave_foer_det_er_to_uker_igjen() -> None:
    lag_avtale(lag_person(), frist=om(15))
    assert oppgavene() == []


def test_uten_skole_faar_fylket_oppgaven() -> None:
    elev = lag_person()
    lag_avtale(elev, ansvar="skole")
    assert oppgavene()[0][:2] == (virksomhet(FYLKET).pk, elev.pk)


def test_oppgaven_gaar_bort_naar_det_er_gjort(som: Som, trondheim: Aktoer) -> None:
    elev = lag_person()
    avtale = lag_avtale(elev)
    with som(trondheim):
        naa = finn_avtale(elev, avtale.registrering_id)
        assert naa is not None
        hvilken: Any = {"registrering": avtale.registrering_id, "av": trondheim}
        gjort = actions.avtale_gjort(sett=naa.pk, **hvilken)
        assert gjort.ferdig == I_DAG
        # en gang til gjør ingenting
        assert actions.avtale_gjort(sett=gjort.pk, **hvilken) == gjort
    assert oppgavene() == []
    # natten finner det samme
    oppdater_kilde(KILDE)
    assert oppgavene() == []


def test_en_rettet_avtale_er_samme_oppgave(som: Som, koordinator: Aktoer) -> None:
    avtale = lag_avtale(lag_person(), koordinator)
    with som(koordinator):
        rett(avtale, avtaledata(frist=om(3)), koordinator)
    with kontekst(motor_kontekst()):
        (oppgave,) = Oppgave.objects.filter(kilde=KILDE)
    assert (oppgave.frist, oppgave.emne_id) == (om(3), avtale.pk)


def test_skolen_faar_ingen_oppgave_om_en_skjermet() -> None:
    """Skolens oppgaver er uten person, så databasen kan ikke skjule den for dem uten tilgangen."""
    med = lag_aktoer(Rolle.OPPLAERINGSKOORDINATOR, skjermede=True)
    elev = lag_person(adressebeskyttelse="fortrolig")
    lag_skolegang(elev)
    lag_avtale(elev, med, ansvar="skole")
    assert oppgavene() == []
    lag_avtale(elev, med, ansvar="kommune")
    assert [o[:2] for o in oppgavene()] == [(virksomhet(TRONDHEIM).pk, elev.pk)]


# --- Hvem som trenger oppfølging ---


def test_de_med_avtaler_over_fristen(som: Som, koordinator: Aktoer, skolen: Aktoer) -> None:
    elev, annen = lag_person(etternavn="Elev"), lag_person(etternavn="Annen")
    lag_skolegang(elev)
    for frist, ferdig in ((om(-3), None), (om(-9), None), (om(-20), om(-1)), (om(0), None), (None, None)):
        lag_avtale(elev, koordinator, frist=frist, ferdig=ferdig)
    lag_avtale(annen, koordinator, frist=om(-1))
    for hvem, ventet in ((koordinator, {"Elev", "Annen"}), (skolen, {"Elev"})):
        with som(hvem):
            funnet: dict[str, Any] = {p.etternavn: p for p in trenger_oppfoelging(I_DAG)}
            assert set(funnet) == ventet
            assert (funnet["Elev"].frist, funnet["Elev"].antall) == (om(-9), 2)


def test_det_som_ikke_er_gjort_staar_foerst(som: Som, koordinator: Aktoer) -> None:
    elev = lag_person()
    for hva, frist, ferdig in (
        ("gjort", om(1), om(-1)), ("uten frist", None, None), ("snart", om(2), None), ("senere", om(9), None),
    ):  # fmt: skip
        lag_avtale(elev, koordinator, hva=hva, frist=frist, ferdig=ferdig)
    with som(koordinator):
        assert [a.hva for a in avtaler_til(elev)] == ["snart", "senere", "uten frist", "gjort"]
        assert Avtale.objects.count() == 4
        assert Samarbeidskontakt.objects.count() == 0
