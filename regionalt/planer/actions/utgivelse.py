"""What the open page shows: frozen when it is published (ADR 0016)."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.trykk import som_json
from regionalt.planer.models import Plan, Utgivelse
from regionalt.planer.queries.offentlig import innholdet
from regionalt.planer.queries.utgitt import adressen_til
from regionalt.planer.roller import SKRIVER
from regionalt.planer.rules.gang import AAPNE


@transaction.atomic
def gi_ut_igjen(*, plan: Plan, av: Aktoer) -> Utgivelse:
    """Publish where the measures stand now.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Regelbrudd: the plan is a draft, or over.
    """
    av.krev(*SKRIVER)
    if plan.tilstand not in AAPNE:
        raise Regelbrudd(_("Bare planer på høring, til behandling og vedtatte planer har en åpen side."))
    return gi_ut(plan=plan)


def gi_ut(*, plan: Plan) -> Utgivelse:
    """Take back what is published of a plan, and publish it as it is. Its address stays."""
    innhold = innholdet(plan)
    slug = adressen_til(plan)
    trekk(plan=plan)
    sum_ = hashlib.sha256(som_json(innhold).encode()).hexdigest()
    return Utgivelse.objects.create(plan=plan, slug=slug, innhold=innhold, sha256=sum_)


def trekk(*, plan: Plan) -> None:
    """Take what is published of a plan from the open page."""
    Utgivelse.objects.filter(plan=plan, trukket=False).update(trukket=True)
