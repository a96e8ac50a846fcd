"""Materials: attached by the county, opened by those invited, deleted again."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from integrering.utveksling.vedlegg.actions import legg_ved_alle
from integrering.utveksling.vedlegg.baerere import baerer_av
from integrering.utveksling.vedlegg.models import Vedlegg
from regionalt.kompetanse import actions
from regionalt.kompetanse.baerere import arrangementet
from regionalt.kompetanse.models import Arrangement, Arrangementsvedlegg
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker
from tests.kompetanse.hjelp import alle, lag_arrangement, legg_ved, saksbehandler
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _side(a: Arrangement) -> str:
    return reverse("kompetanse:arrangement", args=[a.noekkel])


def test_de_inviterte_ser_filen_til_den_slettes(klient: Client) -> None:
    a = lag_arrangement(kommuner=[TRONDHEIM])
    adresse = reverse("kompetanse:legg_ved", args=[a.noekkel])
    fil = SimpleUploadedFile("ark.txt", b"Til kurset")
    assert "ark.txt" in klient.post(adresse, {"vedlegg": fil}, follow=True).content.decode()
    assert klient.post(adresse, {}).status_code == 422
    (vedlegg,) = alle(Vedlegg)
    med, uten = inn(lag_bruker()), lag_aktoer(nummer=STEINKJER)
    assert "ark.txt" in med.get(_side(a)).content.decode()
    assert antall_spoerringer(med, _side(a)) <= 10
    assert antall_spoerringer(klient, _side(a)) <= 10
    with kontekst(kontekst_for(uten)):
        assert not Vedlegg.objects.exists()
    slett = reverse("kompetanse:slett_fil", args=[a.noekkel, vedlegg.noekkel])
    assert klient.post(slett, {"bekreft": "ja"}).status_code == 302
    assert klient.get(slett).status_code == 404
    assert not alle(Arrangementsvedlegg) and not alle(Vedlegg)


def test_bare_fylket_og_bare_naar_det_er_aapnet() -> None:
    a, utkast = lag_arrangement(), lag_arrangement(tilstand="utkast")
    av, kommune = saksbehandler(), lag_aktoer()
    lenke = legg_ved(a)
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd):
            actions.legg_ved(arrangement=utkast, filer=[], av=av)
        baerer = baerer_av(lenke.vedlegg, av)
        assert baerer is not None and (baerer.navn, baerer.aapen) == (a.tittel, True)
        (annen,) = legg_ved_alle(filer=[SimpleUploadedFile("annet.txt", b"Annet")], av=av)
        assert arrangementet(annen, av) is None
    with kontekst(kontekst_for(kommune)):
        with pytest.raises(IkkeTilgang):
            actions.legg_ved(arrangement=a, filer=[], av=kommune)
        with pytest.raises(IkkeTilgang):
            actions.slett_fil(lenke=lenke, av=kommune)
