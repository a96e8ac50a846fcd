"""Hours, absence and results of the school's class in the demo; the last month is left to be written."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from integrering.grunnmur import maaneder
from integrering.klasser.actions import Linje
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from opplaering.actions.fravaer import laas_skolemaaned, lagre_fravaer
from opplaering.actions.resultater import lagre_klasseresultater
from opplaering.forms.resultater import tomt
from opplaering.models import Skoleklasse
from opplaering.queries.fravaer import elever_i

NIVAAER = ("a2", "b1", "b1", "b2")


def lag(i_dag: date) -> None:
    """Write them as the county's coordinator. Nothing without one, or without the class."""
    av = aktoer_med_rolle("koordinator", Rolle.OPPLAERINGSKOORDINATOR)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        klasse = Skoleklasse.objects.filter(innsending=uuid5(NAMESPACE_URL, "demo-skoleklasse")).first()
        if klasse is None:
            return
        til = maaneder.forrige(maaneder.forrige(maaneder.maaned(i_dag)))
        for maaned in maaneder.maaneder(klasse.fra, til):
            _timer(klasse, maaned, av)
        _norskproeve(klasse, i_dag - timedelta(days=14), av)


def _timer(klasse: Skoleklasse, maaned: date, av: Aktoer) -> None:
    elever = elever_i(klasse, maaned, maaneder.siste_dag(maaned))
    linjer = [_linje(klasse, elev, maaned, nr) for nr, elev in enumerate(elever)]
    lagre_fravaer(klasse=klasse, maaned=maaned, linjer=linjer, av=av)
    laas_skolemaaned(klasse=klasse, maaned=maaned, av=av)


def _linje(klasse: Skoleklasse, elev: Person, maaned: date, nr: int) -> Linje:
    tall = {"timer": 96 - 3 * nr, "gyldig": nr % 4, "ugyldig": nr % 3, "uavklart": nr % 2}
    faste = {"skole_id": klasse.skole_id, "undervisning": klasse.undervisning[0], "maaned": maaned}
    return Linje(elev, {**faste, **{felt: Decimal(verdi) for felt, verdi in tall.items()}})


def _norskproeve(klasse: Skoleklasse, dato: date, av: Aktoer) -> None:
    """A test that all but the last took; some parts of it for some."""
    linjer = [
        Linje(elev, {**tomt("norskproeve"), "dato": dato, "skole_id": klasse.skole_id, **_deler(nr)})
        for nr, elev in enumerate(elever_i(klasse, dato, dato)[:-1])
    ]
    lagre_klasseresultater(klasse=klasse, dato=dato, linjer=linjer, av=av)


def _deler(nr: int) -> dict[str, str]:
    deler = ("lytte", "lese", "skriftlig", "muntlig")
    return {del_: NIVAAER[(nr + plass) % len(NIVAAER)] for plass, del_ in enumerate(deler)}
