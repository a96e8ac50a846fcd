"""No personal data about participants in the regional work: refused in forms, actions and the database."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from regionalt.rules.personvern import peker_paa_person

# The numbers as they are usually written; what is spaced in other ways, the actions refuse.
_MOENSTER = r"(^|[^0-9])([0-9]{6}[ .\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])"


def melding() -> str:
    """Return what is said beside a text that points out a person."""
    return _("Ta ut nummeret. Teksten skal ikke handle om enkeltpersoner.")


def brudd_i_tekst(**felter: Any) -> dict[str, list[str]]:
    """Return the fields whose text seems to hold the number of a person, with what to do.

    What is no text is let by.
    """
    return {
        felt: [melding()]
        for felt, verdi in felter.items()
        if isinstance(verdi, str) and peker_paa_person(verdi)
    }


def uten_nummer(navn: str, *felt: str) -> models.CheckConstraint:
    """Return the constraint that none of these text columns holds an identity number or a DUF number."""
    return models.CheckConstraint(
        condition=reduce(and_, (~Q(**{f"{f}__regex": _MOENSTER}) for f in felt)), name=navn
    )
