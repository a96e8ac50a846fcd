"""Keeps the cases true: with each change of a person's registrations, and each night for all."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import Loep, registrer_jobb, start_jobb
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.nir.actions.registreringsstatus import deler
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.queries.situasjoner import om_dem
from integrering.nir.rules.registrert import Registrerte
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.queries import vaart_fylke
from karriere.actions.felles import oppdater_oppgaver
from karriere.kodeverk import Rett
from karriere.models import Sak, Senterkommune
from karriere.rules.grunnlag import SLAG as REGISTRERINGER
from karriere.rules.grunnlag import Avledet, avled

SLAG = "karriere.saker"
_AVLEDET = (
    "maalgruppe", "rett", "bosatt", "frist", "kartlagt", "tolkespraak", "gjennomfoert", "intro_vedtak",
    "regnet", "senter", "takket_nei",
)  # fmt: skip


def regn_ut_saker(ider: Collection[int]) -> int:
    """Open and renew the cases of these persons (a `range`: all with such numbers); return how many.

    A case is opened when there is a right, and stays when the right ends. Two who change the same person wait
    for each other; the last sees what both registered.
    """
    if not ider:
        return 0
    with kontekst(motor_kontekst()):
        vent_paa_tur(SLAG, ider)
        dag = timezone.localdate()
        finnes = {s.person_id: s for s in Sak.objects.select_for_update().filter(**om_dem("person_id", ider))}
        fakta = registrerte(ider, slag=tuple(FAKTATYPER[slug] for slug in REGISTRERINGER))
        regler, sentre = regelsett(), dict(Senterkommune.objects.values_list("kommune_id", "senter_id"))
        rader = []
        for pk, kommune in Person.objects.filter(**om_dem("pk", ider)).values_list("pk", "kommune_id"):
            a, sak = avled(fakta.get(pk, Registrerte()), regler, dag), finnes.get(pk)
            if a.rett or sak is not None:
                felter = _felter(a, sak, None if kommune is None else sentre.get(kommune))
                rader.append(Sak(person_id=pk, regnet=dag, **felter))
        Sak.objects.bulk_create(
            rader, update_conflicts=True, unique_fields=["person"], update_fields=_AVLEDET, batch_size=1_000
        )
        saker = list(Sak.objects.filter(**om_dem("person_id", ider)).values_list("pk", flat=True))
    oppdater_oppgaver(saker)
    return len(rader)


def personer_endret(ider: Collection[int] | None) -> None:
    """Listen to changed facts about persons: a few at once; very many wait for the job after their status."""
    if ider is not None:
        regn_ut_saker(ider)


def regn_ut_i_bakgrunnen() -> None:
    """Start the job that renews all cases: what follows when the status of all persons is computed."""
    start_jobb(
        slag=SLAG,
        tittel=_("Regner ut veiledningskøen"),
        parametre={},
        bruker_id=None,
        virksomhet_id=vaart_fylke().pk,
        noekkel="",
    )


@registrer_jobb(SLAG)
def regn_ut_alle(jobb: Loep) -> dict[str, Any]:
    """Renew all cases in short steps; a worker that takes over goes on where the other was."""
    alle, antall = deler(), 0
    for nr, del_ in enumerate(alle[jobb.jobb.gjort :], start=jobb.jobb.gjort):
        with jobb.steg(_("Regner ut veiledningskøen"), nr, len(alle)):
            antall += regn_ut_saker(del_)
    return {"saker": antall}


def _felter(a: Avledet, sak: Sak | None, kommunens: int | None) -> dict[str, Any]:
    """Return the derived columns. What was declined stands only while there is no duty (§ 37 b)."""
    rett = a.rett or (sak.rett if sak else "")
    return {
        "maalgruppe": bool(a.rett),
        "rett": rett,
        "bosatt": a.bosatt,
        "frist": a.frist or (sak.frist if sak else None),
        "kartlagt": a.kartlagt,
        "tolkespraak": a.tolkespraak,
        "gjennomfoert": a.gjennomfoert,
        "intro_vedtak": a.intro_vedtak,
        "senter_id": sak.senter_id if sak and sak.senter_valgt else kommunens,
        "takket_nei": sak.takket_nei if sak and rett == Rett.RETT else None,
    }
