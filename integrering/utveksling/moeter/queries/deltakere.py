"""Who can be asked to take part."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from integrering.grunnmur.alfabet import Alfabetisk
from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.queries import gjelder
from integrering.tilgang.roller import ARBEIDSROLLER


def brukere_i(virksomhet_id: int, i_dag: date) -> QuerySet[Bruker]:
    """Return those who have a role with work for the organisation on the day, by name."""
    roller = Rolletildeling.objects.filter(
        gjelder(i_dag), virksomhet_id=virksomhet_id, rolle__in=ARBEIDSROLLER
    )
    return Bruker.objects.filter(is_active=True, pk__in=roller.values("bruker_id")).order_by(
        "first_name", "last_name", "pk"
    )


def virksomheter_aa_invitere() -> QuerySet[Virksomhet]:
    """Return who can be invited: the county, its municipalities, schools and voluntary organisations."""
    rekkefoelge = Case(
        When(type="fylkeskommune", then=Value(0)),
        When(type="kommune", then=Value(1)),
        When(type="skole", then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    vaart = Q(type="fylkeskommune", nummer=settings.FYLKESNUMMER)
    vaare = Q(type="kommune", overordnet__nummer=settings.FYLKESNUMMER)
    kan = vaart | vaare | Q(type__in=("skole", "frivillig"))
    return Virksomhet.objects.filter(kan, aktiv=True).order_by(rekkefoelge, Alfabetisk("navn"), "pk")
