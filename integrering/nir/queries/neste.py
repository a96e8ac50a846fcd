"""Who comes next in a list, of those who miss the same."""

from __future__ import annotations

from operator import attrgetter

from django.db.models import Exists, OuterRef
from django.http import Http404

from integrering.lister import keyset
from integrering.lister.utvalg import Utvalg
from integrering.nir.faktatyper import Faktatype
from integrering.nir.models import Person


def neste_som_mangler(utvalg: Utvalg, person: Person, slag: Faktatype) -> Person | None:
    """Return the first after the person in the list's order who has nothing of the kind; None at the end.

    Ask before the person's own is registered: afterwards the row may have left the list.
    """
    hvem = utvalg.liste.person
    try:
        alle, rader = utvalg.alle({}), utvalg.alle()
    except Http404:  # what the list is of, is no longer this reader's
        return None
    nivaaer = utvalg.nivaaer(rader)
    steder = keyset.med_sted(alle.order_by().filter(**{hvem: person.pk}), nivaaer)
    sted = steder.order_by(*(n.orden for n in nivaaer)).first()
    har = slag.gjeldende.filter(person_id=OuterRef("pk" if hvem == "pk" else hvem))
    uten = rader.exclude(**{hvem: person.pk}).filter(~Exists(har), **{f"{hvem}__isnull": False})
    funnet = keyset.les(uten, nivaaer, 1, keyset.sted(sted, nivaaer) if sted else None)
    if not funnet:
        return None
    return Person.objects.filter(pk=attrgetter(hvem)(funnet[0])).first()
