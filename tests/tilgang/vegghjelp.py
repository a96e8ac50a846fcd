"""What the tests of the walls share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from integrering.nir.models import (
    Bosted,
    Flyttesak,
    FulltidVgo,
    Person,
    Personopplysning,
    Stans,
    TidligerePerson,
    Vedtak,
)
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Innsyn

Som = Callable[[Aktoer], AbstractContextManager[None]]
FAKTA: tuple[Any, ...] = (Personopplysning, Bosted, Vedtak, FulltidVgo, Stans)
ALT: tuple[Any, ...] = (Person, *FAKTA, Flyttesak, Innsyn, TidligerePerson)


@contextmanager
def nektet(tekst: str = "") -> Iterator[None]:
    """Expect the database to refuse, and go on in the same transaction."""
    with pytest.raises(DatabaseError, match=tekst), transaction.atomic():
        yield


def rader_om(person: Person) -> dict[str, int]:
    """Return how many rows the one who asks sees about a person, by table; refusal counts as none."""
    funnet = {}
    for modell in ALT:
        felt = "pk" if modell in (Person, TidligerePerson) else "person_id"
        try:
            with transaction.atomic():
                funnet[modell.__name__] = modell.objects.filter(**{felt: person.pk}).count()
        except DatabaseError:
            funnet[modell.__name__] = 0
    return funnet
