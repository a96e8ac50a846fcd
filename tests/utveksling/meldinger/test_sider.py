"""Sidene: fra utkast til kvittering, tomme og avviste tilstander, konflikt, søk, personside."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.nir.models import Personopplysning
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger import lenker
from integrering.utveksling.meldinger.models import (
    Forespoersel,
    Melding,
    Mottak,
    Overlevering,
    Purring,
    Utkast,
)
from integrering.utveksling.meldinger.views import felles
from integrering.utveksling.vedlegg.models import Vedlegg
from tests.fabrikk import (
    FYLKET,
    ORGANISASJON,
    SKOLE,
    STEINKJER,
    TRONDHEIM,
    aktoer,
    lag_aktoer,
    lag_bruker,
    lag_person,
    rett,
    virksomhet,
)
from tests.grunnmur.html import side as krev_gyldig
from tests.nir.handling import Som
from tests.tilgang.hjelp import inn
from tests.utveksling.meldinger.post import forespoersel, lag_utkast, mottak, send
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def saksbehandler() -> Bruker:
    return lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)


@pytest.fixture
def trondheim() -> Bruker:
    return lag_bruker()


def _hent(
    klient: Client, navn: str, *args: Any, status: int = 200, sporring: dict[str, str] | None = None
) -> str:
    svaret = klient.get(reverse(navn, args=args), sporring)
    assert svaret.status_code == status, navn
    tekst = svaret.content.decode()
    krev_gyldig(tekst)
    return tekst


def _utkast(**felt: Any) -> dict[str, Any]:
    return {
        "noekkel": str(uuid.uuid4()), "versjon": "0", "mottakere": [str(virksomhet(TRONDHEIM).pk)],
        "emne": "opplaering", "tittel": "", "tekst": "Kan dere se på dette?", "referanse": "",
    } | felt  # fmt: skip


def test_fra_utkast_til_kvittering(som: Som, saksbehandler: Bruker, trondheim: Bruker) -> None:
    vi, de = inn(saksbehandler), inn(trondheim)
    assert "Trondheim" in _hent(vi, "melding_ny")
    felt = _utkast(krever_kvittering="on", filer=f.opplastet(), send="send")
    svaret = vi.post(reverse("melding_ny"), felt)
    assert svaret.status_code == 302, svaret.content.decode()
    kontroll = svaret["Location"]
    side = vi.get(kontroll).content.decode()
    krev_gyldig(side)
    assert "vedtak.pdf" in side and "Trondheim" in side and "kvittere innen" in side
    sendt = vi.post(kontroll, {"bekreft": "ja", "versjon": "1"})
    igjen = vi.post(kontroll, {"bekreft": "ja", "versjon": "1"})
    assert sendt["Location"] == igjen["Location"], "dobbeltklikk: samme melding"
    assert vi.post(reverse("melding_ny"), felt)["Location"] == sendt["Location"], "tilbake og send igjen"
    assert vi.get(reverse("melding_utkast", args=[felt["noekkel"]]))["Location"] == sendt["Location"]
    with som(aktoer(saksbehandler)):
        melding = Melding.objects.select_related("samtale").get()
    assert "Kan dere se på dette?" in vi.get(sendt["Location"]).content.decode()
    assert mottak(melding, aktoer(trondheim)).aapnet is None, "avsenderen åpner ikke for mottakeren"
    assert "Ikke åpnet" in _hent(vi, "meldinger_sendt") or "Venter" in _hent(vi, "meldinger_sendt")
    # the recipient: list, thread, button
    assert melding.samtale.saksnummer in _hent(de, "meldinger")
    de.head(sendt["Location"])
    assert mottak(melding, aktoer(trondheim)).aapnet is None
    samtale = de.get(sendt["Location"]).content.decode()
    krev_gyldig(samtale)
    assert "Kvitter for mottatt" in samtale
    rad = mottak(melding, aktoer(trondheim))
    assert (rad.aapnet_av_id, rad.kvittert) == (trondheim.pk, None)
    de.post(reverse("melding_kvitter", args=[melding.noekkel]))
    assert mottak(melding, aktoer(trondheim)).kvittert_av_id == trondheim.pk
    etter = _hent(vi, "samtale", melding.samtale.noekkel)
    assert "Kvittert" in etter and str(trondheim) in etter
    # the file goes with the message, to those who take part only
    with som(aktoer(saksbehandler)):
        fil = Vedlegg.objects.get()
    assert de.get(reverse("vedlegg", args=[fil.noekkel])).content == f.PDF
    assert inn(lag_bruker(nummer=STEINKJER)).get(reverse("vedlegg", args=[fil.noekkel])).status_code == 404


def test_svar_i_samtalen(saksbehandler: Bruker, trondheim: Bruker) -> None:
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM))
    de = inn(trondheim)
    assert "Svar i" in _hent(de, "samtale_svar", melding.samtale.noekkel)
    felt = _utkast(tekst="Ja, vi ser på det.")
    del felt["mottakere"], felt["emne"]
    kontroll = de.post(reverse("samtale_svar", args=[melding.samtale.noekkel]), felt)["Location"]
    de.post(kontroll, {"bekreft": "ja", "versjon": "1"})
    assert "Ja, vi ser på det." in _hent(inn(saksbehandler), "samtale", melding.samtale.noekkel)


def test_det_som_mangler_sies_foer_sending_og_skjemaet_beholder_teksten(saksbehandler: Bruker) -> None:
    vi = inn(saksbehandler)
    kontroll = vi.post(reverse("melding_ny"), _utkast(emne="", mottakere=[]))["Location"]
    svaret = vi.get(kontroll)
    side = svaret.content.decode()
    krev_gyldig(side)
    assert svaret.status_code == 422
    for tekst in ("Velg minst én mottaker.", "Velg emne.", "Kan dere se på dette?", "Feil: "):
        assert tekst in side, tekst


def test_ugyldig_fil_og_skjema_avvises_med_teksten_i_behold(som: Som, saksbehandler: Bruker) -> None:
    vi = inn(saksbehandler)
    svaret = vi.post(reverse("melding_ny"), _utkast(filer=f.opplastet("makro.docm", f.docm())))
    side = svaret.content.decode()
    assert svaret.status_code == 422 and "makro.docm: Filen har makroer." in side and "Kan dere se" in side
    assert vi.post(reverse("melding_ny"), _utkast(tittel="a" * 101)).status_code == 422
    assert vi.post(reverse("melding_ny"), {"noekkel": "tull"}).status_code == 422
    with som(aktoer(saksbehandler)):
        assert Utkast.objects.count() == Vedlegg.objects.count() == 0


def test_lagres_av_seg_selv_og_sier_fra_om_konflikt(som: Som, saksbehandler: Bruker) -> None:
    vi, felt, adresse = inn(saksbehandler), _utkast(), reverse("melding_ny")
    htmx: dict[str, Any] = {"headers": {"HX-Request": "true"}}
    assert "Lagret kl. " in (tekst := vi.post(adresse, felt, **htmx).content.decode())
    assert 'value="1"' in tekst and "hx-swap-oob" in tekst
    assert 'value="2"' in vi.post(adresse, felt | {"versjon": "1", "tekst": "Mer"}, **htmx).content.decode()
    assert "har endret utkastet" in vi.post(adresse, felt | {"versjon": "1"}, **htmx).content.decode()
    assert "Ikke lagret" in vi.post(adresse, felt | {"tittel": "a" * 101}, **htmx).content.decode()
    svaret = vi.post(adresse, felt | {"versjon": "1", "tekst": "Mitt", "lagre": "lagre"})
    side = svaret.content.decode()
    krev_gyldig(side)
    assert svaret.status_code == 409 and "Mer" in side and "Mitt" in side
    igjen = vi.post(adresse, felt | {"versjon": "2", "tekst": "Mitt", "lagre": "lagre"}, follow=True)
    assert "Utkastet er lagret kl." in igjen.content.decode()
    with som(aktoer(saksbehandler)):
        assert Utkast.objects.get().tekst == "Mitt"


def test_endret_etter_kontroll_maa_kontrolleres_igjen(saksbehandler: Bruker) -> None:
    utkast = lag_utkast(aktoer(saksbehandler), virksomhet(TRONDHEIM))
    adresse = reverse("melding_send", args=[utkast.noekkel])
    svaret = inn(saksbehandler).post(adresse, {"bekreft": "ja", "versjon": "7"}, follow=True)
    assert "endret etter at du kontrollerte" in svaret.content.decode()


def test_advarsler_foer_sending(saksbehandler: Bruker) -> None:
    utkast = lag_utkast(aktoer(saksbehandler), virksomhet(STEINKJER), virksomhet(SKOLE))
    side = _hent(inn(saksbehandler), "melding_send", utkast.noekkel)
    assert "Steinkjer har ingen brukere ennå; de ser meldingen når noen får tilgang." in side
    assert "ser bare det du skriver" in side


def test_slett_utkast_i_to_steg(som: Som, saksbehandler: Bruker) -> None:
    utkast = lag_utkast(aktoer(saksbehandler), virksomhet(TRONDHEIM), filer=[f.opplastet()])
    vi, adresse = inn(saksbehandler), reverse("melding_utkast_slett", args=[utkast.noekkel])
    assert "slettes for godt" in _hent(vi, "melding_utkast_slett", utkast.noekkel)
    assert "vedtak.pdf" in _hent(vi, "melding_utkast", utkast.noekkel)
    vi.post(adresse, {"bekreft": "ja"})
    with som(aktoer(saksbehandler)):
        assert Utkast.objects.count() == 0
    assert vi.get(adresse).status_code == 404


@pytest.mark.parametrize(
    "navn", ["meldinger", "meldinger_sendt", "meldinger_utkast", "meldinger_venter", "forespoersler"]
)
def test_listene_er_tomme_og_fulle(saksbehandler: Bruker, trondheim: Bruker, navn: str) -> None:
    vi = inn(saksbehandler)
    assert 'class="tomt"' in _hent(vi, navn)
    fylket = aktoer(saksbehandler)
    for _ in range(3):
        send(fylket, virksomhet(TRONDHEIM), virksomhet(STEINKJER), krever_kvittering=True)
        send(aktoer(trondheim), virksomhet(FYLKET))
        lag_utkast(fylket, virksomhet(TRONDHEIM))
        forespoersel(fylket)
    assert "<tbody>" in _hent(vi, navn)


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
    side = _hent(inn(trondheim), navn, sporring=filter)
    assert side.count('<th scope="row"') == antall


def test_filter_paa_virksomhet(saksbehandler: Bruker, trondheim: Bruker) -> None:
    send(aktoer(saksbehandler), virksomhet(TRONDHEIM))
    fra = str(aktoer(saksbehandler).virksomhet_id)
    assert '<th scope="row"' in _hent(inn(trondheim), "meldinger", sporring={"virksomhet": fra})


def test_status_i_sendt(saksbehandler: Bruker, trondheim: Bruker) -> None:
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM), virksomhet(STEINKJER))
    vi, steinkjer = inn(saksbehandler), inn(lag_bruker(nummer=STEINKJER))
    assert "Ikke åpnet" in _hent(vi, "meldinger_sendt")
    _hent(inn(trondheim), "samtale", melding.samtale.noekkel)
    assert "Åpnet av noen" in _hent(vi, "meldinger_sendt")
    _hent(steinkjer, "samtale", melding.samtale.noekkel)
    assert "Åpnet av alle" in _hent(vi, "meldinger_sendt")
    kvitteres = send(aktoer(saksbehandler), virksomhet(TRONDHEIM), krever_kvittering=True)
    inn(trondheim).post(reverse("melding_kvitter", args=[kvitteres.noekkel]))
    assert "Kvittert" in _hent(vi, "meldinger_sendt")
    assert "Kvittert" in _hent(inn(trondheim), "meldinger")


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


def test_personsiden_viser_meldinger_og_skriver_om_personen(
    som: Som, saksbehandler: Bruker, trondheim: Bruker
) -> None:
    person = lag_person(fornavn="Yasmin")
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM), person=person)
    de = inn(trondheim)
    side = _hent(de, "person", person.noekkel)
    assert melding.samtale.saksnummer in side and "Skriv melding" in side
    skriv = _hent(de, "melding_ny", sporring={"person": str(person.noekkel)})
    assert "Yasmin" in skriv and "Steinkjer" not in skriv
    assert "Yasmin" in _hent(de, "samtale", melding.samtale.noekkel)
    assert "Yasmin" not in _hent(de, "meldinger"), "ingen navn i listene"
    with som(aktoer(trondheim)):
        assert Innsyn.objects.filter(person_id=person.pk, hvor="melding").exists()


@pytest.mark.parametrize("person", ["tull", "00000000-0000-4000-8000-000000000000"])
def test_ukjent_person_i_adressen(saksbehandler: Bruker, person: str) -> None:
    _hent(inn(saksbehandler), "melding_ny", status=404, sporring={"person": person})
    _hent(inn(lag_bruker(Rolle.SKOLEKONTAKT)), "melding_ny", status=404, sporring={"person": person})


def test_skjermede_overleveres_for_haand(som: Som) -> None:
    person = lag_person(fornavn="Skjult", adressebeskyttelse="fortrolig")
    ser = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True)
    klient, uten = inn(ser), inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    svaret = klient.get(reverse("melding_ny"), {"person": str(person.noekkel)}, follow=True)
    assert "Overlevert for hånd" in svaret.content.decode()
    assert "overleveres for hånd" in _hent(klient, "person", person.noekkel)
    _hent(klient, "overlevering_ny", person.noekkel)
    felt = {
        "noekkel": str(uuid.uuid4()), "dato": "20.11.2020", "til_hvem": "Kari", "hvem": "Ola",
        "maate": "personlig", "hva": "vedtak",
    }  # fmt: skip
    adresse = reverse("overlevering_ny", args=[person.noekkel])
    assert klient.post(adresse, felt | {"dato": "01.01.2099"}).status_code == 422
    assert "Overleveringen er registrert." in klient.post(adresse, felt, follow=True).content.decode()
    klient.post(adresse, felt)
    with som(aktoer(ser)):
        rad = Overlevering.objects.get()
    retting = reverse("overlevering_rett", args=[rad.noekkel])
    _hent(klient, "overlevering_rett", rad.noekkel)
    klient.post(retting, felt | {"noekkel": str(uuid.uuid4()), "aarsak": "Feil dag"})
    assert "Feil dag" in _hent(klient, "overleveringer", person.noekkel)
    for navn, noekkel in (("overleveringer", person.noekkel), ("overlevering_rett", rad.noekkel)):
        _hent(uten, navn, noekkel, status=404)


def test_samtalen_naar_personen_er_skjermet(saksbehandler: Bruker) -> None:
    person = lag_person()
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM), person=person)
    with kontekst(motor_kontekst()):
        naa = Personopplysning.objects.get(person=person)
    rett(naa, adressebeskyttelse="fortrolig")
    _hent(inn(saksbehandler), "samtale", melding.samtale.noekkel, status=404)
    ser = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True))
    assert "sendes ikke flere meldinger" in _hent(ser, "samtale", melding.samtale.noekkel)


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


FORESPOERSEL = {
    "versjon": "0", "mottatt": "20.11.2020", "organ": "Nav Prøvedal", "spoerrers_rolle": "veileder",
    "hva": "Om deltakeren går på skole", "formaal": "Ytelse", "hjemmel": "lov",
}  # fmt: skip


def test_forespoersel_fra_registrering_til_rettet_avgjoerelse(som: Som, trondheim: Bruker) -> None:
    person, de = lag_person(fornavn="Yasmin"), inn(trondheim)
    skjema = _hent(de, "forespoersel_ny", sporring={"person": str(person.noekkel)})
    assert person.duf in skjema
    noekkel = {"noekkel": str(uuid.uuid4())}
    feil = de.post(reverse("forespoersel_ny"), FORESPOERSEL | noekkel | {"personer": f"{person.duf}\n123"})
    assert feil.status_code == 422 and "Linje 2" in feil.content.decode()
    frem = de.post(reverse("forespoersel_ny"), FORESPOERSEL | noekkel | {"mottatt": "01.01.2099"})
    assert frem.status_code == 422 and "fram i tid" in frem.content.decode()
    felt = (
        FORESPOERSEL | noekkel | {"personer": f"{person.duf}\n\n{person.duf_skrevet}", "filer": f.opplastet()}
    )
    assert "er registrert" in de.post(reverse("forespoersel_ny"), felt, follow=True).content.decode()
    with som(aktoer(trondheim)):
        sak = Forespoersel.objects.get()
    side = _hent(de, "forespoersel", sak.noekkel)
    assert "Yasmin" in side and "vedtak.pdf" in side and "over frist" in side
    adresse = reverse("forespoersel_svar", args=[sak.noekkel])
    _hent(de, "forespoersel_svar", sak.noekkel)
    utlevert = {
        "versjon": "1", "avgjoerelse": "utlevert", "avgjort": "21.11.2020", "maate": "telefon",
        "utlevert_hva": ["opplaering", "vedtak"],
    }  # fmt: skip
    assert de.post(adresse, utlevert | {"maate": ""}).status_code == 422
    assert "Svaret er registrert." in de.post(adresse, utlevert, follow=True).content.decode()
    assert de.post(adresse, utlevert | {"versjon": "2"}).status_code == 422, "en rettelse krever grunn"
    i_konflikt = de.post(adresse, utlevert | {"aarsak": "Feil", "maate": "personlig"})
    assert i_konflikt.status_code == 409 and "mens du skrev" in i_konflikt.content.decode()
    de.post(adresse, utlevert | {"versjon": "2", "aarsak": "Feil måte", "maate": "personlig"})
    _hent(de, "forespoersel_rett", sak.noekkel)
    rettet = FORESPOERSEL | noekkel | {"versjon": "3", "organ": "Skatteetaten", "aarsak": "Feil organ"}
    assert (
        "Rettelsen er lagret."
        in de.post(reverse("forespoersel_rett", args=[sak.noekkel]), rettet, follow=True).content.decode()
    )
    side = _hent(de, "forespoersel", sak.noekkel)
    for tekst in ("Feil organ", "Nav Prøvedal", "Skatteetaten", "Feil måte", "Gjelder ingen bestemt person"):
        assert tekst in side, tekst
    assert "Utlevert" in _hent(de, "forespoersler")


def test_foreloepig_svar_vises(trondheim: Bruker) -> None:
    sak = forespoersel(aktoer(trondheim))
    de, dag = inn(trondheim), f"{timezone.localdate():%d.%m.%Y}"
    de.post(reverse("forespoersel_svar", args=[sak.noekkel]), {"versjon": "1", "foreloepig_svar": dag})
    assert "Foreløpig svar sendt" in _hent(de, "forespoersler")


@pytest.mark.parametrize("rolle", [Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER])
def test_skole_og_organisasjon_leser_svarer_og_lister(trondheim: Bruker, rolle: Rolle) -> None:
    sted = SKOLE if rolle is Rolle.SKOLEKONTAKT else ORGANISASJON
    melding = send(aktoer(trondheim), virksomhet(sted), filer=[f.opplastet()], krever_kvittering=True)
    klient = inn(lag_bruker(rolle))
    for navn in ("meldinger", "meldinger_sendt", "meldinger_utkast", "meldinger_venter", "melding_ny"):
        _hent(klient, navn)
    assert "Kvitter for mottatt" in _hent(klient, "samtale", melding.samtale.noekkel)
    klient.post(reverse("melding_kvitter", args=[melding.noekkel]))
    felt = _utkast(tekst="Takk")
    kontroll = klient.post(reverse("samtale_svar", args=[melding.samtale.noekkel]), felt)["Location"]
    assert klient.post(kontroll, {"bekreft": "ja", "versjon": "1"}).status_code == 302
    assert "Takk" in _hent(inn(trondheim), "samtale", melding.samtale.noekkel)


def test_faner_teller_til_999(monkeypatch: pytest.MonkeyPatch, som: Som, saksbehandler: Bruker) -> None:
    monkeypatch.setattr(felles, "TELL_TIL", 0)
    fylket = aktoer(saksbehandler)
    send(fylket, virksomhet(TRONDHEIM))
    with som(fylket):
        assert [f_["antall"] for f_ in felles.faner(fylket, "meldinger")] == ["0", "0+", "0", "0"]
