"""Sidene om forespørsler, og hvem som ikke har dem."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger.models import Forespoersel
from tests.fabrikk import ORGANISASJON, SKOLE, aktoer, lag_bruker, lag_person, virksomhet
from tests.nir.handling import Som
from tests.tilgang.hjelp import inn
from tests.utveksling.meldinger.post import forespoersel, send
from tests.utveksling.meldinger.sider import hent, skjema
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db
FORESPOERSEL = {
    "versjon": "0", "mottatt": "20.11.2020", "organ": "Nav Prøvedal", "spoerrers_rolle": "veileder",
    "hva": "Om deltakeren går på skole", "formaal": "Ytelse", "hjemmel": "lov",
}  # fmt: skip


def test_forespoersel_fra_registrering_til_rettet_avgjoerelse(som: Som, trondheim: Bruker) -> None:
    person, de = lag_person(fornavn="Yasmin"), inn(trondheim)
    skjema = hent(de, "forespoersel_ny", sporring={"person": str(person.noekkel)})
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
    side = hent(de, "forespoersel", sak.noekkel)
    assert "Yasmin" in side and "vedtak.pdf" in side and "over frist" in side
    adresse = reverse("forespoersel_svar", args=[sak.noekkel])
    hent(de, "forespoersel_svar", sak.noekkel)
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
    hent(de, "forespoersel_rett", sak.noekkel)
    rettet = FORESPOERSEL | noekkel | {"versjon": "3", "organ": "Skatteetaten", "aarsak": "Feil organ"}
    assert (
        "Rettelsen er lagret."
        in de.post(reverse("forespoersel_rett", args=[sak.noekkel]), rettet, follow=True).content.decode()
    )
    side = hent(de, "forespoersel", sak.noekkel)
    for tekst in ("Feil organ", "Nav Prøvedal", "Skatteetaten", "Feil måte", "Gjelder ingen bestemt person"):
        assert tekst in side, tekst
    assert "Utlevert" in hent(de, "forespoersler")


def test_foreloepig_svar_vises(trondheim: Bruker) -> None:
    sak = forespoersel(aktoer(trondheim))
    de, dag = inn(trondheim), f"{timezone.localdate():%d.%m.%Y}"
    de.post(reverse("forespoersel_svar", args=[sak.noekkel]), {"versjon": "1", "foreloepig_svar": dag})
    assert "Foreløpig svar sendt" in hent(de, "forespoersler")


@pytest.mark.parametrize("rolle", [Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER])
def test_skole_og_organisasjon_leser_svarer_og_lister(trondheim: Bruker, rolle: Rolle) -> None:
    sted = SKOLE if rolle is Rolle.SKOLEKONTAKT else ORGANISASJON
    melding = send(aktoer(trondheim), virksomhet(sted), filer=[f.opplastet()], krever_kvittering=True)
    klient = inn(lag_bruker(rolle))
    for navn in ("meldinger", "meldinger_sendt", "meldinger_utkast", "meldinger_venter", "melding_ny"):
        hent(klient, navn)
    assert "Kvitter for mottatt" in hent(klient, "samtale", melding.samtale.noekkel)
    klient.post(reverse("melding_kvitter", args=[melding.noekkel]))
    felt = skjema(tekst="Takk")
    kontroll = klient.post(reverse("samtale_svar", args=[melding.samtale.noekkel]), felt)["Location"]
    assert klient.post(kontroll, {"bekreft": "ja", "versjon": "1"}).status_code == 302
    assert "Takk" in hent(inn(trondheim), "samtale", melding.samtale.noekkel)
