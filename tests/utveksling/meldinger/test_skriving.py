"""Å skrive og sende: fra utkast til kvittering, avviste skjemaer, konflikt, sletting."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger.models import Melding, Utkast
from integrering.utveksling.vedlegg.models import Vedlegg
from tests.fabrikk import SKOLE, STEINKJER, TRONDHEIM, aktoer, lag_bruker, virksomhet
from tests.grunnmur.html import side as krev_gyldig
from tests.nir.handling import Som
from tests.tilgang.hjelp import inn
from tests.utveksling.meldinger.post import lag_utkast, mottak, send
from tests.utveksling.meldinger.sider import hent, skjema
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db


def test_fra_utkast_til_kvittering(som: Som, saksbehandler: Bruker, trondheim: Bruker) -> None:
    vi, de = inn(saksbehandler), inn(trondheim)
    assert "Trondheim" in hent(vi, "melding_ny")
    felt = skjema(krever_kvittering="on", filer=f.opplastet(), send="send")
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
    assert "Ikke åpnet" in hent(vi, "meldinger_sendt") or "Venter" in hent(vi, "meldinger_sendt")
    # the recipient: list, thread, button
    assert melding.samtale.saksnummer in hent(de, "meldinger")
    de.head(sendt["Location"])
    assert mottak(melding, aktoer(trondheim)).aapnet is None
    samtale = de.get(sendt["Location"]).content.decode()
    krev_gyldig(samtale)
    assert "Kvitter for mottatt" in samtale
    rad = mottak(melding, aktoer(trondheim))
    assert (rad.aapnet_av_id, rad.kvittert) == (trondheim.pk, None)
    de.post(reverse("melding_kvitter", args=[melding.noekkel]))
    assert mottak(melding, aktoer(trondheim)).kvittert_av_id == trondheim.pk
    etter = hent(vi, "samtale", melding.samtale.noekkel)
    assert "Kvittert" in etter and str(trondheim) in etter
    # the file goes with the message, to those who take part only
    with som(aktoer(saksbehandler)):
        fil = Vedlegg.objects.get()
    assert de.get(reverse("vedlegg", args=[fil.noekkel])).content == f.PDF
    assert inn(lag_bruker(nummer=STEINKJER)).get(reverse("vedlegg", args=[fil.noekkel])).status_code == 404


def test_svar_i_samtalen(saksbehandler: Bruker, trondheim: Bruker) -> None:
    melding = send(aktoer(saksbehandler), virksomhet(TRONDHEIM))
    de = inn(trondheim)
    assert "Svar i" in hent(de, "samtale_svar", melding.samtale.noekkel)
    felt = skjema(tekst="Ja, vi ser på det.")
    del felt["mottakere"], felt["emne"]
    kontroll = de.post(reverse("samtale_svar", args=[melding.samtale.noekkel]), felt)["Location"]
    de.post(kontroll, {"bekreft": "ja", "versjon": "1"})
    assert "Ja, vi ser på det." in hent(inn(saksbehandler), "samtale", melding.samtale.noekkel)


def test_det_som_mangler_sies_foer_sending_og_skjemaet_beholder_teksten(saksbehandler: Bruker) -> None:
    vi = inn(saksbehandler)
    kontroll = vi.post(reverse("melding_ny"), skjema(emne="", mottakere=[]))["Location"]
    svaret = vi.get(kontroll)
    side = svaret.content.decode()
    krev_gyldig(side)
    assert svaret.status_code == 422
    for tekst in ("Velg minst én mottaker.", "Velg emne.", "Kan dere se på dette?", "Feil: "):
        assert tekst in side, tekst


def test_ugyldig_fil_og_skjema_avvises_med_teksten_i_behold(som: Som, saksbehandler: Bruker) -> None:
    vi = inn(saksbehandler)
    svaret = vi.post(reverse("melding_ny"), skjema(filer=f.opplastet("makro.docm", f.docm())))
    side = svaret.content.decode()
    assert svaret.status_code == 422 and "makro.docm: Filen har makroer." in side and "Kan dere se" in side
    assert vi.post(reverse("melding_ny"), skjema(tittel="a" * 101)).status_code == 422
    assert vi.post(reverse("melding_ny"), {"noekkel": "tull"}).status_code == 422
    with som(aktoer(saksbehandler)):
        assert Utkast.objects.count() == Vedlegg.objects.count() == 0


def test_alt_som_er_galt_sies_paa_en_gang(som: Som, saksbehandler: Bruker) -> None:
    vi = inn(saksbehandler)
    galt = skjema(emne="", tekst="Om 2099 000001 23", filer=f.opplastet("makro.docm", f.docm()), send="send")
    for felt in ({}, {"kvitteringsfrist": "01.02.2099"}, {"tittel": "a" * 101}):
        svaret = vi.post(reverse("melding_ny"), galt | felt)
        side = svaret.content.decode()
        krev_gyldig(side)
        assert svaret.status_code == 422
        assert "Velg emne." in side and "Knytt heller personen til meldingen." in side
        assert ("makro.docm: Filen har makroer." in side) is (not felt)
        assert ("Kryss av for at mottakerne skal kvittere" in side) is ("kvitteringsfrist" in felt)
    with som(aktoer(saksbehandler)):
        assert not Utkast.objects.exists()


def test_en_tom_sending_etterlater_ikke_et_utkast(som: Som, saksbehandler: Bruker) -> None:
    vi = inn(saksbehandler)
    svaret = vi.post(reverse("melding_ny"), skjema(tekst=" ", emne="", send="send"))
    assert svaret.status_code == 422 and "Skriv en melding." in svaret.content.decode()
    with som(aktoer(saksbehandler)):
        assert not Utkast.objects.exists()


def test_lagres_av_seg_selv_og_sier_fra_om_konflikt(som: Som, saksbehandler: Bruker) -> None:
    vi, felt, adresse = inn(saksbehandler), skjema(), reverse("melding_ny")
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
    side = hent(inn(saksbehandler), "melding_send", utkast.noekkel)
    assert "Steinkjer har ingen brukere ennå; de ser meldingen når noen får tilgang." in side
    assert "ser bare det du skriver" in side


def test_slett_utkast_i_to_steg(som: Som, saksbehandler: Bruker) -> None:
    utkast = lag_utkast(aktoer(saksbehandler), virksomhet(TRONDHEIM), filer=[f.opplastet()])
    vi, adresse = inn(saksbehandler), reverse("melding_utkast_slett", args=[utkast.noekkel])
    assert "slettes for godt" in hent(vi, "melding_utkast_slett", utkast.noekkel)
    assert "vedtak.pdf" in hent(vi, "melding_utkast", utkast.noekkel)
    vi.post(adresse, {"bekreft": "ja"})
    with som(aktoer(saksbehandler)):
        assert Utkast.objects.count() == 0
    assert vi.get(adresse).status_code == 404


@pytest.mark.parametrize("person", ["tull", "00000000-0000-4000-8000-000000000000"])
def test_ukjent_person_i_adressen(saksbehandler: Bruker, person: str) -> None:
    hent(inn(saksbehandler), "melding_ny", status=404, sporring={"person": person})
    hent(inn(lag_bruker(Rolle.SKOLEKONTAKT)), "melding_ny", status=404, sporring={"person": person})
