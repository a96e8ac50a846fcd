"""Templates: those that come with the system, their versions, and the administration of them."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.actions.mal import TEKSTER, malfeil
from integrering.utveksling.brev.flettefelt import kan_til_flere
from integrering.utveksling.brev.grunnmaler import les_grunnmaler
from integrering.utveksling.brev.models import Brevmal, Brevmalversjon
from tests import fabrikk
from tests.tilskudd.sideverden import klient
from tests.utveksling.brev.brevhjelp import Som, lag_brev, saksbehandler

pytestmark = pytest.mark.django_db


@pytest.fixture
def av() -> Aktoer:
    """An administrator with the staff flag."""
    bruker = fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    return fabrikk.aktoer(bruker)


@pytest.fixture
def admin(av: Aktoer) -> Client:
    """The administrator's browser."""
    return klient(av)


def test_grunnmalene(motor: None) -> None:
    """All five are there, in both languages, without a fault, with a legal basis."""
    assert set(Brevmal.objects.values_list("kode", flat=True)) == set(les_grunnmaler())
    for v in Brevmalversjon.objects.select_related("mal"):
        tekster = {felt: getattr(v, felt) for felt in TEKSTER}
        assert malfeil(v.mal.kode, v.mal.mottakerslag, tekster) == {}
        assert "§" in v.hjemmel_nb
        assert v.tekst_nb != v.tekst_nn
    assert "§ 58 andre ledd" in Brevmalversjon.objects.get(mal__kode="paaminning").hjemmel_nn


def _tekster(**endret: str) -> dict[str, str]:
    return {felt: f"{felt} {{mottaker}}" for felt in TEKSTER} | endret


def _ny(av: Aktoer, **tekster: str) -> Brevmalversjon:
    mal = Brevmal(kode="ny_mal", formaal="Ny mal", mottakerslag="virksomhet")
    return actions.lagre_mal(mal=mal, tekster=_tekster(**tekster), gyldig_fra=date(2026, 1, 1), av=av)


def test_en_endring_er_en_ny_versjon(av: Aktoer, som: Som) -> None:
    """The old text stays, and holds until the day the new one begins; no change makes no version."""
    with som(av):
        foerste = _ny(av)
        andre = actions.lagre_mal(
            mal=foerste.mal, tekster=_tekster(tekst_nb="Nytt"), gyldig_fra=date(2026, 6, 1), av=av
        )
        lik = actions.lagre_mal(
            mal=foerste.mal, tekster=_tekster(tekst_nb="Nytt\r\n"), gyldig_fra=date(2026, 7, 1), av=av
        )
        assert (foerste.nummer, andre.nummer, lik.pk) == (1, 2, andre.pk)
        assert queries.gyldig_mal("ny_mal", date(2026, 5, 31)) == foerste
        assert queries.gyldig_mal("ny_mal", date(2026, 6, 1)) == andre
        assert queries.gyldig_mal("ny_mal", date(2025, 1, 1)) is None
        assert andre.laget_av_id == av.bruker_id


def test_en_mal_som_ikke_er_i_bruk(av: Aktoer, som: Som) -> None:
    """An inactive template is not offered."""
    with som(av):
        versjon = _ny(av)
        versjon.mal.aktiv = False
        actions.lagre_mal(mal=versjon.mal, tekster=_tekster(), gyldig_fra=date(2026, 1, 1), av=av)
        assert queries.gyldig_mal("ny_mal", date(2026, 2, 1)) is None


@pytest.mark.parametrize(
    ("felt", "tekst", "melding"),
    [
        ("tekst_nn", "", "både bokmål og nynorsk"),
        ("tekst_nb", "a\n{feil}", "Linje 2: feltet «feil» finnes ikke her"),
        ("tekst_nb", "{mottaker", "Linje 1: klammen er ikke lukket"),
        ("hjemmel_nn", "mottaker}", "Linje 1: klammen er ikke åpnet"),
        ("konklusjon_nb", "a\n\n**b", "Linje 3: fet skrift"),
        ("overskrift_nb", "a\nb", "én linje"),
    ],
)
def test_feil_i_teksten(av: Aktoer, som: Som, felt: str, tekst: str, melding: str) -> None:
    """The message names the field and the line."""
    with som(av), pytest.raises(Regelbrudd) as feil:
        _ny(av, **{felt: tekst})
    assert list(feil.value.meldinger) == [felt]
    assert melding in feil.value.meldinger[felt][0]


def test_overskriften_har_ingen_personopplysninger() -> None:
    """A field about a person is not for headings: they stand in lists."""
    tekster = dict.fromkeys(TEKSTER, "Til {mottaker}")
    assert set(malfeil("person_brev", "person", tekster)) == {"overskrift_nb", "overskrift_nn"}


def test_bare_administrator_lagrer_maler(som: Som) -> None:
    """And the code has a form."""
    av = saksbehandler()
    with som(av), pytest.raises(IkkeTilgang):
        _ny(av)


