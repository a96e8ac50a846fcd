"""Names in the order a Norwegian reader looks for them."""

from __future__ import annotations

import pytest
from django.db.models import Value

from integrering.grunnmur.alfabet import Alfabetisk, alfabetisk
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.meldinger.queries.adressater import mulige_mottakere
from integrering.utveksling.moeter.queries.deltakere import virksomheter_aa_invitere
from tests.fabrikk import lag_aktoer

RIKTIG = ["Alta", "Verdal", "Ærfugl", "Østre", "Øygarden", "Aafjord", "Ås"]


def test_ae_oe_aa_kommer_sist() -> None:
    assert sorted(sorted(RIKTIG), key=alfabetisk) == RIKTIG
    assert sorted(RIKTIG) != RIKTIG


@pytest.mark.django_db
def test_databasen_sorterer_likt() -> None:
    en = Virksomhet.objects.filter(type="fylkeskommune")[:1]
    for navn in RIKTIG:
        assert en.annotate(ordnet=Alfabetisk(Value(navn))).get().ordnet == alfabetisk(navn)


@pytest.mark.django_db
def test_oerland_staar_foer_aafjord_i_moeter_og_meldinger() -> None:
    av = lag_aktoer()
    with kontekst(motor_kontekst()):
        for sted in (list(virksomheter_aa_invitere()), mulige_mottakere(av, None)):
            navn = [v.navn for v in sted]
            assert navn.index("Verdal") < navn.index("Ørland") < navn.index("Åfjord")
