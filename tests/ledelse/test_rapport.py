"""The yearly report fills itself, is written in by people, and is kept as it was when it was done."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import FYLKESROLLER, Rolle
from regionalt import aarsrapport
from regionalt.aarsrapport import registrer_kapittel
from regionalt.ledelse.actions import begynn_rapport, ferdigstill_rapport, les_tallene, skriv_rapport
from regionalt.ledelse.actions.aarsrapport import kontrollsum
from regionalt.ledelse.models import Aarsrapport
from regionalt.ledelse.roller import SKRIVER
from tests.fabrikk import lag_aktoer, lag_bruker
from tests.ledelse.hjelp import I_AAR, kapittel, lag_rapport, tabell
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a leader at the county."""
    return inn(lag_bruker(Rolle.LEDER))


@pytest.fixture(autouse=True)
def ett_kapittel(monkeypatch: pytest.MonkeyPatch) -> None:
    """One chapter, with three visits and a conversation."""
    monkeypatch.setattr(aarsrapport, "_kapitler", {})
    registrer_kapittel(kapittel(tabell(("Besøk", 3), ("Samtale", 1), diagram=True)))


def _adresse(rapport: Aarsrapport, hva: str = "rapport") -> str:
    return reverse(f"ledelse:{hva}", args=[rapport.aar, rapport.utgave])


def _side(klient: Client, rapport: Aarsrapport) -> str:
    svar = klient.get(_adresse(rapport))
    assert svar.status_code == 200
    return svar.content.decode()


def _den_ene() -> Aarsrapport:
    with kontekst(motor_kontekst()):
        return Aarsrapport.objects.get()


def _ferdigstill(rapport: Aarsrapport) -> Aarsrapport:
    av = lag_aktoer(Rolle.LEDER)
    with kontekst(kontekst_for(av)):
        ferdigstill_rapport(rapport=rapport, versjon=rapport.versjon, av=av)
    return rapport


def test_fra_valgt_aar_til_ferdig_rapport(klient: Client) -> None:
    """The figures are there at once; people write the rest, and finish."""
    svar = klient.post(reverse("ledelse:rapport_ny"), {"aar": str(I_AAR)}, follow=True)
    utkast = svar.content.decode()
    assert "Utkast. Tallene er lest" in utkast and "Talt fra loggen." in utkast
    rapport = _den_ene()
    tekster = {"innledning": "Et godt år.", "proeve": "Flere besøk.\n\nFærre samtaler."}
    data = {"versjon": rapport.versjon, **tekster}
    side = klient.post(_adresse(rapport, "rapport_skriv"), data, follow=True).content.decode()
    assert "Tekstene er lagret." in side and "Et godt år." in side and "<p>Færre samtaler.</p>" in side
    versjon = {"versjon": _den_ene().versjon}
    side = klient.post(_adresse(rapport, "rapport_ferdigstill"), versjon, follow=True).content.decode()
    rapport = _den_ene()
    assert "Rapporten er ferdigstilt." in side and rapport.sha256 in side and "Skriv tekstene" not in side
    liste = klient.get(reverse("ledelse:rapporter")).content.decode()
    assert "Ferdig" in liste and f">{I_AAR}</a>" in liste


def test_tallene_leses_naar_noen_ber_om_det_og_aldri_etter_at_rapporten_er_ferdig(klient: Client) -> None:
    rapport = lag_rapport()
    registrer_kapittel(kapittel(tabell(("Besøk", 4), diagram=True)))
    assert ">3</td>" in _side(klient, rapport) and ">4</td>" not in _side(klient, rapport)
    assert "Tallene er lest på nytt." in _les_paa_nytt(klient, rapport)
    assert ">4</td>" in _side(klient, rapport)
    rapport = _ferdigstill(_den_ene())
    registrer_kapittel(kapittel(tabell(("Besøk", 5))))
    assert "Lag en ny utgave for å rette den." in _les_paa_nytt(klient, rapport)
    side = _side(klient, rapport)
    assert ">4</td>" in side and ">5</td>" not in side and "Les tallene på nytt" not in side
    assert rapport.sha256 == kontrollsum(_den_ene())


def _les_paa_nytt(klient: Client, rapport: Aarsrapport) -> str:
    return klient.post(_adresse(rapport, "rapport_tall"), follow=True).content.decode()


