"""A letter with a file in the browser: attach, correct the file, send as a message, read and acknowledge."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.utils import timezone
from playwright.sync_api import FilePayload, Page

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.e2e.brukeren import PASSORD, Brukeren
from tests.fabrikk import lag_bruker
from tests.utveksling.vedlegg import filer

pytestmark = pytest.mark.e2e
FYLKET, KOMMUNEN = "brevskriver", "brevleser"


@pytest.fixture
def brukere(egen_database: str) -> None:
    """A case worker at the county and one at Trondheim."""
    ekte = Argon2PasswordHasher().encode(PASSORD, "salt-for-testen")
    for rolle, navn in ((Rolle.FYLKE_SAKSBEHANDLER, FYLKET), (Rolle.KOMMUNE_FLYKTNINGTJENESTE, KOMMUNEN)):
        with kontekst(motor_kontekst()):
            bruker = lag_bruker(rolle, brukernavn=navn)
            bruker.password = ekte
            bruker.save()


def pdf(navn: str) -> list[FilePayload]:
    """Return what is chosen in the file field."""
    return [{"name": navn, "mimeType": "application/pdf", "buffer": filer.PDF}]


@pytest.mark.parametrize(("spraak", "bredde"), [("nb", 1280), ("nn", 320)])
def test_brev_med_vedlegg_som_melding(
    brukere: None, sted: str, ny_side: Callable[..., Page], spraak: str, bredde: int
) -> None:
    """Each page on the way is accessible, in the reader's language and no wider than the window."""
    du = Brukeren(ny_side(bredde=bredde), sted, spraak)

    def se(navn: str) -> None:
        du.sjekk()
        if mappe := os.environ.get("BREV_BILDER"):
            du.side.screenshot(
                path=str(Path(mappe) / f"melding-{navn}-{spraak}-{bredde}.png"), full_page=True
            )

    du.logg_inn(FYLKET)
    du.gaa("/brev/nytt/?mal=kommune_brev")
    du.side.select_option("[name=virksomhet]", label="Trondheim")
    du.fyll(felt_emne="Plasser til høsten")
    du.side.set_input_files("[name=vedlegg]", pdf("makro.docm"))
    du.trykk("Lagre utkast")
    assert du.side.input_value("[name=felt_emne]") == "Plasser til høsten"
    se("avvist")
    du.side.set_input_files("[name=vedlegg]", pdf("Timeplan.pdf"))
    du.trykk("Lagre utkast")
    se("utkast")
    du.trykk("Ny versjon")
    du.side.set_input_files("[name=vedlegg]", pdf("Timeplan rettet.pdf"))
    se("versjoner")
    du.trykk("Last opp ny versjon")
    assert "Timeplan rettet.pdf" in du.leser()
    du.trykk("Endre")
    se("endre")
    du.side.go_back()
    du.trykk("Gjør ferdig")
    se("ferdig")
    du.trykk("Gjør ferdig")
    du.trykk("Merk som sendt")
    du.side.check("[name=maate][value=melding]")
    du.fyll(dato=f"{timezone.localdate():%d.%m.%Y}")
    se("sendt")
    du.trykk("Merk som sendt")
    se("brevet")
    du.logg_inn(KOMMUNEN)
    du.gaa("/meldinger/")
    du.side.get_by_role("link", name="Plasser til høsten").first.click()
    se("traaden")
    du.trykk("Kvitter for mottatt")
    du.side.get_by_role("link", name=f"Brev {timezone.localdate().year}/00001").click()
    assert "Timeplan rettet.pdf" in du.leser()
    se("mottatt")
