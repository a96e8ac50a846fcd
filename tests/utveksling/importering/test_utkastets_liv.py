"""A draft to its end: a job that failed, a role that ended, deleted, outlived, imported once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.nir.models import Person, Vedtak
from integrering.tilgang.models import Bruker
from integrering.utveksling.importering import actions
from integrering.utveksling.importering.actions import gjoer
from integrering.utveksling.importering.models import Import, Importutkast, Svarfil, Utkastinnhold
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import VEDTAK, fil

pytestmark = pytest.mark.django_db


def test_en_jobb_som_feilet_kan_proeves_igjen(
    leser: Client, person: Person, motor: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, flyt.vedtaksrad(person)))
    utkast = flyt.utkastet()
    adresse = reverse("import_utkast", args=[utkast.pk])
    leser.post(reverse("import_avbryt", args=[utkast.pk]))
    assert "Arbeidet ble avbrutt." in flyt.side(leser.get(adresse))
    assert "må kontrolleres" in flyt.side(
        leser.post(reverse("import_bekreft", args=[utkast.pk]), follow=True)
    )
    leser.post(reverse("import_proev", args=[utkast.pk]))
    leser.post(reverse("import_proev", args=[utkast.pk]))
    assert [j.tilstand for j in flyt.gjoer_jobbene()] == ["ferdig"]
    leser.post(reverse("import_bekreft", args=[utkast.pk]))
    with monkeypatch.context() as lapp:
        lapp.setattr(gjoer, "importer_fil", lambda **_: 1 / 0)
        [jobb] = flyt.gjoer_jobbene()
    assert jobb.tilstand == "feilet"
    assert "Importer på nytt" in flyt.side(leser.get(adresse))
    leser.post(reverse("import_bekreft", args=[utkast.pk]))
    flyt.gjoer_jobbene()
    assert Vedtak.objects.count() == 1


def test_rollen_tok_slutt_foer_jobben(leser: Client, bruker: Bruker, person: Person, motor: None) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, flyt.vedtaksrad(person)))
    Bruker.objects.filter(pk=bruker.pk).update(is_active=False)
    [jobb] = flyt.gjoer_jobbene()
    assert (jobb.tilstand, jobb.feil) == ("feilet", "Rollen din gjelder ikke lenger. Logg inn på nytt.")


def test_aa_slette_og_at_filen_utloeper(leser: Client, person: Person, motor: None) -> None:
    tekst = fil(VEDTAK, flyt.vedtaksrad(person))
    flyt.last_opp(leser, "vedtak", tekst)
    utkast = flyt.utkastet()
    slett = reverse("import_slett", args=[utkast.pk])
    assert leser.get(slett).status_code == 200
    assert leser.post(slett).status_code == 409  # it is at work
    flyt.gjoer_jobbene()
    assert leser.post(slett).headers["Location"] == reverse("importer")
    assert not Utkastinnhold.objects.exists()
    lukket = leser.get(reverse("import_utkast", args=[utkast.pk]))
    assert lukket.status_code == 410
    assert "Last opp filen på nytt" in flyt.side(lukket)
    assert leser.get(slett).status_code == 302
    assert leser.get(reverse("import_kolonner", args=[utkast.pk])).status_code == 410
    assert leser.post(reverse("import_bekreft", args=[utkast.pk])).status_code == 410
    assert leser.get(reverse("import_feilfil", args=[utkast.pk])).status_code == 404

    flyt.last_opp(leser, "vedtak", tekst)
    flyt.gjoer_jobbene()
    gammelt = flyt.utkastet()
    Importutkast.objects.filter(pk=gammelt.pk).update(utloeper=timezone.now() - timedelta(hours=1))
    assert leser.get(reverse("import_utkast", args=[gammelt.pk])).status_code == 410
    kvittering = flyt.importer_i_nettleser(leser, "vedtak", tekst)
    Svarfil.objects.update(slettes=timezone.now() - timedelta(hours=1))
    from integrering.utveksling.importering.tasks import rydd_importer

    rydd_importer()
    assert not Utkastinnhold.objects.exists()
    assert not Svarfil.objects.exists()
    gammelt.refresh_from_db()
    assert gammelt.tilstand == "lukket"
    assert "Svarfilene er slettet" in flyt.side(
        leser.get(reverse("import_kvittering", args=[kvittering.noekkel]))
    )
    Importutkast.objects.update(utloeper=timezone.now() - timedelta(days=31))
    actions.rydd()
    assert not Importutkast.objects.exists()
    assert Import.objects.exists()


def test_et_lukket_utkast_importeres_ikke(leser: Client, person: Person, motor: None) -> None:
    flyt.last_opp(leser, "vedtak", fil(VEDTAK, flyt.vedtaksrad(person)))
    Importutkast.objects.update(tilstand="lukket")
    [jobb] = flyt.gjoer_jobbene()
    assert (jobb.tilstand, jobb.feil) == ("feilet", "Utkastet er lukket. Last opp filen på nytt.")


def test_importen_gjort_en_gang_til_gjoer_ingenting(leser: Client, person: Person, motor: None) -> None:
    flyt.importer_i_nettleser(leser, "vedtak", fil(VEDTAK, flyt.vedtaksrad(person)))
    assert actions.gjoer_import(utkast_id=flyt.utkastet().pk) == {}
    assert actions.gjoer_proeve(utkast_id=flyt.utkastet().pk) == {}
    assert Import.objects.count() == 1
