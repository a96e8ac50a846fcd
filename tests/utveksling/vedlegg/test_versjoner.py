"""Versjonene av en fil: siden, ny versjon til det den henger på er sendt, og hvem som ser de eldre."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev import actions as brevactions
from integrering.utveksling.meldinger import actions as meldinger
from integrering.utveksling.moeter import actions as moeter
from integrering.utveksling.moeter.models import Moete
from integrering.utveksling.vedlegg import actions, queries
from integrering.utveksling.vedlegg.models import Vedlegg
from tests.fabrikk import FYLKET, STEINKJER, lag_aktoer, lag_person, virksomhet
from tests.nir.handling import Som
from tests.tilskudd.sideverden import klient, les, rader
from tests.utveksling.brev.brevhjelp import lag_brev, saksbehandler
from tests.utveksling.meldinger.post import innkommet, lag_utkast
from tests.utveksling.moeter.hjelp import inviter, lag_moete
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db
NY = "Timeplan ny.pdf"


@pytest.fixture
def vi() -> Aktoer:
    return lag_aktoer()


def eneste() -> Vedlegg:
    """The only file there is."""
    with kontekst(motor_kontekst()):
        return Vedlegg.objects.get()


def adresse(vedlegg: Vedlegg) -> str:
    return reverse("vedlegg_versjoner", args=[vedlegg.noekkel])


def last_opp(nett: Client, vedlegg: Vedlegg, *filer: Any) -> Any:
    return nett.post(adresse(vedlegg), {"vedlegg": filer[0]} if filer else {})


def moete_med_fil(vi: Aktoer) -> Moete:
    """A meeting of ours with the county, with one file."""
    moete = lag_moete(vi, deltakere=inviter(FYLKET))
    with kontekst(kontekst_for(vi)):
        moeter.legg_ved_moetet(moete=moete, filer=[f.opplastet("Timeplan.pdf")], av=vi)
    return moete


# --- Fra utkastet til den nye versjonen ---
def test_ny_versjon_av_vedlegget_til_en_melding(vi: Aktoer) -> None:
    """Fra utkastet til siden og tilbake; mottakeren får den nyeste, og bare den."""
    utkast = lag_utkast(vi, virksomhet(FYLKET), filer=[f.opplastet("Timeplan.pdf")])
    nett, fil, fylket = klient(vi), eneste(), saksbehandler()
    skrivesiden = reverse("melding_utkast", args=[utkast.noekkel])
    assert adresse(fil) in nett.get(skrivesiden).content.decode()
    assert "Utkast til melding" in nett.get(adresse(fil)).content.decode()
    svar = last_opp(nett, fil, f.opplastet(NY, f.PDF))
    assert svar.headers["Location"] == skrivesiden
    assert f"{NY} (" in les(nett.get(skrivesiden))
    with kontekst(kontekst_for(vi)):
        melding = meldinger.send(noekkel=utkast.noekkel, versjon=utkast.versjon, av=vi)
    vist = les(nett.get(adresse(fil)))
    assert "Vedlegget er låst" in vist
    assert "Timeplan.pdf" in vist
    assert "Ny fil" not in vist
    assert "er sendt og kan ikke endres" in les(last_opp(nett, fil, f.opplastet("c.pdf")), 422)
    traaden = reverse("samtale", args=[melding.samtale.noekkel])
    assert "Versjoner Timeplan ny.pdf" in les(nett.get(traaden))
    hos_fylket = klient(fylket)
    assert "Versjoner" not in les(hos_fylket.get(traaden))
    assert len(rader(hos_fylket.get(adresse(fil)), "Versjonene")) == 2
    assert "Dere ser den nyeste versjonen" in les(hos_fylket.get(adresse(fil)))
    assert hos_fylket.get(reverse("vedlegg", args=[fil.noekkel]) + "?versjon=1").status_code == 404
    assert hos_fylket.get(reverse("vedlegg", args=[fil.noekkel]) + "?versjon=2").status_code == 200


def test_ny_versjon_av_vedlegget_til_et_brev() -> None:
    """Utkastet får den; det ferdige brevet ikke. Kommunen ser ikke den gamle."""
    av = saksbehandler()
    brev, nett = lag_brev(av, filer=[f.opplastet("Timeplan.pdf")]), klient(av)
    fil, brevsiden = eneste(), reverse("brev_vis", args=[brev.noekkel])
    assert "Ny versjon Timeplan.pdf" in les(nett.get(brevsiden))
    assert last_opp(nett, fil, f.opplastet(NY)).headers["Location"] == brevsiden
    assert "versjon 2)" in les(nett.get(brevsiden))
    with kontekst(kontekst_for(av)):
        brev.refresh_from_db()
        brevactions.ferdigstill(brev=brev, versjon=brev.versjon, av=av)
        brevactions.merk_sendt(brev=brev, maate="papir", dato=brev.dato, av=av)
    assert last_opp(nett, fil, f.opplastet("c.pdf")).status_code == 422
    kommunen = klient(lag_aktoer())
    assert (
        kommunen.get(reverse("vedlegg", args=[fil.noekkel]))
        .headers["Content-Disposition"]
        .endswith(f'"{NY}"')
    )
    assert kommunen.get(reverse("vedlegg", args=[fil.noekkel]) + "?versjon=1").status_code == 404


def test_ny_versjon_av_vedlegget_til_et_moete(vi: Aktoer, som: Som) -> None:
    """Så lenge møtet er åpent; bare den som la den ved."""
    moete = moete_med_fil(vi)
    nett, fil, moetesiden = klient(vi), eneste(), reverse("moete", args=[moete.noekkel])
    assert "Ny versjon Timeplan.pdf" in les(nett.get(moetesiden))
    fylket = saksbehandler()
    assert "Ny versjon" not in les(klient(fylket).get(moetesiden))
    assert last_opp(klient(fylket), fil, f.opplastet(NY)).status_code == 403
    assert last_opp(nett, fil, f.opplastet(NY)).headers["Location"] == moetesiden
    with kontekst(motor_kontekst()):
        Moete.objects.filter(pk=moete.pk).update(tilstand="avlyst", avlyst_grunn="Sykdom")
    assert "Ny versjon" not in les(nett.get(moetesiden))
    assert "er låst" in les(last_opp(nett, fil, f.opplastet("c.pdf")), 422)


def test_vedlegget_til_en_forespoersel_er_laast(vi: Aktoer) -> None:
    """Det ble arkivert med forespørselen; siden viser veien tilbake."""
    with kontekst(kontekst_for(vi)):
        sak = meldinger.registrer_forespoersel(
            noekkel=uuid.uuid4(), felter=innkommet(), personer=(), av=vi, filer=[f.opplastet("spm.pdf")]
        )
    nett = klient(vi)
    svar = nett.get(adresse(eneste()))
    assert "Vedlegget er låst" in les(svar)
    assert reverse("forespoersel", args=[sak.noekkel]) in svar.content.decode()


# --- Siden selv ---
def test_en_fil_som_ikke_henger_paa_noe(som: Som, vi: Aktoer) -> None:
    """Siden er sin egen vei tilbake; samme fil på nytt er ingen ny versjon; feil står ved feltet."""
    with som(vi):
        fil = actions.legg_ved(fil=f.opplastet("Timeplan.pdf"), av=vi)
    nett = klient(vi)
    assert "Velg minst én fil." in les(last_opp(nett, fil), 422)
    assert "Filen har makroer" in les(last_opp(nett, fil, f.opplastet("a.docm", f.docm())), 422)
    svar = nett.post(adresse(fil), {"vedlegg": f.opplastet("Timeplan.pdf")}, follow=True)
    assert "Ingen ny versjon er lagret" in svar.content.decode()
    svar = nett.post(adresse(fil), {"vedlegg": f.opplastet(NY)}, follow=True)
    assert "Versjon 2 av «Timeplan ny.pdf» er lagret" in svar.content.decode()
    [_, nyeste, eldste] = rader(svar, "Versjonene")
    assert nyeste.startswith(f"2 {NY} Kari Prøve")
    assert eldste.startswith("1 Timeplan.pdf Kari Prøve")
    with som(vi):
        assert [v.nummer for v in queries.versjoner_av(fil)] == [2, 1]


@pytest.mark.parametrize("rolle", [Rolle.FYLKE_SAKSBEHANDLER, Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER])
def test_andre_finner_ikke_siden(som: Som, vi: Aktoer, rolle: Rolle) -> None:
    with som(vi):
        fil = actions.legg_ved(fil=f.opplastet(), av=vi)
    for andre in (lag_aktoer(rolle), lag_aktoer(nummer=STEINKJER)):
        assert klient(andre).get(adresse(fil)).status_code == 404
        assert last_opp(klient(andre), fil, f.opplastet(NY)).status_code == 404
    assert klient(vi).get(reverse("vedlegg_versjoner", args=[uuid.uuid4()])).status_code == 404


def test_skolen_har_ogsaa_versjoner_av_sitt(som: Som) -> None:
    """Den har ingen vei til forespørsler, og siden spør ikke etter dem."""
    skolen = lag_aktoer(Rolle.SKOLEKONTAKT)
    with som(skolen):
        fil = actions.legg_ved(fil=f.opplastet(), av=skolen)
    assert last_opp(klient(skolen), fil, f.opplastet(NY)).status_code == 302


def test_oppslag_om_en_person_logges(som: Som, vi: Aktoer) -> None:
    person = lag_person()
    with som(vi):
        fil = actions.legg_ved(fil=f.opplastet(), av=vi, person_id=person.pk)
    klient(vi).get(adresse(fil))
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.get(person_id=person.pk).hvor == "vedlegg"


def test_handlingen_ser_selv_hva_filen_henger_paa(vi: Aktoer, som: Som) -> None:
    """Ikke bare siden: en fil til et avlyst møte får ingen ny versjon."""
    moete = moete_med_fil(vi)
    with kontekst(motor_kontekst()):
        Moete.objects.filter(pk=moete.pk).update(tilstand="avlyst", avlyst_grunn="Sykdom")
    with som(vi), pytest.raises(Regelbrudd) as feil:
        actions.ny_versjon(vedlegg=eneste(), fil=f.opplastet(NY), av=vi)
    assert list(feil.value.meldinger) == ["vedlegg"]
