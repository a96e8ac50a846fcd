"""Whose drafts, answers and charts are whose, and what a control must not give away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering.models import Importutkast, Svarfil, Utkastavvik, Utkastinnhold
from tests import fabrikk
from tests.tilgang.hjelp import inn
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import PERSONER, VEDTAK, fil, personrad

pytestmark = pytest.mark.django_db


def test_utkastet_er_bare_mitt(leser: Client, person: Person, motor: None) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, flyt.vedtaksrad(person)))
    flyt.gjoer_jobbene()
    kollega = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    pk = flyt.utkastet().pk
    for navn in ("import_utkast", "import_kolonner", "import_slett", "import_feilfil"):
        assert kollega.get(reverse(navn, args=[pk])).status_code == 404
    for navn in ("import_bekreft", "import_proev", "import_ark", "import_avbryt", "import_slett"):
        assert kollega.post(reverse(navn, args=[pk])).status_code == 404


def test_veggen_om_utkast_svar_og_kart(
    leser: Client, bruker: Bruker, person: Person, som: Callable[[Aktoer], Any]
) -> None:
    """Also below the pages: the tables show a draft to its owner, and the rest to the organisation."""
    flyt.importer_i_nettleser(leser, "vedtak", fil(VEDTAK, flyt.vedtaksrad(person), "1;2;3;4;5"))
    flyt.last_opp(leser, "vedtak", fil(f"x;{VEDTAK}", f";{flyt.vedtaksrad(person)}"))
    flyt.gjoer_jobbene()
    kollega = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    kommune = fabrikk.lag_aktoer()

    def ser(av: Aktoer) -> list[int]:
        with som(av):
            return [m.objects.count() for m in (Importutkast, Utkastinnhold, Utkastavvik, Svarfil)]

    assert ser(fabrikk.aktoer(bruker)) == [2, 1, 0, 2]
    assert ser(kollega) == [0, 0, 0, 2]
    assert ser(kommune) == [0, 0, 0, 0]


def test_svar_med_skjermede_er_for_dem_som_kan_se_dem(motor: None) -> None:
    skjult = fabrikk.lag_person(adressebeskyttelse="fortrolig")
    med = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True))
    kvittering = flyt.importer_i_nettleser(med, "vedtak", fil(VEDTAK, flyt.vedtaksrad(skjult)))
    adresse = reverse("import_svarfil", args=[kvittering.noekkel, "svar"])
    assert med.get(adresse).status_code == 200
    assert inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)).get(adresse).status_code == 404
    assert inn(fabrikk.lag_bruker()).get(adresse).status_code == 404


def test_kontrollen_roeper_ikke_om_nummeret_er_i_bruk_et_annet_sted(motor: None) -> None:
    nabo = fabrikk.lag_person(kommune=fabrikk.STEINKJER)
    kommune = inn(fabrikk.lag_bruker())
    flyt.last_opp(kommune, "personer", fil(PERSONER, personrad(nabo.duf), personrad(fabrikk.nytt_duf())))
    flyt.gjoer_jobbene()
    utkast = flyt.utkastet()
    assert utkast.resultat["nye"] == 2
    vist = flyt.side(kommune.get(reverse("import_utkast", args=[utkast.pk])))
    assert "kan ikke registreres her" not in vist
    kommune.post(reverse("import_bekreft", args=[utkast.pk]))
    flyt.gjoer_jobbene()
    assert (flyt.siste_import().nye, flyt.siste_import().avviste) == (1, 1)
