"""A register's list in the demo: one of ended programmes, with five differences."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from integrering.nir import actions as nir
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Avslutning, Person, Sluttmaal
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from integrering.utveksling.registerlister import actions
from integrering.utveksling.registerlister.actions.opplasting import Listedata
from integrering.utveksling.registerlister.rules.felt import Slag

_AVSLUTTET = 4
_NAV, _VGO = "Arbeidsmarkeds tiltak i regi av NAV", "Fullføre videregående opplæring - over 25 år"
_ARBEID = "Arbeid - person har utdanning på videregående nivå fra før"
_OVERSKRIFT = "DUF-nummer;Fornavn, Etternavn;Sluttmaal;Avslutningsarsak;Avslutningsdato"


def lag(i_dag: date) -> None:
    """End some programmes, and upload the register's list of them. Nothing without the demo's user."""
    av = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        slutt = i_dag - timedelta(days=40)
        personer = _avslutt(av, slutt)
        if len(personer) < _AVSLUTTET:
            return
        liste = actions.last_opp(
            data=Listedata(slag=Slag.AVSLUTTEDE, dato=i_dag - timedelta(days=3)),
            innhold=_fil(personer, slutt),
            innsending=uuid5(NAMESPACE_URL, "demo-registerliste"),
            av=av,
        )
        # What the workers would do, done here: the list is there when the demo opens.
        actions.les_inn(liste)
        actions.sammenlign(liste)


def _avslutt(av: Aktoer, slutt: date) -> list[Person]:
    """Register the ending of programmes whose goal is the same as the register's."""
    maal = Sluttmaal.objects.gjeldende().filter(maal="vgo", fra__lt=slutt).values("person")
    ferdige = Avslutning.objects.gjeldende().filter(ordning="intro").values("person")
    med_maal = Person.objects.filter(pk__in=maal, skjermet=False).exclude(pk__in=ferdige)
    personer = list(med_maal.order_by("pk")[:_AVSLUTTET])
    for person in personer:
        verdier = {
            "ordning": "intro",
            "dato": slutt,
            "avslutningsaarsak": "nir_nav_tiltak",
            "hovedaktivitet": "",
        }
        nir.registrer(slag=FAKTATYPER["avslutning"], person=person, verdier=verdier, av=av)
    return personer


def _fil(personer: list[Person], slutt: date) -> bytes:
    """Return the list: one agrees, one has another day, one another goal and a new word; one is unknown."""
    lik, dag, ord_ = personer[:3]
    rader = [
        _rad(lik, slutt),
        _rad(dag, slutt + timedelta(days=1)),
        _rad(
            ord_, slutt, maal="Arbeid - person har utdanning på videregående nivå fra før", aarsak="Annet løp"
        ),
        f"2099 900001 00;Oppdiktet, Person;{_VGO};{_NAV};{slutt:%d.%m.%Y}",
    ]
    return "\r\n".join([_OVERSKRIFT, *rader, ""]).encode("iso-8859-1")


def _rad(person: Person, slutt: date, *, maal: str = _VGO, aarsak: str = _NAV) -> str:
    navn = f"{person.fornavn}, {person.etternavn}"
    return f"{person.duf_skrevet};{navn};{maal};{aarsak};{slutt:%d.%m.%Y}"
