"""Nedlastingssiden."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django import forms
from django.test import Client
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.vedlegg import actions
from integrering.utveksling.vedlegg.forms import VedleggFelt
from integrering.utveksling.vedlegg.models import Vedlegg, Vedleggaapning
from tests.fabrikk import STEINKJER, aktoer, lag_bruker
from tests.nir.handling import Som
from tests.tilgang.hjelp import inn
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruker() -> Bruker:
    return lag_bruker()


def _vedlegg(som: Som, av: Aktoer, navn: str = "vedtak.pdf", innhold: bytes = f.PDF) -> Vedlegg:
    with som(av):
        return actions.legg_ved(fil=f.opplastet(navn, innhold), av=av)


def _hent(klient: Client, vedlegg: Vedlegg, sporring: str = "") -> Any:
    return klient.get(reverse("vedlegg", args=[vedlegg.noekkel]) + sporring)


def test_filen_kommer_trygt_og_logges(som: Som, bruker: Bruker, django_assert_max_num_queries: Any) -> None:
    av = aktoer(bruker)
    vedlegg, klient = _vedlegg(som, av), inn(bruker)
    with django_assert_max_num_queries(14):
        svar = _hent(klient, vedlegg)
    assert svar.content == f.PDF
    assert svar["Content-Type"] == "application/pdf"
    assert svar["Content-Disposition"] == 'attachment; filename="vedtak.pdf"'
    assert svar["X-Content-Type-Options"] == "nosniff"
    assert svar["Cache-Control"] == "no-store, private"
    assert "default-src 'self'" in svar["Content-Security-Policy"]
    with som(av):
        logget = Vedleggaapning.objects.get()
    assert (logget.bruker_id, logget.vedlegg_noekkel, logget.versjon) == (bruker.pk, vedlegg.noekkel, 1)


@pytest.mark.parametrize(
    ("navn", "innhold", "sporring", "ventet"),
    [
        ("Søknad om plass.pdf", f.PDF, "", "attachment; filename*=utf-8''S%C3%B8knad%20om%20plass.pdf"),
        ("a\r\nSet-Cookie: x.pdf", f.PDF, "", 'attachment; filename="a Set-Cookie x.pdf"'),
        ("vedtak.pdf", f.PDF, "?vis=ja", 'inline; filename="vedtak.pdf"'),
        ("bilde.png", f.png(), "?vis=ja", 'inline; filename="bilde.png"'),
        ("plan.docx", f.docx(), "?vis=ja", 'attachment; filename="plan.docx"'),
        ("notat.txt", b"tekst", "?vis=ja", 'attachment; filename="notat.txt"'),
    ],
)
def test_filnavn_og_hva_som_vises_i_nettleseren(
    som: Som, bruker: Bruker, navn: str, innhold: bytes, sporring: str, ventet: str
) -> None:
    vedlegg = _vedlegg(som, aktoer(bruker), navn, innhold)
    assert _hent(inn(bruker), vedlegg, sporring)["Content-Disposition"] == ventet


def test_versjoner_og_hode(som: Som, bruker: Bruker) -> None:
    av = aktoer(bruker)
    vedlegg, klient = _vedlegg(som, av), inn(bruker)
    with som(av):
        actions.ny_versjon(vedlegg=vedlegg, fil=f.opplastet("bilde.png", f.png()), av=av)
    assert _hent(klient, vedlegg).content == f.png()
    assert _hent(klient, vedlegg, "?versjon=1").content == f.PDF
    for feil in ("?versjon=3", "?versjon=x", "?versjon=-1", "?versjon=99999999999", "?versjon=²"):
        assert _hent(klient, vedlegg, feil).status_code == 404
    with som(av):
        foer = Vedleggaapning.objects.count()
    hode = klient.head(reverse("vedlegg", args=[vedlegg.noekkel]))
    assert (hode.status_code, hode.content) == (200, b"")
    with som(av):
        assert Vedleggaapning.objects.count() == foer, "ingen fikk innholdet"


@pytest.mark.parametrize("rolle", [Rolle.FYLKE_SAKSBEHANDLER, Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER])
def test_andre_faar_404(som: Som, bruker: Bruker, rolle: Rolle) -> None:
    vedlegg = _vedlegg(som, aktoer(bruker))
    assert _hent(inn(lag_bruker(rolle)), vedlegg).status_code == 404
    assert _hent(inn(lag_bruker(nummer=STEINKJER)), vedlegg).status_code == 404
    assert inn(bruker).get(reverse("vedlegg", args=[uuid.uuid4()])).status_code == 404


def test_feltet_tar_flere_filer_og_sier_hva_som_tas_imot() -> None:
    class Proeve(forms.Form):
        filer = VedleggFelt(required=True)

    tomt = Proeve({}, MultiValueDict())
    assert tomt.errors["filer"] == ["Velg minst én fil."]
    to = Proeve({}, MultiValueDict({"filer": [f.opplastet(), f.opplastet("tom.pdf", b"")]}))
    assert to.is_valid(), to.errors
    assert [fil.size for fil in to.cleaned_data["filer"]] == [len(f.PDF), 0]
    assert "multiple" in str(to["filer"])
    assert str(to["filer"].help_text).endswith("Høyst 20 MB per fil.")
