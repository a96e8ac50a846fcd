"""What the doors share."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_uuid
from integrering.nir.models import Person
from integrering.nir.queries.person import finn_person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER
from integrering.utveksling.meldinger.queries.lesing import TELL_TIL, telling

BRUKERE = tuple(sorted(ARBEIDSROLLER))
MED_PERSONER = tuple(sorted(FYLKESROLLER | KOMMUNEROLLER))


def faner(av: Aktoer, aktiv: str) -> list[dict[str, Any]]:
    """Return the tabs of the message lists with their counts."""
    tall = telling(av)
    alle = (
        ("meldinger", _("Innboks"), tall.innboks),
        ("meldinger_sendt", _("Sendt"), tall.sendt),
        ("meldinger_utkast", _("Utkast"), tall.utkast),
        ("meldinger_venter", _("Venter på kvittering"), tall.venter),
    )
    return [
        {"url": reverse(navn), "tekst": tekst, "antall": _antall(n), "aktiv": navn == aktiv}
        for navn, tekst, n in alle
    ]


def _antall(n: int) -> str:
    return f"{TELL_TIL}+" if n > TELL_TIL else str(n)


def person_i_adressen(request: HttpRequest, av: Aktoer) -> Person | None:
    """Return the person named by `?person=`; None without one. Raises Http404 for one the reader has not."""
    tekst = request.GET.get("person", "")
    if not tekst:
        return None
    noekkel = les_uuid(tekst)
    if noekkel is None or not (av.er_fylke or av.er_kommune):
        raise Http404
    person = finn_person(noekkel)
    if person is None:
        raise Http404
    return person


def ved_filene(brudd: Regelbrudd) -> Regelbrudd:
    """Let what is said of attachments stand at the file field."""
    return Regelbrudd({"filer" if felt == "vedlegg" else felt: t for felt, t in brudd.meldinger.items()})