def test_tabellen_tegnes_naar_den_ber_om_det(klient: Client) -> None:
    rapport = lag_rapport()
    assert '<svg class="diagram"' in _side(klient, rapport)
    registrer_kapittel(kapittel(tabell(("Besøk", 4))))
    _les_paa_nytt(klient, rapport)
    assert '<svg class="diagram"' not in _side(klient, rapport)
    registrer_kapittel(kapittel(tabell(("Besøk", "mange"), diagram=True)))
    _les_paa_nytt(klient, rapport)
    assert '<svg class="diagram"' not in _side(klient, rapport)


def test_tomme_kapitler_og_ingen_kapitler_sier_det(klient: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    rapport = lag_rapport()
    registrer_kapittel(kapittel())
    _les_paa_nytt(klient, rapport)
    assert "Ingenting er registrert dette året." in _side(klient, rapport)
    monkeypatch.setattr(aarsrapport, "_kapitler", {})
    _les_paa_nytt(klient, rapport)
    assert "Ingen kapitler er registrert ennå." in _side(klient, rapport)


def test_en_ferdig_rapport_rettes_bare_i_en_ny_utgave(klient: Client) -> None:
    rapport, av = _ferdigstill(lag_rapport()), lag_aktoer(Rolle.LEDER)
    for hva in ("rapport_skriv", "rapport_ferdigstill"):
        svar = klient.get(_adresse(rapport, hva), follow=True)
        assert "Lag en ny utgave for å rette den." in svar.content.decode()
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd, match="ny utgave"):
            skriv_rapport(rapport=rapport, versjon=rapport.versjon, innledning="", tekster={}, av=av)
        with pytest.raises(Regelbrudd, match="ny utgave"):
            ferdigstill_rapport(rapport=rapport, versjon=rapport.versjon, av=av)
        assert begynn_rapport(aar=I_AAR, av=av).utgave == 2
        with pytest.raises(Regelbrudd, match="Det finnes et utkast"):
            begynn_rapport(aar=I_AAR, av=av)
        with pytest.raises(Regelbrudd, match="Velg et år"):
            begynn_rapport(aar=I_AAR + 1, av=av)


def test_ny_utgave_tar_med_tekstene() -> None:
    av = lag_aktoer(Rolle.LEDER)
    rapport = lag_rapport()
    with kontekst(kontekst_for(av)):
        skriv_rapport(
            rapport=rapport, versjon=rapport.versjon, innledning="Et godt år.",
            tekster={"proeve": "Tekst", "ukjent": "Tekst"}, av=av,
        )  # fmt: skip
        assert rapport.tekster == {"proeve": "Tekst"}
        _ferdigstill(rapport)
        ny = begynn_rapport(aar=I_AAR, av=av)
    assert (ny.innledning, ny.tekster, ny.ferdig) == ("Et godt år.", {"proeve": "Tekst"}, False)


