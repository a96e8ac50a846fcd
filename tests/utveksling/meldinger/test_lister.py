"""Listene: tomme og fulle, filtre, faner, purring, søk."""

from __future__ import annotations

import pytest
from django.urls import reverse

from integrering.tilgang.models import Bruker
from integrering.utveksling.meldinger import lenker
from integrering.utveksling.meldinger.models import Mottak, Purring
from integrering.utveksling.meldinger.views import felles
from tests.fabrikk import FYLKET, STEINKJER, TRONDHEIM, aktoer, lag_aktoer, lag_bruker, virksomhet
from tests.grunnmur.html import side as krev_gyldig
from tests.nir.handling import Som
from tests.tilgang.hjelp import inn
from tests.utveksling.meldinger.post import forespoersel, lag_utkast, send
from tests.utveksling.meldinger.sider import hent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "navn", ["meldinger", "meldinger_sendt", "meldinger_utkast", "meldinger_venter", "forespoersler"]
)
def test_listene_er_tomme_og_fulle(saksbehandler: Bruker, trondheim: Bruker, navn: str) -> None:
    vi = inn(saksbehandler)
    assert 'class="tomt"' in hent(vi, navn)
    fylket = aktoer(saksbehandler)
    for _ in range(3):
        send(fylket, virksomhet(TRONDHEIM), virksomhet(STEINKJER), krever_kvittering=True)
        send(aktoer(trondheim), virksomhet(FYLKET))
        lag_utkast(fylket, virksomhet(TRONDHEIM))
        forespoersel(fylket)
    assert "<tbody" in hent(vi, navn)


@pytest.mark.parametrize(
    ("navn", "filter", "antall"),
    [
        ("meldinger", {"status": "ulest"}, 2), ("meldinger", {"status": "venter"}, 1),
        ("meldinger", {"emne": "fravaer"}, 1), ("meldinger", {"fra": "01.01.2020"}, 2),
        ("meldinger", {"fra": "01.01.2099"}, 0),
        ("meldinger_sendt", {"emne": "annet"}, 0), ("meldinger_sendt", {}, 1),
        ("forespoersler", {"status": "aapen"}, 1), ("forespoersler", {"status": "utlevert"}, 0),
        ("forespoersler", {"fra": "01.01.2099"}, 0), ("forespoersler", {"til": "01.01.2020"}, 0),
    ],
)  # fmt: skip
def test_filtrene(
    saksbehandler: Bruker, trondheim: Bruker, navn: str, filter: dict[str, str], antall: int
) -> None:
    fylket = aktoer(saksbehandler)
    send(fylket, virksomhet(TRONDHEIM), emne="fravaer", krever_kvittering=True)
    send(fylket, virksomhet(TRONDHEIM))
    send(aktoer(trondheim), virksomhet(FYLKET))
    forespoersel(aktoer(trondheim))
    side = hent(inn(trondheim), navn, sporring=filter)
    assert side.count('<th scope="row"') == antall


def test_filter_paa_virksomhet(saksbehandler: Bruker, trondheim: Bruker) -> None:
    send(aktoer(saksbehandler), virksomhet(TRONDHEIM))
    fra = str(aktoer(saksbehandler).virksomhet_id)
    assert '<th scope="row"' in hent(inn(trondheim), "meldinger", sporring={"virksomhet": fra})


def test_status_i_sendt(saksbehandler: Bruker, trondheim: Bruker) -> None:
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM), virksomhet(STEINKJER))
    vi, steinkjer = inn(saksbehandler), inn(lag_bruker(nummer=STEINKJER))
    assert "Ikke åpnet" in hent(vi, "meldinger_sendt")
    hent(inn(trondheim), "samtale", melding.samtale.noekkel)
    assert "Åpnet av noen" in hent(vi, "meldinger_sendt")
    hent(steinkjer, "samtale", melding.samtale.noekkel)
    assert "Åpnet av alle" in hent(vi, "meldinger_sendt")
    kvitteres = send(aktoer(saksbehandler), virksomhet(TRONDHEIM), krever_kvittering=True)
    inn(trondheim).post(reverse("melding_kvitter", args=[kvitteres.noekkel]))
    assert "Kvittert" in hent(vi, "meldinger_sendt")
    assert "Kvittert" in hent(inn(trondheim), "meldinger")


def test_kvittering_som_ingen_ba_om(trondheim: Bruker, saksbehandler: Bruker) -> None:
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM))
    adresse = reverse("melding_kvitter", args=[melding.noekkel])
    assert "ber ikke om kvittering" in inn(trondheim).post(adresse, follow=True).content.decode()
    assert inn(saksbehandler).post(adresse).status_code == 403
    assert inn(lag_bruker(nummer=STEINKJER)).post(adresse).status_code == 404


def test_purre_flere_med_bekreftelse(som: Som, saksbehandler: Bruker, trondheim: Bruker) -> None:
    send(aktoer(saksbehandler), virksomhet(TRONDHEIM), virksomhet(STEINKJER), krever_kvittering=True)
    vi, adresse = inn(saksbehandler), reverse("meldinger_purr")
    assert "Velg minst én rad." in vi.post(adresse, follow=True).content.decode()
    with som(aktoer(saksbehandler)):
        ider = [str(pk) for pk in Mottak.objects.values_list("pk", flat=True)]
    side = vi.post(adresse, {"valgt": ider}).content.decode()
    krev_gyldig(side)
    assert "Trondheim" in side and "Steinkjer" in side
    assert (
        "2 mottakere er purret"
        in vi.post(adresse, {"valgt": ider, "bekreft": "ja"}, follow=True).content.decode()
    )
    assert (
        "Ingen ble purret" in vi.post(adresse, {"valgt": ider, "bekreft": "ja"}, follow=True).content.decode()
    )
    assert "Ingen av dem kan purres" in vi.post(adresse, {"valgt": ider}).content.decode()
    with som(aktoer(saksbehandler)):
        assert Purring.objects.count() == 2
    assert "Velg minst én rad." in inn(trondheim).post(adresse, {"valgt": ider}, follow=True).content.decode()


def test_soek(som: Som, saksbehandler: Bruker) -> None:
    fylket = aktoer(saksbehandler)
    melding, sak = (
        send(fylket, virksomhet(TRONDHEIM), tittel="Plass på voksenopplæringen"),
        forespoersel(fylket),
    )
    aar, nr = melding.samtale.saksnummer.split("/")
    with som(fylket):
        for tekst in (f"{aar}/{int(nr)}", f" {aar}-{nr} ", "voksenoppl"):
            (treff,) = lenker.soek_meldinger(tekst, fylket, 5)
            assert treff.url == reverse("samtale", args=[melding.samtale.noekkel])
            assert treff.eksakt is (tekst != "voksenoppl")
        assert lenker.soek_forespoersler(sak.saksnummer, fylket, 5)[0].eksakt
        assert lenker.soek_forespoersler("prøvedal", fylket, 5)[0].tekst == sak.saksnummer
    with som(lag_aktoer(nummer=STEINKJER)):
        assert lenker.soek_meldinger(melding.samtale.saksnummer, fylket, 5) == []


def test_faner_teller_til_999(monkeypatch: pytest.MonkeyPatch, som: Som, saksbehandler: Bruker) -> None:
    monkeypatch.setattr(felles, "TELL_TIL", 0)
    fylket = aktoer(saksbehandler)
    send(fylket, virksomhet(TRONDHEIM))
    with som(fylket):
        assert [f_["antall"] for f_ in felles.faner(fylket, "meldinger")] == ["0", "0+", "0", "0"]
