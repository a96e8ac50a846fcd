"""Several questions in one say what each says by itself."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Avg, Count, F, Q, Sum, Value
from pytest_django import DjangoAssertNumQueries

from integrering.grunnmur.samlet import les_samlet, tell
from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Virksomhet
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_person

pytestmark = pytest.mark.django_db


def test_hvert_spoersmaal_faar_sitt_svar_i_en_spoerring(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        svar = les_samlet(
            {
                "antall": tell(
                    Virksomhet.objects.all(), n=Count("pk"), k=Count("pk", filter=Q(type="kommune"))
                ),
                "av_ingen": tell(Virksomhet.objects.filter(navn="x"), n=Count("pk"), s=Sum("pk")),
                "av_umulig": tell(Virksomhet.objects.filter(pk__in=[]), n=Count("pk"), s=Sum("pk")),
                "intet": None,
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
    assert svar["av_ingen"] == svar["av_umulig"] == [{"n": 0, "s": None}]
    assert svar["ingen"] == svar["umulig"] == svar["intet"] == []
    assert les_samlet({}) == {} and les_samlet({"x": Virksomhet.objects.none().values("pk")}) == {"x": []}


def test_radene_er_de_sporringen_selv_gir() -> None:
    """Days, instants, keys and decimals; columns that are called the same; unions; in the same order."""
    lag_person(kommune=TRONDHEIM, foedselsdato=date(1995, 6, 15))
    lag_person(kommune=STEINKJER, foedselsdato=date(1990, 1, 2))
    personer = Person.objects.order_by("foedselsdato")
    sporringer = {
        "felt": personer.values(
            "foedselsdato", "opprettet", "noekkel", "kommune", "kommune__nummer", "skjermet"
        ),
        "regnet": personer.annotate(kalt=F("kommune__navn"), en=Value("100 %")).values("kalt", "en", "pk"),
        "alt": personer.values(),
        "snitt": tell(Person.objects.all(), snitt=Avg("pk"), sum=Sum("pk")),
        "begge": personer.values("pk").union(Virksomhet.objects.values("pk"), all=True).order_by("pk"),
    }
    with kontekst(motor_kontekst()):
        assert les_samlet(sporringer) == {navn: list(s) for navn, s in sporringer.items()}


def test_leseren_ser_bare_sitt() -> None:
    lag_person(kommune=TRONDHEIM, foedselsdato=date(1995, 6, 15))
    lag_person(kommune=STEINKJER)
    sporring = {"personer": Person.objects.values("foedselsdato")}
    with kontekst(kontekst_for(lag_aktoer())):
        assert les_samlet(sporring) == {"personer": [{"foedselsdato": date(1995, 6, 15)}]}
