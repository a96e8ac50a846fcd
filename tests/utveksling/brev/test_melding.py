"""A letter that goes as a message here: sent once, with the way to the letter, opened and acknowledged."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev import actions
from integrering.utveksling.brev.actions import Bunkesvar
from integrering.utveksling.brev.models import Brev
from integrering.utveksling.meldinger.models import Melding, Mottak
from tests import fabrikk
from tests.tilskudd.sideverden import klient, les
from tests.utveksling.brev.brevhjelp import DAG, SKREVET, Som, lag_brev, mal, saksbehandler
from tests.utveksling.brev.test_sider import side

pytestmark = pytest.mark.django_db


@pytest.fixture
def av() -> Aktoer:
    """A case worker at the county."""
    return saksbehandler()


@pytest.fixture
def kommunen() -> Aktoer:
    """Somebody at Trondheim who reads."""
    return fabrikk.lag_aktoer()


def send(som: Som, av: Aktoer, brev: Brev) -> None:
    """Mark the letter as sent as a message, today."""
    with som(av):
        actions.merk_sendt(brev=brev, maate="melding", dato=timezone.localdate(), av=av)


def meldinger() -> list[Melding]:
    """Return all messages there are."""
    with kontekst(motor_kontekst()):
        return list(Melding.objects.select_related("samtale").order_by("id"))


def test_meldingen_sendes_med_brevet_en_gang(som: Som, av: Aktoer, kommunen: Aktoer) -> None:
    """To the recipient alone, with acknowledgement; marked again, nothing more is sent."""
    brev = lag_brev(av, tilstand="ferdig")
    send(som, av, brev)
    send(som, av, brev)
    [melding] = meldinger()
    assert (brev.tilstand, brev.sendemaate) == ("sendt", "melding")
    assert "«Samarbeid», vår ref. 2026/00001" in melding.tekst
    assert (melding.idempotens, melding.krever_kvittering) == (brev.noekkel, True)
    assert (melding.samtale.tittel, melding.samtale.emne) == ("Samarbeid", "annet")
    with kontekst(motor_kontekst()):
        assert Mottak.objects.get().virksomhet_id == kommunen.virksomhet_id


def test_paa_maalformen_til_brevet(som: Som, av: Aktoer, kommunen: Aktoer) -> None:
    """The message is in the letter's language, whatever the writer reads; the template gives the subject."""
    with kontekst(motor_kontekst()):
        Virksomhet.objects.filter(type="kommune", nummer="5001").update(maalform="nn")
    send(som, av, lag_brev(av, "dialogmoete", maalform="nn", tilstand="ferdig"))
    [melding] = meldinger()
    assert "De har fått eit brev frå oss" in melding.tekst
    assert melding.samtale.emne == "samarbeid"


def test_fra_brevet_til_kvitteringen(kommunen: Aktoer, av: Aktoer) -> None:
    """The municipality opens the letter from the message and acknowledges; the county sees it."""
    brev, fylket, dem = lag_brev(av, tilstand="ferdig"), klient(av), klient(kommunen)
    valg = les(fylket.get(side("brev_sendt", brev)))
    assert "Melding her i systemet" in valg
    i_dag = f"{timezone.localdate():%d.%m.%Y}"
    fylket.post(side("brev_sendt", brev), {"maate": "melding", "dato": i_dag})
    [melding] = meldinger()
    traaden = reverse("samtale", args=[melding.samtale.noekkel])
    assert melding.samtale.saksnummer in les(fylket.get(side("brev_vis", brev)))
    assert f'href="{side("brev_vis", brev)}"' in dem.get(traaden).content.decode()
    assert "Samarbeid" in les(dem.get(side("brev_vis", brev)))
    dem.post(reverse("melding_kvitter", args=[melding.noekkel]))
    vist = les(fylket.get(traaden))
    assert "Brev 2026/00001" in vist
    assert "Kvittert" in vist


def test_feiler_meldingen_er_brevet_ikke_sendt(som: Som, av: Aktoer, kommunen: Aktoer) -> None:
    """All in one transaction."""
    brev = lag_brev(av, tilstand="ferdig")
    with som(av), pytest.MonkeyPatch.context() as m:

        def nekt(**_: Any) -> None:
            raise Regelbrudd("Nei")

        m.setattr("integrering.utveksling.meldinger.actions.send", nekt)
        with pytest.raises(Regelbrudd, match="Nei"):
            actions.merk_sendt(brev=brev, maate="melding", dato=timezone.localdate(), av=av)
    with kontekst(motor_kontekst()):
        assert Brev.objects.get(pk=brev.pk).tilstand == "ferdig"
    assert meldinger() == []


