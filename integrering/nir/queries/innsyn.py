"""Reads of the log of look-ups. Each is carried by an index that ends in (tid, id)."""

from __future__ import annotations

from django.conf import settings
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower

from integrering.grunnmur.alfabet import alfabetisk
from integrering.nir.models import Person
from integrering.tilgang.innsynssteder import stedsnavn
from integrering.tilgang.models import Bruker, Innsyn

# So many users are shown when a name fits several.
BRUKERE = 20

# Every organisation of the county and every page in the log, in one go. PostgreSQL reads all rows for
# DISTINCT; this jumps from one value to the next in the index.
_VALG = """
    WITH RECURSIVE sted (hvor) AS (
        (SELECT hvor FROM tilgang_innsyn ORDER BY hvor LIMIT 1)
        UNION ALL
        SELECT (SELECT i.hvor FROM tilgang_innsyn i WHERE i.hvor > sted.hvor ORDER BY i.hvor LIMIT 1)
        FROM sted WHERE sted.hvor IS NOT NULL
    )
    SELECT 'hvor', hvor, hvor FROM sted WHERE hvor IS NOT NULL
    UNION ALL
    SELECT 'virksomhet', v.id::text, v.navn FROM tilgang_virksomhet v
    LEFT JOIN tilgang_virksomhet over ON over.id = v.overordnet_id
    WHERE v.type IN ('skole', 'frivillig') OR over.nummer = %(fylke)s
       OR (v.type = 'fylkeskommune' AND v.nummer = %(fylke)s)
    ORDER BY 1, 3
"""


def innsyn() -> QuerySet[Innsyn]:
    """Return the look-ups the one who asks may see, each with the key of the person in addresses."""
    noekkel = Person.objects.filter(pk=OuterRef("person_id")).values("noekkel")[:1]
    return Innsyn.objects.select_related("bruker", "virksomhet").annotate(noekkel=Subquery(noekkel))


def filtervalg() -> dict[str, list[tuple[str, str]]]:
    """Return the choices of the filter: «hvor», every page and export in the log; «virksomhet»."""
    valg: dict[str, list[tuple[str, str]]] = {"hvor": [], "virksomhet": []}
    with connection.cursor() as peker:
        peker.execute(_VALG, {"fylke": settings.FYLKESNUMMER})
        for felt, verdi, tekst in peker.fetchall():
            valg[felt].append((verdi, stedsnavn(tekst) if felt == "hvor" else tekst))
    for valgene in valg.values():
        valgene.sort(key=lambda valget: alfabetisk(valget[1]))
    return valg


def bruker_som_valg(pk: str) -> list[tuple[str, str]]:
    """Return the user with this number as the choice of a filter; none when there is no such user."""
    if not (pk.isascii() and pk.isdigit() and len(pk) < 10):
        return []
    return [(pk, str(bruker)) for bruker in Bruker.objects.filter(pk=pk)]


def brukere_som_heter(tekst: str) -> list[Bruker]:
    """Return users by user name, address or part of the name: at most `BRUKERE`, by name."""
    ord_ = tekst.split()
    navn = Q()
    for del_ in ord_:
        navn &= Q(first_name__icontains=del_) | Q(last_name__icontains=del_)
    treff = Bruker.objects.filter(
        Q(username__iexact=tekst) | Q(email__iexact=tekst) | (navn if ord_ else Q(pk=None))
    )
    return list(treff.order_by(Lower("last_name"), Lower("first_name"), "pk")[:BRUKERE])
