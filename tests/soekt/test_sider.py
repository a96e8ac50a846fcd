"""T6 in the browser: from new application to closed, what each sees, and what the pages say is lacking."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from integrering.grunnmur import visning
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.soekt.hjelp import I_DAG, TILTAK, Sak, sak_i
from tests.tilskudd.sideverden import klient, les, rader, som_rolle
from tilskudd.soekt.models import Soeknad, Utlysning, Vilkaar
from tilskudd.soekt.queries.soeknader import finn_soeknad
from tilskudd.soekt.utlysningsdata import kjente_utlysninger

pytestmark = pytest.mark.django_db
URL = "/tilskudd/soekte/"
DAG = visning.dato(I_DAG)


def oppgaver() -> set[str]:
    with kontekst(motor_kontekst()):
        aapne = Oppgave.objects.filter(lukket__isnull=True, kilde="soekt-soeknader")
        return set(aapne.values_list("regel", flat=True))


def test_fra_ny_til_avsluttet_i_nettleseren() -> None:
    """The whole errand: five forms to an application that is ready, one for the receipt, two to report."""
    raadgiver = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    c, g = klient(raadgiver), som_rolle(Rolle.TILSKUDDSGODKJENNER)
    sak = Sak()  # for its call
    steg = 0

    def post(til: str, felt: dict[str, Any]) -> str:
        nonlocal steg
        steg += 1
        versjon = {} if til == "ny/" else {"versjon": str(naa().versjon)}
        svar = c.post(URL + til, {**versjon, **felt}, follow=True)
        assert svar.status_code == 200, les(svar, 422)
        return les(svar)

    def naa() -> Soeknad:
        with kontekst(motor_kontekst()):
            funnet = finn_soeknad(Soeknad.objects.exclude(pk=sak.soeknad.pk).get().noekkel)
        assert funnet is not None
        return funnet

    tiltak = {
        "utlysning": sak.utlysning.pk, "tittel": "Byggfag på norsk", "tiltak": "Språklærer på byggeplassen",
        "formaal": "Flere fagbrev", "maalgruppe": "Voksne", "deltakere": "12",
        "fra": "01.08.2026", "til": "20.06.2028",
    }  # fmt: skip
    assert "Sett opp" not in post("ny/", tiltak) and "Budsjett" in les(
        c.get(URL + f"{naa().noekkel}/budsjett/")
    )
    her = f"{naa().noekkel}/"
    budsjett = {
        "post_0": "Språklærer",
        "faktisk_0": "600 000",
        "ordinaer_0": "100 000",
        "egenandel_0": "50 000",
    }
    assert "Ny samarbeidspartner" in post(her + "budsjett/", budsjett)  # straight on to what is missing
    post(her + "partnere/ny/", {"slag": "nav", "navn": "Nav Trøndelag", "avtalt": DAG})
    with kontekst(motor_kontekst()):
        vilkaar = list(Vilkaar.objects.filter(utlysning=sak.utlysning).values_list("pk", flat=True))
    svar = {f"oppfylt_{pk}": "on" for pk in vilkaar} | {f"vis_{pk}": "Vedtak" for pk in vilkaar}
    assert "Neste steg: gjør klar til godkjenning" in post(her + "vilkaar/", svar)
    assert "Neste steg: se over og godkjenn" in post(her + "klar/", {})
    assert "SOEKT_GODKJENN" in oppgaver()
    g.post(URL + her + "behandle/", {"versjon": naa().versjon, "hva": "godkjenn"})
    assert "SOEKT_GODKJENN" not in oppgaver()
    assert "kvittering 42" in post(her + "send/", {"dato": DAG, "kvittering": "42"})
    assert steg == 6
    post(
        her + "vedtak/", {"utfall": "innvilget", "vedtatt": DAG, "innvilget": "400 000", "rapportfrist": DAG}
    )
    assert "SOEKT_RAPPORT" in oppgaver()
    post(her + "start/", {"dato": DAG})
    post(her + "rapport/", {"gjort": "Alt", "resultater": "Ti fagbrev", "erfaringer": ""})
    assert "Rapporten er levert" in post(her + "rapport/lever/", {"dato": DAG})
    tekst = post(her + "avslutt/", {"dato": DAG, "tilbakebetalt": "400 000"})
    assert "Avsluttet" in tekst and "Betalt tilbake 400 000 kr" in tekst and not oppgaver() - {"SOEKT_FRIST"}


def test_siden_viser_hva_som_mangler_og_hvor_det_rettes() -> None:
    sak = Sak()
    svar = klient(sak.raadgiver).get(sak.adresse)
    tekst = les(svar)
    assert "Neste steg: sett opp budsjettet" in tekst and "Utlysningen krever egenandel. Rett" in tekst
    assert f'href="{sak.adresse}budsjett/"' in svar.content.decode()
    andre = les(som_rolle(Rolle.FYLKE_SAKSBEHANDLER).get(sak.adresse))
    assert "Utlysningen krever egenandel." in andre and "Rett:" not in andre and "Endre tiltaket" not in andre


def test_listen_har_soekt_innvilget_brukt_og_igjen() -> None:
    sak = sak_i("i_gang")
    sak.foer(100_000)
    [rad] = [
        r for r in rader(som_rolle(Rolle.FYLKE_SAKSBEHANDLER).get(URL), "Søkte tilskudd") if "Helsefag" in r
    ]
    assert "I gang" in rad and "550 000 kr 500 000 kr 100 000 kr 400 000 kr" in rad
    assert "Helsefag" not in les(som_rolle(Rolle.ADMINISTRATOR).get(URL + "?tilstand=utkast"))


@pytest.mark.parametrize(
    "tilstand", ["utkast", "full", "klar", "godkjent", "sendt", "innvilget", "i_gang", "avsluttet"]
)
def test_siden_i_hver_tilstand(tilstand: str) -> None:
    sak = sak_i(tilstand)
    for hvem in (sak.raadgiver, sak.godkjenner):
        assert "Helsefag på norsk" in les(klient(hvem).get(sak.adresse))
    pdf = klient(sak.raadgiver).get(sak.adresse + "soeknad.pdf")
    assert pdf.content.startswith(b"%PDF-")


def test_godkjenneren_sender_tilbake_med_grunn() -> None:
    sak = sak_i("klar")
    g = klient(sak.godkjenner)
    adresse = sak.adresse + "behandle/"
    assert "Se over søknaden" in les(g.get(adresse))
    valg = {"versjon": sak.naa.versjon, "hva": "tilbake", "grunn": ""}
    assert "Skriv hva som må endres." in les(g.post(adresse, valg), 422)
    tekst = les(g.post(adresse, valg | {"grunn": "Mer om Nav"}, follow=True))
    assert "Mer om Nav" in tekst and "Sendt tilbake for endring" in tekst


def test_raadgiveren_tar_tilbake_og_trekker() -> None:
    sak = sak_i("klar")
    c = klient(sak.raadgiver)
    assert "En godkjenning faller bort" in les(c.get(sak.adresse + "tilbake/"))
    c.post(sak.adresse + "tilbake/", {"versjon": sak.naa.versjon, "grunn": "Feil tall"})
    assert sak.naa.tilstand == "utkast"
    les(c.get(sak.adresse + "trekk/"))
    tekst = les(
        c.post(sak.adresse + "trekk/", {"versjon": sak.naa.versjon, "grunn": "Ikke råd"}, follow=True)
    )
    assert "Søknaden er trukket: Ikke råd" in tekst


def test_sending_med_hull_krever_grunn_paa_siden() -> None:
    sak = sak_i("godkjent")
    with kontekst(motor_kontekst()):
        Utlysning.objects.filter(pk=sak.utlysning.pk).update(minst_deltakere=99)
    c, felt = klient(sak.raadgiver), {"versjon": sak.naa.versjon, "dato": DAG, "kvittering": "1"}
    assert "Dette mangler Antall deltakere" in les(c.get(sak.adresse + "send/"))
    assert "skriv hvorfor den sendes likevel" in les(c.post(sak.adresse + "send/", felt), 422)
    tekst = les(c.post(sak.adresse + "send/", felt | {"grunn": "Avtalt med IMDi"}, follow=True))
    assert "Sendt med mangler Avtalt med IMDi" in tekst and "Søknaden slik den ble sendt" in tekst


def test_bruk_utenfor_formaalet_sies_straks() -> None:
    sak = sak_i("i_gang")
    c = klient(sak.raadgiver)
    assert "Satt av og brukt" in les(c.get(sak.adresse + "bruk/ny/"))
    felt = {"dato": DAG, "beloep": "600 000", "linje": "", "hva": "Reise", "utenfor_formaalet": "on"}
    assert "Skriv hvorfor pengene" in les(c.post(sak.adresse + "bruk/ny/", felt), 422)
    fil = SimpleUploadedFile("bilag.txt", b"Kvittering.")
    svar = c.post(sak.adresse + "bruk/ny/", felt | {"grunn": "Feil", "vedlegg": fil}, follow=True)
    side = svar.content.decode()
    assert "Beløpet er brukt utenfor formålet. Det kan bli krevd tilbake." in side
    assert "Mer er brukt enn det som er innvilget." in les(svar) and "Bilag, Reise" in les(svar)
    [nr] = [b.pk for b in _bruk(sak)]
    adresse = f"{sak.adresse}bruk/{nr}/annuller/"
    assert "Reise: 600 000 kr" in les(c.get(adresse))
    assert "Annullert Ført feil" in les(c.post(adresse, {"grunn": "Ført feil"}, follow=True))


def _bruk(sak: Sak) -> list[Any]:
    with kontekst(motor_kontekst()):
        return list(sak.soeknad.bruk.all())


def test_resultater_metoder_og_rapport_som_pdf() -> None:
    sak = sak_i("i_gang")
    c = klient(sak.raadgiver)
    tall = {"versjon": sak.naa.versjon, "deltakere_vg1_kvinne": "12", "deltakere_vg1_mann": "2"}
    les(c.get(sak.adresse + "resultater/"))
    tekst = les(c.post(sak.adresse + "resultater/", tall, follow=True))
    assert "Deltakere etter nivå og kjønn" in tekst and "Vg1 : : 14" in tekst
    metode = {"tittel": "To lærere", "beskrivelse": "Faglærer og språklærer sammen", "passer_for": "Alle"}
    c.post(sak.adresse + "metoder/ny/", metode)
    with kontekst(motor_kontekst()):
        rad = sak.soeknad.metoder.get()
    endre = f"{sak.adresse}metoder/{rad.pk}/"
    c.post(endre, metode | {"versjon": "1", "tittel": "To lærere i klassen"})
    assert "To lærere i klassen" in les(c.post(endre, metode | {"versjon": "1"}), 409)
    leser = som_rolle(Rolle.FYLKE_SAKSBEHANDLER)
    assert "To lærere i klassen" in les(leser.get(URL + "metoder/?q=språklærer klassen"))
    assert "Ingen metoder har disse ordene." in les(leser.get(URL + "metoder/?q=tømrer"))
    assert leser.get(sak.adresse + "rapport.pdf").content.startswith(b"%PDF-")
    frist = {"versjon": sak.naa.versjon, "dato": "01.02.2031"}
    assert "01.02.2031" in les(c.post(sak.adresse + "rapportfrist/", frist, follow=True))


def test_partner_endres_og_tas_ut_og_filer_tas_bort() -> None:
    sak = sak_i("full")
    c = klient(sak.raadgiver)
    adresse = f"{sak.adresse}partnere/{sak.partner().pk}/"
    felt = {"slag": "nav", "navn": "Nav fylke", "avtalt": ""}
    fil = SimpleUploadedFile("avtale.txt", b"Vi er med.")
    tekst = les(c.post(adresse, felt | {"versjon": sak.naa.versjon, "vedlegg": fil}, follow=True))
    assert "Nav fylke" in tekst and "Ikke undertegnet" in tekst and "Intensjonsavtale, Nav fylke" in tekst
    with kontekst(motor_kontekst()):
        noekkel = sak.soeknad.vedlegg.get().vedlegg.noekkel
    assert sak.adresse in c.get(f"/vedlegg/{noekkel}/versjoner/").content.decode()  # the way back
    assert (
        "Filen er tatt bort" in c.post(f"{sak.adresse}vedlegg/{noekkel}/bort/", follow=True).content.decode()
    )
    c.post(adresse, felt | {"versjon": sak.naa.versjon, "bort": "on"})
    assert "Ingen partnere er lagt inn." in les(c.get(sak.adresse))


def test_to_som_endrer_tiltaket_samtidig() -> None:
    sak = Sak()
    c = klient(sak.raadgiver)
    felt = {"versjon": sak.naa.versjon, "tittel": "Den enes", "tiltak": "", "formaal": "", "maalgruppe": ""}
    c.post(sak.adresse + "tiltak/", felt)
    assert "Den enes" in les(c.post(sak.adresse + "tiltak/", felt | {"tittel": "Den andres"}), 409)


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"faktisk_0": "10"}, "Skriv hva beløpet gjelder."),
        ({"post_0": "Lærer"}, "Skriv hva posten koster."),
        (
            {"post_0": "Lærer", "faktisk_0": "10", "ordinaer_0": "11"},
            "kan ikke være mer enn det posten koster",
        ),
        ({"post_0": "Lærer", "faktisk_0": "mye"}, "Skriv beløpet i hele kroner"),
    ],
)
def test_budsjett_som_ikke_gaar_an(felt: dict[str, str], melding: str) -> None:
    sak = Sak()
    svar = klient(sak.raadgiver).post(sak.adresse + "budsjett/", {"versjon": sak.naa.versjon, **felt})
    assert melding in les(svar, 422)


def test_hvert_felt_i_budsjettet_har_sin_ledetekst() -> None:
    sak = Sak()
    tekst = les(klient(sak.raadgiver).get(sak.adresse + "budsjett/"))
    assert tekst.count("Post Faktisk kostnad Ordinær kostnad Egenandel") == 4 and "Valgfritt" not in tekst


def test_dokumentasjon_legges_ved_og_ukjent_fil_er_borte() -> None:
    sak = sak_i("i_gang")
    c = klient(sak.raadgiver)
    les(c.get(sak.adresse + "vedlegg/"))
    felt = {"slag": "kvittering", "vedlegg": SimpleUploadedFile("mottatt.txt", b"Mottatt.")}
    assert "Kvittering for innsending: mottatt.txt" in les(
        c.post(sak.adresse + "vedlegg/", felt, follow=True)
    )
    assert c.post(f"{sak.adresse}vedlegg/00000000-0000-0000-0000-000000000000/bort/").status_code == 404
    noekkel = next(f for f in _filene(sak) if f.endswith("soeknad")).split()[0]
    svar = c.post(f"{sak.adresse}vedlegg/{noekkel}/bort/", follow=True)
    assert "mens søknaden er et utkast" in svar.content.decode()


def _filene(sak: Sak) -> list[str]:
    with kontekst(motor_kontekst()):
        return [f"{v.vedlegg.noekkel} {v.slag}" for v in sak.soeknad.vedlegg.select_related("vedlegg")]


def test_to_som_svarer_paa_vilkaarene_samtidig() -> None:
    sak = sak_i("full")
    c, sett = klient(sak.raadgiver), sak.naa.versjon
    c.post(sak.adresse + "vilkaar/", {"versjon": sett})
    assert "Endret av" in les(c.post(sak.adresse + "vilkaar/", {"versjon": sett}), 409)


# --- Calls ---


def test_det_som_foelger_med_av_utlysninger_har_kilde_og_vilkaar() -> None:
    c = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    alle = les(c.get(URL + "utlysninger/"))
    for rad in kjente_utlysninger():
        assert rad["kilde"].startswith("https://") and rad["vilkaar"], rad["navn"]
        assert rad["navn"] in alle
        with kontekst(motor_kontekst()):
            nr = Utlysning.objects.get(navn=rad["navn"], aar=rad["aar"]).pk
        siden = les(c.get(f"{URL}utlysninger/{nr}/"))
        assert all(v in siden for v in [*rad["maalgruppe"], *rad["vilkaar"]])
    assert "Tilrettelagt fag- og yrkesopplæring 2024 09.02.2024 16 400 000 kr Fristen er ute" in les(
        c.get("/tilskudd/ordninger/fag-og-yrkesopplaering/")
    )


def test_ny_utlysning_med_de_samme_vilkaarene() -> None:
    sak = sak_i("full")
    c = som_rolle(Rolle.ADMINISTRATOR)
    skjema = c.get(f"{URL}utlysninger/ny/?som={sak.utlysning.pk}")
    assert "Forankret i ledelsen" in skjema.content.decode()
    ny = {
        "ordning": sak.utlysning.ordning_id, "navn": "Neste år", "aar": "2032", "kilde": "Prøve",
        "sikkerhet": "eksempel", "maalgruppe": "Rett etter § 18-3",
        "vilkaar": "Forankret i ledelsen\n\nNytt vilkår",
    }  # fmt: skip
    assert "Nytt vilkår" in les(c.post(URL + "utlysninger/ny/", ny, follow=True))
    endre = f"{URL}utlysninger/{sak.utlysning.pk}/endre/"
    med = ny | {"navn": sak.utlysning.navn, "aar": "2031", "versjon": "1"}
    tekst = les(c.post(endre, med, follow=True))
    assert "Nytt vilkår" in tekst and "Avtale med Nav" not in tekst
    # the answers that were given count no more, and the new condition is asked for
    assert "Ikke alle vilkårene i utlysningen er oppfylt." in les(klient(sak.raadgiver).get(sak.adresse))
    assert "Nytt vilkår" in les(c.post(endre, med | {"navn": "Et annet"}), 409)


@pytest.mark.parametrize(
    ("endring", "melding"),
    [
        ({"vilkaar": "A\nA"}, "Samme vilkår står to ganger."),
        ({"vilkaar": "x" * 401}, "høyst 400 tegn"),
        ({"maalgruppe": "Avtale med Nav", "vilkaar": "B"}, "står alt i den andre delen"),
        ({"frist": "02.01.2031", "rapportfrist": "01.01.2031"}, "kan ikke være før søknadsfristen"),
        ({"navn": "Tilrettelagt fag- og yrkesopplæring", "aar": "2024"}, "har alt en utlysning"),
    ],
)
def test_utlysninger_som_ikke_gaar_an(endring: dict[str, str], melding: str) -> None:
    sak = Sak()
    felt = {
        "ordning": sak.utlysning.ordning_id, "navn": "N", "aar": "2031", "kilde": "Prøve", "versjon": "1",
        "sikkerhet": "eksempel", "maalgruppe": "M", "vilkaar": "V",
    }  # fmt: skip
    svar = som_rolle(Rolle.TILSKUDDSRAADGIVER).post(
        f"{URL}utlysninger/{sak.utlysning.pk}/endre/", felt | endring
    )
    assert melding in les(svar, 422)


def test_ukjente_er_borte() -> None:
    c = som_rolle(Rolle.TILSKUDDSRAADGIVER)
    sak = sak_i("i_gang")
    for adresse in (
        f"{URL}utlysninger/999999/",
        f"{URL}00000000-0000-0000-0000-000000000000/",
        f"{sak.adresse}partnere/999999/",
        f"{sak.adresse}metoder/999999/",
        f"{sak.adresse}bruk/999999/annuller/",
    ):
        assert c.get(adresse).status_code == 404, adresse
    svar = c.get(f"{sak.adresse}budsjett/", follow=True)
    assert "så dette kan ikke gjøres nå" in svar.content.decode()
    assert TILTAK.tittel in les(svar)
