"""Several questions in one say what each says by itself."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Count, Q, Value
from pytest_django import DjangoAssertNumQueries

from integrering.grunnmur.samlet import les_samlet
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_person

pytestmark = pytest.mark.django_db


def test_hvert_spoersmaal_faar_sitt_svar_i_en_spoerring(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        svar = les_samlet(
            {
                "antall": Virksomhet.objects.order_by()
                .annotate(alt=Value(1))
                .values("alt")
                .annotate(n=Count("pk"), k=Count("pk", filter=Q(type="kommune")))
                .values("n", "k"),
                "rader": Virksomhet.objects.filter(nummer__in=[TRONDHEIM, STEINKJER], type="kommune")
                .order_by("nummer")
                .values("nummer", "navn"),
                "ingen": Virksomhet.objects.filter(navn="100 % oppdiktet").values("navn"),
                "umulig": Virksomhet.objects.filter(pk__in=[]).values("navn"),
            }
        )
    (tall,) = svar["antall"]
    assert tall == {"n": Virksomhet.objects.count(), "k": Virksomhet.objects.filter(type="kommune").count()}
    assert [rad["nummer"] for rad in svar["rader"]] == [TRONDHEIM, STEINKJER]
    assert svar["ingen"] == svar["umulig"] == []
    assert les_samlet({}) == {} and les_samlet({"x": Virksomhet.objects.none().values("pk")}) == {"x": []}


def test_datoer_blir_tekst_og_leseren_ser_bare_sitt() -> None:
    lag_person(kommune=TRONDHEIM, foedselsdato=date(1995, 6, 15))
    lag_person(kommune=STEINKJER)
    sporring = {"personer": Person.objects.values("foedselsdato")}
    with kontekst(kontekst_for(lag_aktoer())):
        assert les_samlet(sporring) == {"personer": [{"foedselsdato": "1995-06-15"}]}
