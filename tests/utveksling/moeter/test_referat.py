"""Minutes: written, approved, locked and corrected."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.models import Moete
from tests.utveksling.moeter.hjelp import lag_moete

pytestmark = pytest.mark.django_db


def test_referat_fra_utkast_til_rettelse(av: Aktoer) -> None:
    """Written, approved (locked), corrected with a reason; what stood is kept."""
    moete = lag_moete(av, -1)
    with pytest.raises(Regelbrudd, match="Skriv referatet før"):
        actions.godkjenn_referat(moete=moete, versjon=1, av=av)
    for referat in (" ", "Barnet 01019912345"):
        with pytest.raises(Regelbrudd) as brudd:
            actions.skriv_referat(moete=moete, versjon=1, referat=referat, av=av)
        assert list(brudd.value.meldinger) == ["referat"]
    with pytest.raises(Regelbrudd, match="ikke godkjent"):
        actions.rett_referat(moete=moete, versjon=1, referat="Ny", aarsak="x", av=av)
    actions.skriv_referat(moete=moete, versjon=1, referat="Enige om alt.", av=av)
    assert moete.tilstand == "avholdt"
    actions.godkjenn_referat(moete=moete, versjon=2, av=av)
    actions.godkjenn_referat(moete=moete, versjon=2, av=av)
    assert (moete.laast, moete.versjon) == (True, 3)
    with pytest.raises(Regelbrudd, match="låst"):
        actions.skriv_referat(moete=moete, versjon=3, referat="Omskrevet", av=av)
    for referat, aarsak, felt in (("Nytt", "", "aarsak"), ("Enige om alt.", "Ingen", "referat")):
        with pytest.raises(Regelbrudd) as brudd:
            actions.rett_referat(moete=moete, versjon=3, referat=referat, aarsak=aarsak, av=av)
        assert list(brudd.value.meldinger) == [felt]
    actions.rett_referat(moete=moete, versjon=3, referat="Enige om mye.", aarsak="Feil ord", av=av)
    rettelse = moete.rettelser.get()
    assert (rettelse.foer, rettelse.etter, moete.referat) == ("Enige om alt.",) + ("Enige om mye.",) * 2


def test_databasen_laaser_godkjent_referat(av: Aktoer) -> None:
    """Whatever the code forgets: approved minutes change only with a correction, and never open again."""
    moete = lag_moete(av, -1)
    actions.skriv_referat(moete=moete, versjon=1, referat="Enige.", av=av)
    actions.godkjenn_referat(moete=moete, versjon=2, av=av)
    for felt in ({"referat": "Smuglet inn"}, {"referat_godkjent": None, "referat_godkjent_av": None}):
        with pytest.raises(DatabaseError, match="godkjent referat"), transaction.atomic():
            Moete.objects.filter(pk=moete.pk).update(**felt)
    for gjoer in (moete.rettelser.all().delete, lambda: moete.rettelser.update(aarsak="Annet")):
        moete.rettelser.create(foer="Enige.", etter="Uenige.", aarsak="Feil", av_id=av.bruker_id)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            gjoer()
