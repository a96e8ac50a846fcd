"""Upper secondary in the demo: the school's class, most as the municipality has registered, some not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from django.db.models import Q

from integrering.demo.brukere import SKOLE
from integrering.nir.models import FulltidVgo, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from opplaering import actions
from opplaering.actions import Skolegangdata
from opplaering.actions.skoleklasse import Skoleklassedata, lag_skoleklasse

SOM_REGISTRERT, IKKE_REGISTRERT = 7, 3
# Pupils from the rest of the county whose municipality has not registered the period: the money that waits.
FRA_FYLKET = 36


def lag(i_dag: date) -> None:
    """Make the class and those who go there as the county's coordinator. Nothing without one."""
    av = aktoer_med_rolle("koordinator", Rolle.OPPLAERINGSKOORDINATOR)
    skole = Virksomhet.objects.filter(type="skole", nummer=SKOLE).first()
    kommune = Virksomhet.objects.filter(type="kommune", nummer="5001").first()
    if av is None or skole is None or kommune is None:
        return
    with kontekst(kontekst_for(av)):
        grunn = _klassen(skole, i_dag, av)
        elever = _som_registrert(grunn, kommune, i_dag) + _ikke_registrert(grunn, kommune, i_dag)
        for person, data in elever + _fra_fylket(grunn, kommune, i_dag):
            actions.registrer_skolegang(person=person, data=data, av=av)


def _klassen(skole: Virksomhet, i_dag: date, av: Aktoer) -> Skolegangdata:
    """Return what those in the class have in common."""
    fra = date(i_dag.year if i_dag.month >= 8 else i_dag.year - 1, 8, 17)
    data = Skoleklassedata(
        navn="1HOA", fra=fra, til=date(fra.year + 1, 6, 18), undervisning=("norsk", "samf_arbeidsliv")
    )
    klasse = lag_skoleklasse(
        skole=skole, data=data, innsending=uuid5(NAMESPACE_URL, "demo-skoleklasse"), av=av
    )
    return Skolegangdata(
        skole_id=skole.pk, klasse_id=klasse.pk, fra=fra, timer_per_uke=Decimal(30), maalgruppe="program",
        laereplan="kort_butid", tilrettelegging=("spraakstoette",),
    )  # fmt: skip


def _som_registrert(
    grunn: Skolegangdata, kommune: Virksomhet, i_dag: date
) -> list[tuple[Person, Skolegangdata]]:
    """Those the municipality has a period for: as it says, but for the last two's hours and first day."""
    perioder = (
        FulltidVgo.objects.gjeldende()
        .filter(Q(til__isnull=True) | Q(til__gte=i_dag), fra__lte=i_dag)
        .filter(person__kommune=kommune, person__skjermet=False)
        .select_related("person")
        .order_by("person__sortering", "person_id")[:SOM_REGISTRERT]
    )
    ut = [(p.person, replace(grunn, fra=p.fra, til=p.til, timer_per_uke=p.timer_per_uke)) for p in perioder]
    for nr, endring in ((-1, {"timer_per_uke": Decimal("32.5")}), (-2, {"maalgruppe": "rett_plikt"})):
        if len(ut) >= -nr:
            person, data = ut[nr]
            ut[nr] = person, replace(data, **endring)
    return ut


def _ikke_registrert(
    grunn: Skolegangdata, kommune: Virksomhet, i_dag: date
) -> list[tuple[Person, Skolegangdata]]:
    """Those who have begun without the municipality having registered it; the last goes part time."""
    i_alder = Q(foedselsdato__lte=i_dag - timedelta(days=19 * 366), foedselsdato__gte=date(1980, 1, 1))
    personer = Person.objects.filter(i_alder, kommune=kommune, skjermet=False, har_periode=False)
    valgt = list(personer.order_by("sortering", "pk")[:IKKE_REGISTRERT])
    return [
        (person, replace(grunn, timer_per_uke=Decimal(30 if nr < len(valgt) else 20)))
        for nr, person in enumerate(valgt, start=1)
    ]


def _fra_fylket(grunn: Skolegangdata, kommune: Virksomhet, i_dag: date) -> list[tuple[Person, Skolegangdata]]:
    """Those of other municipalities in their first two years, with a vedtak, and no period registered yet."""
    personer = Person.objects.filter(
        skjermet=False,
        har_periode=False,
        foerste_vedtak__isnull=False,
        foerste_bosted__gte=i_dag - timedelta(days=2 * 365),
        foedselsdato__lte=i_dag - timedelta(days=19 * 366),
    ).exclude(kommune=kommune)
    uten_klasse = replace(grunn, klasse_id=None)
    return [
        # some began in August, some in each of the months after
        (person, replace(uten_klasse, fra=min(grunn.fra + timedelta(days=14 * (nr % 6)), i_dag)))
        for nr, person in enumerate(personer.order_by("pk")[:FRA_FYLKET])
    ]
