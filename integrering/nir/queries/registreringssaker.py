"""What the tasks about registrations are made of, for many persons: a fixed number of queries a portion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from integrering.nir.faktatyper import BOSTED, FAKTATYPER, VGO
from integrering.nir.kodeverk import Ordning
from integrering.nir.models import Person, Planvurdering, Registreringsstatus, Vedtak
from integrering.nir.planhendelser import planhendelser
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.queries.situasjoner import om_dem, portioner, situasjoner
from integrering.nir.rules.planvurdering import (
    Planhendelse,
    Utloeser,
    Vurdering,
    Vurderingsregel,
    neste_vurdering,
)
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.registreringsoppgaver import (
    Permisjon,
    Permisjonsslutt,
    Personsak,
    Vedtaksspor,
    fremmed_vedtak,
    uten_fortsettelse,
)
from integrering.nir.rules.registrert import Registrerte
from integrering.nir.rules.situasjon import Situasjon
from integrering.nir.rules.status import Celle, Personstatus, Tilstand

_PERMISJON, _PLAN, _TILTAK = (FAKTATYPER[s] for s in ("permisjon", "integreringsplan", "tiltak"))
_AVSLUTNING = FAKTATYPER["avslutning"]
_NAV_TILTAK = "nav_tiltak"
# What the grant's own rules may have a task for.
_TILSKUDD = (Registrering.VEDTAK_NORSK, Registrering.FULLTID_VGO)
# The cells that are read whatever they say; of the others those that say that something is left to do.
_ALLTID = frozenset({Registrering.VEDTAK_INTRO, Registrering.INTEGRERINGSPLAN, Registrering.AVSLUTNING})
_GJENSTAAR = frozenset({Tilstand.MANGLER.value, Tilstand.DELVIS.value})


@dataclass(frozen=True)
class Registreringssak:
    """A person by number and key, where they live, and what the tasks are made of."""

    person_id: int
    noekkel: UUID
    kommune_id: int | None
    sak: Personsak


def registreringssaker(ider: Collection[int] | None) -> Iterator[Registreringssak]:
    """Yield those of these persons (a `range` is read as one; None: all) whose status is computed."""
    for del_ in [ider] if ider is not None else portioner():
        yield from _del(del_)


def vurderingsregler() -> tuple[Vurderingsregel, ...]:
    """Return what sets off a review of a plan."""
    return tuple(rad.som_regel() for rad in Planvurdering.objects.all())


def _del(ider: Collection[int]) -> Iterator[Registreringssak]:
    rader = Registreringsstatus.objects.filter(**om_dem("person_id", ider))
    statuser = {rad.person_id: _det_som_trengs(rad) for rad in rader}
    felt = ("pk", "noekkel", "kommune_id", "foerste_bosted")
    personer = list(Person.objects.filter(pk__in=statuser).order_by("pk").values_list(*felt))
    permisjoner, vurderinger = _permisjoner(ider), _vurderinger(statuser)
    situasjonene = _situasjoner(statuser)
    fremmede = _fremmede({pk: kommune for pk, _n, kommune, _b in personer})
    for pk, noekkel, kommune, bosatt in personer:
        sak = Personsak(
            status=statuser[pk],
            bosatt=bosatt,
            situasjon=situasjonene.get(pk),
            permisjoner=permisjoner.get(pk, ()),
            vurdering=vurderinger.get(pk),
            fremmed_vedtak=fremmede.get(pk),
        )
        yield Registreringssak(pk, noekkel, kommune, sak)


def _det_som_trengs(rad: Registreringsstatus) -> Personstatus:
    """Return the cells tasks are made of: most are registered or do not apply, and need not be read."""
    celler = {
        hva: Celle.fra_json(celle)
        for hva in Registrering
        if (celle := rad.celler.get(hva)) and (hva in _ALLTID or celle["t"] in _GJENSTAAR)
    }
    return Personstatus(kolonne=None, celler=celler)


def _permisjoner(ider: Collection[int]) -> dict[int, tuple[Permisjonsslutt, ...]]:
    return {
        pk: uten_fortsettelse(_som_permisjoner(r)) for pk, r in registrerte(ider, slag=(_PERMISJON,)).items()
    }


def _som_permisjoner(r: Registrerte) -> Iterator[Permisjon]:
    for rad in r.av(_PERMISJON.slug):
        assert rad.registrering and rad.slutt  # noqa: S101 - a leave has an end
        yield Permisjon(rad.registrering, rad.start, rad.slutt)


def _situasjoner(statuser: Mapping[int, Personstatus]) -> dict[int, Situasjon]:
    """Read for those who lack what the grant may ask for too."""
    ider = [pk for pk, s in statuser.items() if not s.celler.keys().isdisjoint(_TILSKUDD)]
    return {p.person_id: p.situasjon for p in situasjoner(ider)} if ider else {}


# --- Plans ---


def _vurderinger(statuser: Mapping[int, Personstatus]) -> dict[int, Vurdering]:
    """Return the next review of each plan in a programme that goes on."""
    ider = [pk for pk, s in statuser.items() if _har_loepende_plan(s)]
    if not ider:
        return {}
    regler, kjente = vurderingsregler(), defaultdict[int, list[Planhendelse]](list)
    for pk, hendelse in planhendelser(ider):
        kjente[pk].append(hendelse)
    fakta = registrerte(ider, slag=(_PLAN, VGO, _TILTAK))
    funnet = ((pk, _neste(r, kjente.get(pk, []), regler)) for pk, r in fakta.items())
    return {pk: vurdering for pk, vurdering in funnet if vurdering}


def _har_loepende_plan(status: Personstatus) -> bool:
    plan, slutt = (status.celler.get(h) for h in (Registrering.INTEGRERINGSPLAN, Registrering.AVSLUTNING))
    slutter = slutt is not None and (slutt.dato is not None or slutt.gjenstaar)
    return plan is not None and plan.dato is not None and not slutter


def _neste(
    r: Registrerte, kjente: Iterable[Planhendelse], regler: tuple[Vurderingsregel, ...]
) -> Vurdering | None:
    plan = r.siste(_PLAN.slug)
    if plan is None:
        return None
    hendelser = [
        *(Planhendelse(Utloeser.NY_KLASSE, p.start) for p in r.av(VGO.slug)),
        *(
            Planhendelse(Utloeser.OVERGANG_NAV, t.start)
            for t in r.av(_TILTAK.slug)
            if t.verdier["tiltak"] == _NAV_TILTAK
        ),
        *kjente,
    ]
    return neste_vurdering(plan.start, plan.verdier["neste_vurdering"], hendelser, regler)


# --- Who lives elsewhere than where the decision was made ---


def _fremmede(kommuner: Mapping[int, int | None]) -> dict[int, date]:
    """Return person → since when they live where they live, while the decisions are another's."""
    vedtak = Vedtak.objects.gjeldende().filter(
        person_id__in=kommuner, ordning__in=(Ordning.INTRO, Ordning.NORSK), virksomhet__type="kommune"
    )
    ider = set(
        vedtak.exclude(virksomhet_id=F("person__kommune_id")).order_by().values_list("person_id", flat=True)
    )
    if not ider:
        return {}
    siste: dict[int, dict[str, tuple[int, date]]] = defaultdict(dict)
    felt = ("person_id", "ordning", "virksomhet_id", "startdato")
    for pk, ordning, sted, start in (
        vedtak.filter(person_id__in=ider).order_by("startdato").values_list(*felt)
    ):
        siste[pk][ordning] = (sted, start)
    fakta = registrerte(ider, slag=(BOSTED, _AVSLUTNING))
    funnet: dict[int, date] = {}
    for pk in ider:
        r = fakta.get(pk, Registrerte())
        spor = [
            Vedtaksspor(sted, start, _avsluttet(r, ordning)) for ordning, (sted, start) in siste[pk].items()
        ]
        bosted = r.siste(BOSTED.slug)
        if siden := fremmed_vedtak(kommuner[pk], bosted.start if bosted else None, spor):
            funnet[pk] = siden
    return funnet


def _avsluttet(r: Registrerte, ordning: str) -> date | None:
    siste = r.siste(_AVSLUTNING.slug, ordning=ordning)
    return siste.start if siste else None