# --- Where it is no choice ---
def tilbys(nett: Client, brev: Brev) -> bool:
    """Return whether the page offers a message."""
    return 'value="melding"' in nett.get(side("brev_sendt", brev)).content.decode()


def test_bare_til_dem_som_har_noen_som_leser(som: Som, av: Aktoer, kommunen: Aktoer) -> None:
    """Without users, or to a person, or to one the county may not write to: not offered, and refused."""
    nett, person = klient(av), fabrikk.lag_person()
    steinkjer = fabrikk.virksomhet(fabrikk.STEINKJER)
    with kontekst(motor_kontekst()):
        annet_fylke = Virksomhet.objects.create(type="fylkeskommune", nummer="98", navn="Et annet fylke")
    assert tilbys(nett, lag_brev(av, tilstand="ferdig"))
    assert tilbys(nett, lag_brev(av, "svar_opplysninger", person=person, tilstand="ferdig"))
    for brev in (
        lag_brev(av, til=steinkjer, tilstand="ferdig"),
        lag_brev(av, til=annet_fylke, tilstand="ferdig"),
        lag_brev(av, "person_brev", person=person, tilstand="ferdig"),
    ):
        assert not tilbys(nett, brev)
        with pytest.raises(Regelbrudd, match="kan ikke få brevet som melding her"):
            send(som, av, brev)
    assert meldinger() == []


def test_om_en_person_bare_til_kommunen_som_har_personen(som: Som, av: Aktoer) -> None:
    """Not to a school, nor to another municipality; about a protected person to nobody."""
    med = saksbehandler(skjermede=True)
    for rolle, sted in (
        (Rolle.SKOLEKONTAKT, fabrikk.SKOLE),
        (Rolle.KOMMUNE_FLYKTNINGTJENESTE, fabrikk.STEINKJER),
    ):
        fabrikk.lag_aktoer(rolle, sted)
        brev = lag_brev(
            av,
            "svar_opplysninger",
            til=fabrikk.virksomhet(sted),
            person=fabrikk.lag_person(),
            tilstand="ferdig",
        )
        with pytest.raises(Regelbrudd, match="som melding"):
            send(som, av, brev)
    fabrikk.lag_aktoer(skjermede=True)
    skjermet = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    brev = lag_brev(med, "svar_opplysninger", person=skjermet, tilstand="ferdig")
    assert not tilbys(klient(med), brev)
    with pytest.raises(Regelbrudd, match="som melding"):
        send(som, med, brev)


def test_meldingen_sendes_i_dag(som: Som, av: Aktoer, kommunen: Aktoer) -> None:
    """A day that has been is for letters somebody has sent by hand."""
    brev = lag_brev(av, tilstand="ferdig")
    with som(av), pytest.raises(Regelbrudd) as feil:
        actions.merk_sendt(brev=brev, maate="melding", dato=DAG, av=av)
    assert list(feil.value.meldinger) == ["dato"]


def test_emnet_er_lukket(som: Som, av: Aktoer, kommunen: Aktoer) -> None:
    """Administrators may close a subject: another is used, and the letter goes."""
    with pytest.MonkeyPatch.context() as m:
        m.setattr("integrering.utveksling.meldinger.kodeverk.kodevalg", lambda _: [("vedtak", "Vedtak")])
        send(som, av, lag_brev(av, tilstand="ferdig"))
    assert meldinger()[0].samtale.emne == "vedtak"


# --- Several at once ---
def test_samme_brev_til_flere_som_meldinger(som: Som, av: Aktoer, kommunen: Aktoer) -> None:
    """Each gets its own message; offered only when all have somebody who reads."""

    def bunke(*numre: str) -> Any:
        with som(av):
            return actions.bestill_bunke(
                noekkel=uuid4(), malversjon=mal("paaminning"), av=av,
                kommuner=[fabrikk.virksomhet(n) for n in numre],
                svar=Bunkesvar(dato=DAG, noeytral="nb", kontakt_navn="K", verdier=SKREVET["paaminning"]),
            )  # fmt: skip

    nett, sammen = klient(av), bunke("5001", "5006")
    adresse = reverse("brev_bunke_sendt", args=[sammen.noekkel])
    assert 'value="melding"' not in nett.get(adresse).content.decode()
    fabrikk.lag_aktoer(nummer=fabrikk.STEINKJER)
    assert 'value="melding"' in nett.get(adresse).content.decode()
    nett.post(adresse, {"maate": "melding", "dato": f"{timezone.localdate():%d.%m.%Y}"})
    assert [m.samtale.emne for m in meldinger()] == ["registrering", "registrering"]
    with kontekst(motor_kontekst()):
        assert set(sammen.brev.values_list("tilstand", flat=True)) == {"sendt"}