def test_koden_har_en_form(av: Aktoer, som: Som) -> None:
    """Django's own checks answer by field too."""
    mal = Brevmal(kode="Ny Mal", formaal="x", mottakerslag="virksomhet")
    with som(av), pytest.raises(Regelbrudd) as feil:
        actions.lagre_mal(mal=mal, tekster=_tekster(), gyldig_fra=date(2026, 1, 1), av=av)
    assert list(feil.value.meldinger) == ["kode"]


def test_hva_som_kan_til_flere() -> None:
    """Never what goes to persons or is about one."""
    assert kan_til_flere("paaminning", "virksomhet")
    assert not kan_til_flere("svar_opplysninger", "virksomhet")
    assert not kan_til_flere("person_brev", "person")


# --- The administration ---
def _skjema(**endret: Any) -> dict[str, Any]:
    return {
        "kode": "ny_mal", "formaal": "Ny mal", "mottakerslag": "virksomhet", "aktiv": "on",
        "gyldig_fra": "2026-01-01", **_tekster(), **endret,
    }  # fmt: skip


def test_ny_mal_i_administrasjonen(admin: Client, som: Som, av: Aktoer) -> None:
    """Add, then change: a new version, and the letter written before stays with the old one."""
    svar = admin.post(reverse("admin:brev_brevmal_add"), _skjema(), follow=True)
    assert svar.status_code == 200
    with som(av):
        mal = Brevmal.objects.get(kode="ny_mal")
    adresse = reverse("admin:brev_brevmal_change", args=[mal.pk])
    assert "overskrift_nb {mottaker}" in admin.get(adresse).content.decode()
    admin.post(adresse, _skjema(tekst_nb="Ny tekst", formaal="Nytt formål", kode="annen"))
    with som(av):
        mal.refresh_from_db()
        assert (mal.kode, mal.formaal) == ("ny_mal", "Nytt formål")
        assert [v.tekst_nb for v in mal.versjoner.order_by("nummer")] == ["tekst_nb {mottaker}", "Ny tekst"]


def test_feil_vises_ved_feltet(admin: Client) -> None:
    """Field, line, and what may be used instead."""
    svar = admin.post(reverse("admin:brev_brevmal_add"), _skjema(tekst_nb="a\n{feil}", tekst_nn=""))
    feil = svar.context["adminform"].form.errors
    assert set(feil) == {"tekst_nb", "tekst_nn"}
    assert "Linje 2" in feil["tekst_nb"][0]
    assert "svarfrist" not in feil["tekst_nb"][0]
    svar = admin.post(reverse("admin:brev_brevmal_add"), _skjema(tekst_nb="\U0001f600"))
    assert "kan ikke trykkes" in str(svar.context["adminform"].form.non_field_errors())


def _lest(svar: Any) -> str:
    assert svar["Content-Type"] == "application/pdf"
    return pypdf.PdfReader(io.BytesIO(svar.content)).pages[0].extract_text()


def test_forhaandsvisning(admin: Client, som: Som, av: Aktoer) -> None:
    """What is typed, before it is saved; and every version, in both languages, with invented values."""
    svar = admin.post(
        reverse("admin:brev_brevmal_add"),
        _skjema(_forhaandsvis_nn="x", tekst_nn="Ikkje lagra **{mottaker}**"),
    )
    assert "Ikkje lagra Rindal kommune" in _lest(svar)
    with som(av):
        assert not Brevmal.objects.filter(kode="ny_mal").exists()
        versjon = Brevmalversjon.objects.get(mal__kode="paaminning")
    endre = reverse("admin:brev_brevmal_change", args=[versjon.mal_id])
    felt = {f: getattr(versjon, f) for f in TEKSTER}
    assert "Det mangler" in _lest(admin.post(endre, _skjema(_forhaandsvis_nb="x", **felt)))
    eksempel = reverse("admin:brev_eksempel", args=[versjon.pk, "nn"])
    assert "Det manglar" in _lest(admin.get(eksempel))
    assert admin.get(reverse("admin:brev_eksempel", args=[versjon.pk, "en"])).status_code == 404
    assert admin.get(reverse("admin:brev_eksempel", args=[0, "nb"])).status_code == 404
    assert klient(saksbehandler()).get(eksempel).status_code == 403


def test_forhaandsvisning_med_feil_viser_skjemaet(admin: Client) -> None:
    """With a fault the form comes back."""
    svar = admin.post(reverse("admin:brev_brevmal_add"), _skjema(_forhaandsvis_nb="x", tekst_nb=""))
    assert set(svar.context["adminform"].form.errors) == {"tekst_nb"}


def test_listene_i_administrasjonen(admin: Client, django_assert_max_num_queries: Any) -> None:
    """Few queries, however many versions."""
    lag_brev(saksbehandler())
    for navn in ("brev_brevmal", "brev_brevmalversjon"):
        with django_assert_max_num_queries(15):
            assert admin.get(reverse(f"admin:{navn}_changelist")).status_code == 200
