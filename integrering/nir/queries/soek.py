"""Finding persons by DUF number, birth date or the start of any part of the name.

Only comparisons that are leakproof are used, so that row-level security lets them into the indexes: `=`, `>=`
and `<` (see docs/soek.md).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from integrering.grunnmur import lesing
from integrering.nir.models import Person, Soekeord

# So many persons are looked at; who has more hits is asked to write more.
KANDIDATER = 500
_DUF_LENGDE, _DUF_MINST, _FLEST_ORD = 12, 4, 6
_ETTER_ALT = "\U0010ffff"


def duf_i(tekst: str) -> str:
    """Return the twelve digits of a whole DUF number, or an empty text."""
    sifre = _sifre(tekst)
    return sifre if len(sifre) == _DUF_LENGDE else ""


def kandidater(tekst: str) -> list[int]:
    """Return the numbers of at most `KANDIDATER` persons the one who asks sees, in no certain order."""
    if duf := duf_i(tekst):
        return list(Person.objects.filter(duf=duf).values_list("pk", flat=True))
    sifre, dag = _sifre(tekst), _dato(tekst)
    if dag is None and len(sifre) < _DUF_MINST:
        return _etter_navn(tekst)
    return [*_etter_dato(dag), *_etter_duf(sifre)]


def _sifre(tekst: str) -> str:
    """Return the digits, if the text is digits with spaces, points or hyphens and no more than twelve."""
    sifre = re.sub(r"[\s.\-]", "", tekst)
    return sifre if re.fullmatch(rf"[0-9]{{1,{_DUF_LENGDE}}}", sifre) else ""


def _dato(tekst: str) -> date | None:
    i_dag = timezone.localdate()
    try:
        dag = lesing.les_dato(tekst, i_dag)
    except lesing.Ulesbar:
        return None
    # «010399» read as a year to come is someone born a hundred years ago
    return dag if dag <= i_dag else None


def _etter_dato(dag: date | None) -> list[int]:
    if dag is None:
        return []
    return list(Person.objects.filter(foedselsdato=dag).values_list("pk", flat=True)[:KANDIDATER])


def _etter_duf(sifre: str) -> list[int]:
    """Return persons whose number begins so; four digits at least."""
    if len(sifre) < _DUF_MINST:
        return []
    treff = Person.objects.filter(duf__gte=sifre, duf__lt=sifre + _ETTER_ALT).order_by("duf")
    return list(treff.values_list("pk", flat=True)[:KANDIDATER])


def _etter_navn(tekst: str) -> list[int]:
    """Return persons who have a name part that begins with each of the words, in any order."""
    ord_ = list(dict.fromkeys(ord_i(tekst)))[:_FLEST_ORD]
    if not ord_:
        return []
    foerste, *andre = (_med_ord(o) for o in ord_)
    if not andre:
        # the order of the index: those who are called just this come first
        treff = foerste.order_by("ord", "person_id")[:KANDIDATER]
        return list(dict.fromkeys(treff))
    # sets are met by hashing each range once; a semijoin could be planned as a loop of ranges in ranges
    return list(foerste.intersection(*andre)[:KANDIDATER])


def _med_ord(begynnelse: str) -> QuerySet[Soekeord, int]:
    treff = Soekeord.objects.filter(ord__gte=begynnelse, ord__lt=begynnelse + _ETTER_ALT)
    return treff.values_list("person_id", flat=True)


def ord_i(tekst: str) -> list[str]:
    """Return the words of a text as the database compares them: å = aa, æ = ae, ø = oe, no accents."""
    with connection.cursor() as peker:
        peker.execute("SELECT nir_ord(%s)", [unicodedata.normalize("NFC", tekst.replace("\x00", ""))])
        rad = peker.fetchone()
    return list(rad[0]) if rad else []
