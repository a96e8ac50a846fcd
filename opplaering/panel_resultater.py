"""The sections about absence and results on a participant's page (O2)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import kodenavn
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from opplaering import tekster
from opplaering.faktatyper import FRAVAER, FRAVAERSFELT
from opplaering.kodeverk import UNDERVISNING
from opplaering.models import Maanedsfravaer
from opplaering.paneler import Deltakerpanel
from opplaering.queries.framdrift import resultatene
from opplaering.queries.fravaer import fravaeret_til, som_maanedstall
from opplaering.queries.minstekrav import minstekrav
from opplaering.queries.resultater import resultatene_til
from opplaering.roller import ALLE, SKRIVER
from opplaering.rules.fravaer import summer
from opplaering.rules.minste_naadd import Minste, norsk_naadd, samfunnskunnskap_naadd

# How many months the section shows.
SISTE = 12


def fravaer(person: Person, av: Aktoer) -> dict[str, Any]:
    """Return a person's last months at school, and what they come to."""
    rader = fravaeret_til(person)
    viste = set(sorted({r.maaned for r in rader}, reverse=True)[:SISTE])
    rader = [r for r in rader if r.maaned in viste]
    return {
        "maaneder": [_maaneden(r) for r in rader],
        "sum": summer(som_maanedstall(rader)),
        "antall": len(viste),
        "felt": [capfirst(str(FRAVAER.felt(navn).verbose_name)) for navn in FRAVAERSFELT],
    }


def _maaneden(rad: Maanedsfravaer) -> dict[str, Any]:
    return {
        "maaned": visning.maaned(rad.maaned),
        "undervisning": kodenavn(UNDERVISNING, rad.undervisning),
        "tall": [visning.desimal(getattr(rad, navn)) for navn in FRAVAERSFELT],
    }


def resultater(person: Person, av: Aktoer) -> dict[str, Any]:
    """Return a person's results, and whether the minimum is reached."""
    rader = resultatene_til(person)
    fakta = resultatene([person.pk])[person.pk]
    return {
        "minste": [
            _minste(_("Minstenivå i norsk"), norsk_naadd(fakta, minstekrav(timezone.localdate()))),
            _minste(_("Samfunnskunnskap"), samfunnskunnskap_naadd(fakta)),
        ],
        "resultater": [
            {
                "dato": rad.dato,
                "hva": tekster.slaget(rad.slag, rad.fag),
                "resultat": tekster.resultatet(rad),
                "url": reverse("opplaering_resultat", args=[rad.registrering_id]),
            }
            for rad in rader
        ],
        "ny": reverse("opplaering_resultat_nytt", args=[person.noekkel]) if av.har(*SKRIVER) else "",
    }


def _minste(fag: str, svar: Minste) -> dict[str, str]:
    status = _("Nådd") if svar.naadd else _("Ikke nådd")
    naar = f" {visning.dato(svar.dato)}." if svar.dato else ""
    return {
        "fag": fag,
        "status": status,
        "farge": "success" if svar.naadd else "neutral",
        "hvorfor": f"{tekster.hvorfor(svar.hvorfor)}{naar}",
        "hjemmel": svar.hjemmel,
    }


PANELER = (
    Deltakerpanel("fravaer", "opplaering/_fravaerspanel.html", fravaer, 30, ALLE),
    Deltakerpanel("resultater", "opplaering/_resultatpanel.html", resultater, 32, ALLE),
)
