"""Letters in the browser: a reminder to five municipalities in six activations, each in its own language."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from playwright.sync_api import Page

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev.models import Brev
from tests.e2e.brukeren import PASSORD, Brukeren
from tests.e2e.teller import ny_teller
from tests.fabrikk import lag_bruker, lag_person
from tests.utveksling.brev.brevhjelp import lag_brev, saksbehandler

pytestmark = pytest.mark.e2e
BREVSKRIVER = "brevskriver"


@pytest.fixture
def verden(egen_database: str) -> Brev:
    """A case worker, one municipality with nynorsk, and a draft."""
    ekte = Argon2PasswordHasher().encode(PASSORD, "salt-for-testen")
    with kontekst(motor_kontekst()):
        bruker = lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, brukernavn=BREVSKRIVER)
        bruker.password = ekte
        bruker.save()
        Virksomhet.objects.filter(type="kommune", nummer="5061").update(maalform="nn")
    lag_person(fornavn="Amina", etternavn="Aasprøve")
    return lag_brev(saksbehandler(), fritekst="Min egen tekst\n\n- et punkt\n- **et til**")


def bilde(du: Brukeren, navn: str) -> None:
    """Keep a picture where BREV_BILDER says, when someone wants to look."""
    if mappe := os.environ.get("BREV_BILDER"):
        du.side.screenshot(path=str(Path(mappe) / f"{navn}-{du.spraak}.png"), full_page=True)


@pytest.mark.parametrize("spraak", ["nb", "nn"])
def test_paaminning_til_fem_kommuner(
    verden: Brev, sted: str, ny_side: Callable[..., Page], spraak: str
) -> None:
    """From the front page; typing is not counted. The target is six."""
    du = ny_teller(ny_side(), sted, spraak)
    du.logg_inn(BREVSKRIVER)
    with du.hoeyst(6, "påminning til fem kommuner"):
        du.trykk("Brev")
        du.sjekk()
        du.trykk("Brev til flere kommuner")
        du.sjekk()
        bilde(du, "flere")
        # the keyboard goes to the field; what one types is not counted
        du.fyll(skrevet="Trondheim, Steinkjer, Rindal, Frøya, Skaun")
        du.trykk("Kontroller brevene")
        du.sjekk()
        bilde(du, "kontroller")
        du.trykk("Lag %(n)s brev", n=5)
        du.sjekk()
        bilde(du, "bunke")
        du.trykk("Merk alle som sendt")
        du.sjekk()
        du.trykk("Merk som sendt")
    with kontekst(motor_kontekst()):
        rader = Brev.objects.filter(bunke__isnull=False).values_list(
            "virksomhet__nummer", "maalform", "tilstand"
        )
        assert sorted(rader) == [
            ("5001", "nb", "sendt"), ("5006", "nb", "sendt"), ("5014", "nb", "sendt"),
            ("5029", "nb", "sendt"), ("5061", "nn", "sendt"),
        ]  # fmt: skip


def test_sidene_er_tilgjengelige_og_smale(verden: Brev, sted: str, ny_side: Callable[..., Page]) -> None:
    """All pages at 320 px without a violation, also with errors."""
    du = Brukeren(ny_side(bredde=320), sted, "nb")
    du.logg_inn(BREVSKRIVER)
    adresse = f"/brev/{verden.noekkel}/"
    faste = ("", "nytt/", "nytt/?mal=kommune_brev", "nytt/?mal=person_brev", "flere/")
    brevets = ("", "endre/", "ferdig/", "slett/")
    for sti in [*(f"/brev/{f}" for f in faste), *(adresse + b for b in brevets)]:
        du.gaa(sti)
        du.sjekk()
        bilde(du, "smal" + sti.replace("/", "-").replace("?", "-"))
    du.gaa("/brev/nytt/?mal=kommune_brev")
    du.trykk("Lagre utkast")
    du.sjekk()
    du.gaa("/brev/flere/")
    du.trykk("Kontroller brevene")
    assert "Velg minst én kommune." in du.leser()
    du.sjekk()
    du.gaa(f"{adresse}ferdig/")
    du.trykk("Gjør ferdig")
    du.sjekk()
    bilde(du, "smal-ferdig")
    du.trykk("Merk som sendt")
    du.sjekk()
