"""A class in the demo: eight participants, hours of the months behind, the last month left to be written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from integrering.grunnmur import maaneder
from integrering.klasser import actions
from integrering.klasser.actions import Klassedata, Linje
from integrering.klasser.models import Klasse
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle

ANTALL, MAANEDER = 8, 3


def lag(i_dag: date) -> None:
    """Make the class as the municipality's user. Nothing without one."""
    av = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        _klasse(av, i_dag)


def _klasse(av: Aktoer, i_dag: date) -> None:
    siste = maaneder.forrige(maaneder.maaned(i_dag))
    foerste = siste
    for _nr in range(MAANEDER - 1):
        foerste = maaneder.forrige(foerste)
    personer = list(
        Person.objects.filter(
            kommune_id=av.virksomhet_id, skjermet=False, foerste_bosted__lte=foerste
        ).order_by("sortering", "pk")[:ANTALL]
    )
    klasse = actions.lag_klasse(
        data=Klassedata(
            navn="Spor 2 dagtid", nivaa="spor2", moduler=("norsk", "samf_hverdagsliv"), fra=foerste,
            til=foerste.replace(year=foerste.year + 1), sted="Voksenopplæringen, rom 204",
            kontakt_id=av.bruker_id,
        ),
        innsending=uuid5(NAMESPACE_URL, "demo-klasse"),
        av=av,
    )  # fmt: skip
    actions.legg_til(klasse=klasse, personer=personer, fra=foerste, av=av)
    for maaned in maaneder.maaneder(foerste, maaneder.forrige(siste)):
        _timer(klasse, personer, maaned, av)


def _timer(klasse: Klasse, personer: list[Person], maaned: date, av: Aktoer) -> None:
    linjer = [
        Linje(
            person,
            {
                "modul": "norsk", "maaned": maaned, "timer": Decimal(64 - nr),
                "gyldig_fravaer": Decimal(nr), "ugyldig_fravaer": Decimal(0),
            },
        )
        for nr, person in enumerate(personer)
    ]  # fmt: skip
    actions.lagre_timer(klasse=klasse, maaned=maaned, linjer=linjer, av=av)
    actions.laas_maaned(klasse=klasse, maaned=maaned, av=av)
