"""The letters: to IMDi, and to each municipality in its own written language, with why."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.translation import override
from pypdf import PdfReader

from bosetting import actions, trykk
from bosetting.kodeverk import Rundetilstand
from bosetting.queries.anbefaling import finn_anbefaling
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from tests.bosetting.hjelp import (
    beregn,
    kommune_i,
    lag_anbefalt,
    lag_kriterium,
    lag_runde,
    saksbehandler,
    sett_kommune,
    som,
)
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_bruker
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def _tekst(pdf: bytes) -> str:
    return " ".join(" ".join(side.extract_text() for side in PdfReader(BytesIO(pdf)).pages).split())


def test_brevene_er_pdf_paa_kommunens_maalform_og_kommunen_leser_sitt_naar_det_er_sendt() -> None:
    runde = lag_anbefalt()
    with som(saksbehandler()):
        til_imdi = _tekst(trykk.til_imdi(runde))
        rindal = finn_anbefaling(runde, "5061")
        trondheim = finn_anbefaling(runde, TRONDHEIM)
        assert rindal is not None and trondheim is not None
        assert trykk.til_kommunen(trondheim) == trykk.til_kommunen(trondheim)
        brev = _tekst(trykk.til_kommunen(trondheim))
    assert (
        "Anbefalingen for hver kommune" in til_imdi and "Trondheim" in til_imdi and "Godkjent av" in til_imdi
    )
    assert f"bosette {trondheim.antall} flyktninger i 2027" in brev and "Slik gir kriteriene det." in brev
    klient = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    adresse = reverse("bosetting:kommunebrev", args=[runde.noekkel, TRONDHEIM])
    side = reverse("bosetting:svar", args=[runde.noekkel])
    assert klient.get(adresse).status_code == 404
    assert "Les brevet" not in klient.get(side).content.decode()
    with som(saksbehandler()) as av:
        actions.gaa_videre(runde=runde, versjon=runde.versjon, til=Rundetilstand.SENDT, av=av)
    svaret = klient.get(adresse)
    assert svaret.status_code == 200 and svaret["Content-Type"] == "application/pdf"
    assert "Les brevet" in klient.get(side).content.decode()
    assert klient.get(reverse("bosetting:kommunebrev", args=[runde.noekkel, STEINKJER])).status_code == 404
    fylket = inn(lag_bruker(Rolle.LEDER))
    assert fylket.get(reverse("bosetting:brev", args=[runde.noekkel])).status_code == 200


def test_et_utkast_til_brev_sier_at_det_er_et_utkast_og_et_tegn_som_ikke_kan_trykkes_blir_sagt() -> None:
    runde = lag_runde(tilstand="dialog")
    sett_kommune(runde, STEINKJER, spurt=False, spurt_grunn="Pause")
    sett_kommune(runde, TRONDHEIM, laas=50, laas_grunn="Avtalt \U0001f600")
    lag_kriterium(runde, vekt=None)
    beregn(runde)
    with som(saksbehandler()):
        assert kommune_i(runde).laas == 50
        steinkjer = finn_anbefaling(runde, STEINKJER)
        assert steinkjer is not None
        tekst = _tekst(trykk.til_kommunen(steinkjer))
    assert "Utkast." in tekst and "ikke anbefalt" in tekst and "ikke tallfestet" in tekst
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    svaret = klient.get(reverse("bosetting:brev", args=[runde.noekkel]), follow=True)
    assert "kan ikke trykkes" in svaret.content.decode()


def test_brevet_til_imdi_er_paa_fylkets_maalform_med_sum_og_grunner() -> None:
    """Whoever prints it, in whatever language the screen is; also why a municipality is not asked."""
    runde = lag_runde(tilstand="dialog", grunntall=0, baand=Decimal("0.90"))
    sett_kommune(runde, STEINKJER, spurt=False, spurt_grunn="Har bedt om et år uten")
    sett_kommune(runde, TRONDHEIM, laas=60, laas_grunn="Avtalt i møtet")
    lag_kriterium(runde, vekt=Decimal("0.10"))
    beregn(runde)
    with som(saksbehandler()), override("nn"):
        brev = _tekst(trykk.til_imdi(runde))
    assert "Anbefalingen for hver kommune" in brev and "I alt 600 20" in brev
    assert "Har bedt om et år uten" in brev and "Avtalt i møtet" in brev
    assert "Personene er fordelt etter folketall." in brev
    assert "til sammen endre tallet med høyst 50 prosent" in brev
    assert "høyst 90 prosent over eller under det forrige" in brev and "har låst med en grunn" in brev


def test_brevet_til_kommunen_sier_hvorfor() -> None:
    """«Hvorfor 24?» from the stored calculation, as a paragraph; one not asked is told why not."""
    runde = lag_runde(tilstand="dialog", grunntall=5)
    sett_kommune(runde, STEINKJER, spurt=False, spurt_grunn="Har bedt om et år uten")
    sett_kommune(runde, TRONDHEIM, laas=50, laas_grunn="Avtalt i møtet")
    beregn(runde)
    with kontekst(motor_kontekst()):
        Virksomhet.objects.filter(nummer="5007").update(maalform="nn")
    with som(saksbehandler()):
        brev = {
            nr: _tekst(trykk.til_kommunen(finn_anbefaling(runde, nr)))
            for nr in (TRONDHEIM, STEINKJER, "5007")
        }
    assert "Hvorfor 50?" in brev[TRONDHEIM] and "Hver kommune får 5 til å begynne med." in brev[TRONDHEIM]
    assert brev[TRONDHEIM].count("Avtalt i møtet") == 1 and "Uten låsen ville det vært" in brev[TRONDHEIM]
    assert "Hvorfor 0?" in brev[STEINKJER] and "Har bedt om et år uten" in brev[STEINKJER]
    assert "Folketalet, " in brev["5007"] and "blir beden om å busetje" in brev["5007"]


def test_kommunen_leser_hvorfor_paa_sin_egen_side_naar_anbefalingen_er_sendt() -> None:
    """The paragraph, in the language of the screen."""
    runde = lag_anbefalt(til="sendt")
    klient = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    side = reverse("bosetting:svar", args=[runde.noekkel])
    assert "Folketallet, " in klient.get(side).content.decode()
    klient.cookies["spraak"] = "nn"
    assert "Folketalet, " in klient.get(side).content.decode()
    assert antall_spoerringer(klient, side) <= 12
