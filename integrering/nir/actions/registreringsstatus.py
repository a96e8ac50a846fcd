"""Keeps the registration status of each person true: with each change, and each night for all."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import Loep, registrer_jobb, start_jobb
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.nir.hendelser import meld_status_regnet
from integrering.nir.models import Person, Registreringsstatus
from integrering.nir.queries.registreringsstatus import beregn
from integrering.nir.queries.situasjoner import omfang
from integrering.nir.rules.status import Personstatus
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import vaart_fylke

SLAG = "nir.registreringsstatus"
# How many numbers of persons a step takes: about a second, which is what a registration may have to wait.
STEG = 1_000


def regn_ut_status(ider: Collection[int]) -> int:
    """Compute and keep the status of these persons (a `range`: all with such numbers); return how many.

    As the jobs' role. Two who change the same person wait for each other; the last sees what both registered.
    """
    if not ider:
        return 0
    with kontekst(motor_kontekst()):
        vent_paa_tur(SLAG, ider)
        dag = timezone.localdate()
        rader = [
            Registreringsstatus(person_id=pk, regnet=dag, **_felter(status))
            for pk, status in beregn(_personer(ider), dag).items()
        ]
        Registreringsstatus.objects.bulk_create(
            rader,
            update_conflicts=True,
            unique_fields=["person"],
            update_fields=["kolonne", "celler", "norsk_slutt", "regnet"],
        )
    return len(rader)


def personer_endret(ider: Collection[int] | None) -> None:
    """Listen to changed facts about persons: a few are computed at once, very many in the background."""
    if ider is None:
        regn_ut_i_bakgrunnen(noekkel="")
    else:
        regn_ut_status(ider)


def regn_ut_i_bakgrunnen(*, noekkel: str = SLAG) -> None:
    """Start the job that computes all persons.

    A change starts a job of its own (no key): one that runs already may have passed what changed.

    Raises:
        Regelbrudd: a living job has the same key.
    """
    start_jobb(
        slag=SLAG,
        tittel=_("Regner ut hva som er registrert"),
        parametre={},
        bruker_id=None,
        virksomhet_id=vaart_fylke().pk,
        noekkel=noekkel,
    )


@registrer_jobb(SLAG)
def regn_ut_alle(jobb: Loep) -> dict[str, Any]:
    """Compute all persons in short steps; a worker that takes over goes on where the other was."""
    alle, antall = deler(), 0
    for nr, del_ in enumerate(alle[jobb.jobb.gjort :], start=jobb.jobb.gjort):
        with jobb.steg(_("Regner ut hva som er registrert"), nr, len(alle)):
            antall += regn_ut_status(del_)
    meld_status_regnet()
    return {"personer": antall}


def deler() -> list[range]:
    """Return all persons in steps. They begin at whole multiples: the same steps when the job is resumed."""
    with kontekst(motor_kontekst()):
        ytre = omfang()
    if ytre is None:
        return []
    return [range(n * STEG, (n + 1) * STEG) for n in range(ytre[0] // STEG, ytre[1] // STEG + 1)]


def _personer(ider: Collection[int]) -> list[int]:
    """Return those of the numbers that are persons."""
    if isinstance(ider, range):
        hvilke = {"pk__gte": ider.start, "pk__lt": ider.stop}
        return list(Person.objects.filter(**hvilke).values_list("pk", flat=True))
    return list(Person.objects.filter(pk__in=ider).values_list("pk", flat=True))


def _felter(status: Personstatus) -> dict[str, Any]:
    return {
        "kolonne": status.kolonne or "",
        "celler": {hva.value: celle.som_json() for hva, celle in status.celler.items()},
        "norsk_slutt": status.norsk_slutt,
    }
