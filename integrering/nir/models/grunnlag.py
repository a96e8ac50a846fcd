"""What the registrations about a person have in common."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.models.personopplysning import FOERSTE_DAG, SISTE_DAG

GJELDER = Q(erstattet__isnull=True, annullert=False)


class Personfakta(ToKlokker):
    """Base of the registrations of forskriften §§ 46, 47, 52 and 53."""

    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="+", verbose_name=_("person")
    )

    class Meta(ToKlokker.Meta):
        abstract = True
        indexes = [models.Index(fields=["person"], name="%(class)s_person")]


def en_per(*felt: str) -> models.UniqueConstraint:
    """Return the constraint that a person has one such registration that holds, for these values."""
    return models.UniqueConstraint(
        fields=["person", *felt], condition=GJELDER, name="%(app_label)s_%(class)s_en_per_start"
    )


def datoer_i_tid(*felt: str) -> list[models.CheckConstraint]:
    """Return the constraints that these dates are in our time (1900–2100) when they are given."""
    return [
        models.CheckConstraint(
            condition=Q(**{f"{f}__isnull": True}) | Q(**{f"{f}__gte": FOERSTE_DAG, f"{f}__lte": SISTE_DAG}),
            name=f"%(app_label)s_%(class)s_{f}_i_tid",
        )
        for f in felt
    ]


def ikke_foer(senere: str, tidligere: str) -> models.CheckConstraint:
    """Return the constraint that one date is not before another, when both are given."""
    return models.CheckConstraint(
        condition=Q(**{f"{senere}__isnull": True}) | Q(**{f"{senere}__gte": models.F(tidligere)}),
        name=f"%(app_label)s_%(class)s_{senere}_etter_{tidligere}",
    )


def mellom(felt: str, minst: int, mest: int) -> models.CheckConstraint:
    """Return the constraint that a number lies between two, both included, when it is given."""
    return models.CheckConstraint(
        condition=Q(**{f"{felt}__isnull": True}) | Q(**{f"{felt}__gte": minst, f"{felt}__lte": mest}),
        name=f"%(app_label)s_%(class)s_{felt}_omraade",
    )


def spraak_i_orden(felt: str) -> models.CheckConstraint:
    """Return the constraint that a language is three letters, or not given."""
    return models.CheckConstraint(
        condition=Q(**{felt: ""}) | Q(**{f"{felt}__regex": r"^[a-z]{3}$"}),
        name=f"%(app_label)s_%(class)s_{felt}_tre_bokstaver",
    )
