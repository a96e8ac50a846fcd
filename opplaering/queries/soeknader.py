"""Applications for upper secondary, and what the register knows of the applicant."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import F, OuterRef, QuerySet, Subquery

from integrering.nir.models import Person, Utdanningsbakgrunn
from opplaering.models import Prioritet, Realkompetanse, Skolegang, Soeknad
from opplaering.rules.vgorett import Opplysning

_GRUNNSKOLE = frozenset({"grunnskole", "videregaaende", "hoeyere"})


def soeknader() -> QuerySet[Soeknad]:
    """Return the applications the one who asks may see, with person, offer and first wish (`foerste`)."""
    foerste = Prioritet.objects.filter(soeknad=OuterRef("pk"), nummer=1).values("sluttkompetanse")
    return Soeknad.objects.select_related("person__kommune", "tilbud__skole", "endret_av").annotate(
        sortering=F("person__sortering"), foerste=Subquery(foerste[:1])
    )


def finn_soeknad(noekkel: UUID) -> Soeknad | None:
    """Return an application the one who asks may see."""
    return soeknader().filter(noekkel=noekkel).first()


def soeknader_til(person: Person) -> list[Soeknad]:
    """Return a person's applications, the newest first."""
    return list(soeknader().filter(person=person).order_by("-mottatt", "-pk"))


def prioriteter(soeknad: Soeknad) -> list[Prioritet]:
    """Return the wishes, in the applicant's order."""
    return list(Prioritet.objects.filter(soeknad=soeknad).order_by("nummer"))


def realkompetanse_i(soeknad: Soeknad) -> list[Realkompetanse]:
    """Return the assessments of prior learning that hold, by subject."""
    rader = Realkompetanse.objects.gjeldende().filter(soeknad=soeknad)
    return list(rader.select_related("registrert_av").order_by("fag", "dato", "pk"))


def versjoner_av(soeknad: Soeknad) -> list[Any]:
    """Return how the application stood after each change, the oldest first."""
    modell: Any = apps.get_model("opplaering", "SoeknadHendelse")
    rader = modell.objects.filter(pgh_obj_id=soeknad.pk).select_related("endret_av", "tilbud__skole")
    return list(rader.order_by("pgh_id"))


def har_begynt(soeknad: Soeknad) -> bool:
    """Return True when the applicant goes to a school on the day of the start, or later."""
    rader = Skolegang.objects.gjeldende().filter(person_id=soeknad.person_id)
    return rader.exclude(til__lt=soeknad.oppstart).exists()


def kjent_om(person: Person, dag: date) -> dict[str, bool]:
    """Return the answers the registered education gives by a day; what it does not tell is left out.

    Education from abroad at upper secondary level may be approved or not: that is asked for.
    """
    rader = Utdanningsbakgrunn.objects.gjeldende().filter(person=person, dato__lte=dag)
    siste = rader.order_by("-dato", "-pk").first()
    if siste is None:
        return {}
    svar = {Opplysning.GRUNNSKOLE.value: siste.nivaa in _GRUNNSKOLE}
    if siste.nivaa in ("ikke_grunnskole", "grunnskole"):
        svar |= {Opplysning.UTLAND_VGO.value: False, Opplysning.KOMPETANSE.value: False}
    return svar
