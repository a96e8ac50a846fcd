"""What this floor lets people find: persons."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.nir import veiledning
from integrering.nir.models import Person
from integrering.nir.queries import soek
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER
from integrering.tilgang.soek import Soekekilde, Treff, registrer_soek
from integrering.tilgang.veiledninger import registrer_veiledning
from integrering.tilgang.virksomhetslenker import Lenke, registrer_virksomhetslenke


def registrer() -> None:
    """Make persons findable, and lead from a kommune's page to its persons."""
    registrer_soek(
        Soekekilde("personer", gettext_lazy("Personer"), _personer, 10, FYLKESROLLER | KOMMUNEROLLER)
    )
    registrer_virksomhetslenke("personer", _personene)
    registrer_veiledning(*veiledning.ALLE)


def _personer(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    ider = soek.kandidater(tekst)
    if not ider:
        return []
    personer = Person.objects.filter(pk__in=ider).select_related("kommune").order_by("sortering", "id")
    hele = bool(soek.duf_i(tekst))
    return [Treff(p.navn, reverse("person", args=[p.noekkel]), _detalj(p), hele) for p in personer[:antall]]


def _detalj(person: Person) -> str:
    """Return what tells persons of the same name apart."""
    deler = [
        _("født %(dag)s") % {"dag": visning.dato(person.foedselsdato)} if person.foedselsdato else "",
        _("DUF %(nummer)s") % {"nummer": person.duf_skrevet},
        str(person.kommune or ""),
        _("adressebeskyttelse") if person.skjermet else "",
    ]
    return ", ".join(d for d in deler if d)


def _personene(virksomhet: Virksomhet, av: Aktoer) -> Lenke | None:
    if virksomhet.type != "kommune" or not av.har(*FYLKESROLLER):
        return None
    return Lenke(_("Personer i kommunen"), f"{reverse('personer')}?kommune={virksomhet.nummer}")
