"""Agreements, activities, and what others show of them."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.frivillighet import actions, tall
from regionalt.frivillighet.baerere import avtalen
from regionalt.frivillighet.models import Avtale, Avtalevedlegg
from regionalt.kodeverk import Tema
from tests.fabrikk import ORGANISASJON, TRONDHEIM, lag_aktoer, lag_bruker
from tests.frivillighet.hjelp import (
    ANNEN,
    I_DAG,
    avtaledata,
    lag_aktivitet,
    lag_avtale,
    lag_organisasjon,
    om,
    saksbehandler,
    trondheim,
)
from tests.ledelse.hjelp import hjuldagene, lederens_tall
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _adresse(hva: str, avtale: Avtale) -> str:
    return reverse(f"frivillighet:{hva}", args=[avtale.noekkel])


def _oppgaver() -> list[tuple[str, Any, bool]]:
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(regel="FRIVILLIGHET_AVTALE").order_by("pk")
        return [(o.url, o.frist, o.lukket is None) for o in rader]


def _svar(klient: Client, **felt: Any) -> dict[str, Any]:
    hun = klient.session["_auth_user_id"]
    return {"tittel": "Avtale om kafé", "fra": f"{I_DAG:%d.%m.%Y}", "ansvarlig": hun} | felt


def test_en_avtale_blir_en_oppgave_til_den_er_gjennomgaatt(klient: Client) -> None:
    lag_organisasjon()
    adresse = reverse("frivillighet:avtale_ny", args=[ORGANISASJON])
    assert klient.get(adresse).status_code == 200
    svar = _svar(klient, innsending=uuid.uuid4(), gjennomgang=f"{om(10):%d.%m.%Y}")
    her = klient.post(adresse, svar)["Location"]
    assert klient.post(adresse, svar)["Location"] == her
    assert _oppgaver() == [(her, om(10), True)]
    assert "Avtale om kafé" in klient.get(her).content.decode()
    gjennomgang = her + "gjennomgang/"
    assert klient.get(gjennomgang).status_code == 200
    for felt, status in (
        ({"neste": f"{I_DAG:%d.%m.%Y}", "versjon": 1}, 422),
        ({"neste": "", "versjon": 7}, 409),
        ({"neste": f"{om(400):%d.%m.%Y}", "versjon": 1, "merknad": "Vi fortsetter."}, 302),
    ):
        assert klient.post(gjennomgang, felt).status_code == status
    assert _oppgaver() == [(her, om(10), False)]
    assert "Vi fortsetter." in klient.get(her).content.decode()


def test_feil_i_avtalen_sies_ved_feltet(klient: Client) -> None:
    lag_organisasjon()
    ute = lag_bruker()
    for felt, tekst in (
        ({"til": f"{om(-1):%d.%m.%Y}"}, "Den siste dagen kan ikke være før den første."),
        ({"gjennomgang": f"{om(-1):%d.%m.%Y}"}, "Gjennomgangen kan ikke være før avtalen begynner."),
        ({"innhold": "Om 01019012345"}, "Ta ut nummeret."),
        ({"ansvarlig": ute.pk}, 'href="#id_ansvarlig"'),
    ):
        svar = klient.post(reverse("frivillighet:avtale_ny", args=[ORGANISASJON]), _svar(klient, **felt))
        assert svar.status_code == 422 and tekst in svar.content.decode(), felt


def test_den_som_har_sluttet_kan_staa_til_en_annen_faar_avtalen() -> None:
    avtale, av, ute = lag_avtale(lag_organisasjon()), saksbehandler(), lag_aktoer()
    with kontekst(kontekst_for(av)):
        data = avtaledata(av, ansvarlig_id=avtale.ansvarlig_id, tittel="Nytt navn")
        actions.endre_avtale(avtale=avtale, versjon=1, data=data, av=av)
        assert avtale.tittel == "Nytt navn"
        with pytest.raises(Regelbrudd) as feil:
            actions.endre_avtale(avtale=avtale, versjon=2, data=avtaledata(ute), av=av)
        assert "ansvarlig" in feil.value.meldinger


def test_avtalen_endres(klient: Client) -> None:
    avtale = lag_avtale(lag_organisasjon(), til=om(400))
    adresse = _adresse("avtale_endre", avtale)
    assert "Samarbeid om språkkafé" in klient.get(adresse).content.decode()
    svar = _svar(klient, versjon=1, til=f"{om(20):%d.%m.%Y}")
    assert klient.post(adresse, svar)["Location"] == _adresse("avtale", avtale)
    assert "Går snart ut" in klient.get(_adresse("avtale", avtale)).content.decode()
    assert klient.post(adresse, svar).status_code == 409
    assert antall_spoerringer(klient, _adresse("avtale", avtale)) <= 10


def test_filene_er_mellom_dem_som_har_avtalen(klient: Client) -> None:
    avtale = lag_avtale(lag_organisasjon())
    adresse = _adresse("avtale_vedlegg", avtale)
    assert "Legg ikke ved noe som handler om én person." in klient.get(adresse).content.decode()
    assert klient.post(adresse).status_code == 422
    fil = SimpleUploadedFile("avtale.pdf", PDF, "application/pdf")
    assert klient.post(adresse, {"vedlegg": [fil]}).status_code == 302
    byen, laget = lag_aktoer(), lag_aktoer(Rolle.ORGANISASJON_SOEKER)
    with kontekst(kontekst_for(laget)):
        lenke = Avtalevedlegg.objects.select_related("vedlegg").get()
        baerer = avtalen(lenke.vedlegg, laget)
        assert baerer is not None and baerer.url == _adresse("avtale", avtale)
        assert avtalen(lenke.vedlegg, byen) is None
    for hvem, ser in ((Rolle.ORGANISASJON_SOEKER, True), (Rolle.KOMMUNE_FLYKTNINGTJENESTE, False)):
        side = inn(lag_bruker(hvem)).get(_adresse("avtale", avtale)).content.decode()
        assert ("avtale.pdf" in side) is ser
    with kontekst(kontekst_for(saksbehandler())):
        annen = lenke.vedlegg
        annen.pk = 0
        assert avtalen(annen, saksbehandler()) is None


def test_listen_over_avtaler(klient: Client) -> None:
    laget = lag_organisasjon()
    lag_avtale(laget)
    lag_avtale(laget, tittel="Gammel avtale", til=om(-1))
    lag_avtale(laget, tittel="Ny avtale fra høsten", fra=om(5))
    side = klient.get(reverse("frivillighet:avtaler")).content.decode()
    assert "Samarbeid om språkkafé" in side and "Begynner senere" in side and "Gammel avtale" not in side
    alle = klient.get(reverse("frivillighet:avtaler"), {"utloept": "on"}).content.decode()
    assert "Gammel avtale" in alle and "Utløpt" in alle


def test_aktiviteter_har_bare_tall(klient: Client) -> None:
    laget = lag_organisasjon()
    adresse = reverse("frivillighet:aktivitet_ny", args=[ORGANISASJON])
    assert "Bare antallet, aldri navn." in klient.get(adresse).content.decode()
    svar: dict[str, Any] = {
        "tittel": "Turgruppe", "tema": "helse", "kommune": trondheim().pk, "fra": f"{om(-3):%d.%m.%Y}",
        "deltakere": 12, "innsending": uuid.uuid4(),
    }  # fmt: skip
    for felt, tekst in (
        ({"til": f"{om(-4):%d.%m.%Y}"}, "Den siste dagen kan ikke være før den første."),
        ({"avlyst": "on"}, "Aktiviteten er avlyst. Ta ut tallet."),
        ({"fra": f"{om(1):%d.%m.%Y}"}, "Aktiviteten har ikke begynt."),
        ({"tittel": "Tur med 010190 12345"}, "Ta ut nummeret."),
    ):
        nei = klient.post(adresse, svar | felt)
        assert nei.status_code == 422 and tekst in nei.content.decode(), felt
    assert klient.post(adresse, svar).status_code == 302
    lag_aktivitet(laget, tittel="Kommende kafé", fra=om(3))
    lag_aktivitet(laget, tittel="Avlyst kafé", avlyst=True)
    valgt = {"tema": "helse", "kommune": str(trondheim().pk)}
    side = klient.get(reverse("frivillighet:aktiviteter"), valgt)
    assert "Turgruppe" in side.content.decode() and "Kommende kafé" not in side.content.decode()
    alle = klient.get(reverse("frivillighet:aktiviteter")).content.decode()
    assert "Planlagt" in alle and "Avlyst" in alle and "Gjennomført" in alle
    i_aar = klient.get(reverse("frivillighet:aktiviteter"), {"aar": om(-3).year}).content.decode()
    assert "Turgruppe" in i_aar
    assert klient.get(reverse("frivillighet:aktiviteter"), {"aar": 1999}).status_code == 422


def test_en_aktivitet_endres(klient: Client) -> None:
    aktivitet = lag_aktivitet(lag_organisasjon())
    adresse = reverse("frivillighet:aktivitet_endre", args=[aktivitet.noekkel])
    assert "Språkkafé" in klient.get(adresse).content.decode()
    svar = {
        "tittel": "Språkkafé",
        "tema": "norsk",
        "fra": f"{om(-10):%d.%m.%Y}",
        "deltakere": 31,
        "versjon": 1,
    }
    assert klient.post(adresse, svar).status_code == 302
    laget = reverse("frivillighet:organisasjon", args=[ORGANISASJON])
    assert "31" in klient.get(laget).content.decode()
    assert klient.post(adresse, svar).status_code == 409
    for navn in ("avtale", "aktivitet_endre"):
        assert klient.get(reverse(f"frivillighet:{navn}", args=[uuid.uuid4()])).status_code == 404


def test_panelet_paa_siden_til_kommunen(klient: Client) -> None:
    adresse = reverse("kommune", args=[TRONDHEIM])
    assert "Ingen frivillige organisasjoner er registrert" in klient.get(adresse).content.decode()
    laget = lag_organisasjon()
    lag_organisasjon(ANNEN, navn="Fjordlaget", aktiv_til=om(-1))
    lag_avtale(laget)
    lag_avtale(laget, tittel="Gammel avtale", til=om(-1))
    for leser in (klient, inn(lag_bruker())):
        side = leser.get(adresse).content.decode()
        assert "Prøvelaget" in side and "Samarbeid om språkkafé" in side
        assert "Fjordlaget" not in side and "Gammel avtale" not in side
    assert antall_spoerringer(klient, adresse) <= 10


def test_lederens_tall_hjulet_og_rapporten() -> None:
    laget, av = lag_organisasjon(), saksbehandler()
    lag_avtale(laget, gjennomgang=om(-1))
    lag_avtale(laget, til=om(30), gjennomgang=om(400))
    lag_avtale(laget, til=om(-1), gjennomgang=om(-2))
    lag_aktivitet(laget, fra=I_DAG, deltakere=1200)
    lag_aktivitet(laget, fra=I_DAG, avlyst=True)
    with kontekst(kontekst_for(av)):
        over, deltok = lederens_tall("frivillige_avtaler"), lederens_tall("frivillig_deltakelse")
        assert over is not None and (over.verdi, over.farge) == ("1 avtale", "warning")
        assert deltok is not None and (deltok.verdi, deltok.detalj) == ("1\xa0200", "1 aktivitet")
        dager = [(d.dato, d.tittel, d.frist) for d in hjuldagene("frivillighet", om(-1), om(30))]
        assert dager == [
            (om(-1), "Gjennomgå avtalen med Prøvelaget", True),
            (om(30), "Avtalen med Prøvelaget går ut", False),
            (om(-1), "Avtalen med Prøvelaget går ut", False),
        ]
        organisasjoner, aktiviteter = tall.kapittel(I_DAG.year)
    assert organisasjoner.rader[:2] == (("Paraplyorganisasjon", 0), ("Lokal organisasjon", 1))
    assert aktiviteter.rader == ((str(Tema.NORSK.label), 1, 1200),)


def test_uten_noe_er_tallene_null() -> None:
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        over, deltok = lederens_tall("frivillige_avtaler"), lederens_tall("frivillig_deltakelse")
    assert over is not None and (over.verdi, over.farge) == ("0 avtaler", "success")
    assert deltok is not None and (deltok.verdi, deltok.url) == ("0", "")