@pytest.mark.parametrize("sporring", ["UPDATE {} SET innledning = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
def test_databasen_endrer_ikke_en_ferdig_rapport(sporring: str) -> None:
    _ferdigstill(lag_rapport())
    av = lag_aktoer(Rolle.ADMINISTRATOR)
    with (
        kontekst(kontekst_for(av)),
        connection.cursor() as peker,
        pytest.raises(DatabaseError, match=r"kan ikke endres|permission denied"),
        transaction.atomic(),
    ):
        peker.execute(sporring.format("ledelse_aarsrapport"))


def test_databasen_har_ett_utkast_per_aar() -> None:
    lag_rapport()
    av = lag_aktoer(Rolle.LEDER)
    with kontekst(kontekst_for(av)), pytest.raises(IntegrityError), transaction.atomic():
        Aarsrapport.objects.create(aar=I_AAR, utgave=2, endret_av_id=av.bruker_id)


@pytest.mark.parametrize(
    ("hva", "tekst"),
    [
        ("DUF-nummer", "Saken til 209900000112 tok tid"),
        ("fødselsnummer", "01017012345 fikk hjelp"),
        ("fødselsnummer med mellomrom", "010170 12345 fikk hjelp"),
    ],
)
def test_ingen_personnummer_i_rapporten(klient: Client, hva: str, tekst: str) -> None:
    rapport = lag_rapport()
    for felt in ("innledning", "proeve"):
        svar = klient.post(_adresse(rapport, "rapport_skriv"), {"versjon": rapport.versjon, felt: tekst})
        assert svar.status_code == 422 and "Ta ut nummeret" in svar.content.decode(), hva
        assert tekst in svar.content.decode()


def test_to_som_skriver_samtidig_mister_ingenting(klient: Client) -> None:
    rapport, av = lag_rapport(), lag_aktoer(Rolle.LEDER)
    foer = rapport.versjon
    with kontekst(kontekst_for(av)):
        skriv_rapport(rapport=rapport, versjon=foer, innledning="Deres", tekster={}, av=av)
        with pytest.raises(Konflikt):
            ferdigstill_rapport(rapport=rapport, versjon=foer, av=av)
    svar = klient.post(_adresse(rapport, "rapport_skriv"), {"versjon": foer, "innledning": "Mitt"})
    side = svar.content.decode()
    assert svar.status_code == 409 and "Deres" in side and "Mitt" in side


@pytest.mark.parametrize("rolle", sorted(FYLKESROLLER - set(SKRIVER)))
def test_andre_leser_og_skriver_ikke(rolle: Rolle) -> None:
    rapport, av = lag_rapport(), lag_aktoer(rolle)
    klient = inn(lag_bruker(rolle))
    side = _side(klient, rapport)
    assert "Åpne som PDF" in side and "Skriv tekstene" not in side and "Ferdigstill" not in side
    with kontekst(kontekst_for(av)):
        for gjoer in (
            lambda: begynn_rapport(aar=I_AAR, av=av),
            lambda: skriv_rapport(rapport=rapport, versjon=1, innledning="", tekster={}, av=av),
            lambda: ferdigstill_rapport(rapport=rapport, versjon=1, av=av),
            lambda: les_tallene(rapport=rapport, versjon=1, av=av),
        ):
            with pytest.raises(IkkeTilgang):
                gjoer()


def test_en_rapport_som_ikke_finnes(klient: Client) -> None:
    assert klient.get(reverse("ledelse:rapport", args=[2021, 9])).status_code == 404


# --- Paper ---


def _pdf(klient: Client, rapport: Aarsrapport) -> bytes:
    svar = klient.get(_adresse(rapport, "rapport_pdf"))
    assert svar["Content-Type"] == "application/pdf"
    innhold: bytes = svar.getvalue()
    return innhold


def test_en_ferdig_rapport_er_lik_hver_gang_paa_papir(klient: Client) -> None:
    av = lag_aktoer(Rolle.LEDER)
    rapport = lag_rapport()
    with kontekst(kontekst_for(av)):
        skriv_rapport(rapport=rapport, versjon=1, innledning="Første.\n\nAndre.", tekster={}, av=av)
    utkast = "".join(side.extract_text() for side in PdfReader(BytesIO(_pdf(klient, rapport))).pages)
    assert "Utkast. Tallene er lest" in utkast and "Andre." in utkast
    _ferdigstill(rapport)
    registrer_kapittel(kapittel())
    en, to = _pdf(klient, rapport), _pdf(klient, rapport)
    tekst = "".join(side.extract_text() for side in PdfReader(BytesIO(en)).pages)
    assert en == to and "Besøk" in tekst and "Utgave 1, ferdigstilt" in tekst
    assert rapport.sha256[:20] in tekst.replace("\n", "")


def test_tegn_som_ikke_kan_trykkes_stopper_bare_papiret(klient: Client) -> None:
    rapport, av = lag_rapport(), lag_aktoer(Rolle.LEDER)
    with kontekst(kontekst_for(av)):
        skriv_rapport(rapport=rapport, versjon=1, innledning="Bra 🙂", tekster={}, av=av)
    side = klient.get(_adresse(rapport, "rapport_pdf"), follow=True).content.decode()
    assert "kan ikke trykkes" in side and "Bra 🙂" in side


def test_et_tomt_utkast_kan_trykkes(klient: Client) -> None:
    registrer_kapittel(kapittel(tabell(diagram=True)), kapittel(navn="tomt"))
    rapport = lag_rapport()
    tekst = "".join(side.extract_text() for side in PdfReader(BytesIO(_pdf(klient, rapport))).pages)
    assert tekst.count("Ingenting er registrert dette året.") == 2


def test_motoren_leser_rapportene() -> None:
    lag_rapport()
    with kontekst(motor_kontekst()):
        assert Aarsrapport.objects.count() == 1
