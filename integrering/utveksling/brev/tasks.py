"""The job that makes many letters, one short step each."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.brev.actions.bunke import JOBB, laas_neste
from integrering.utveksling.brev.models import Brev, Brevbunke


@registrer_jobb(JOBB)
def lag_bunke(loep: Loep) -> dict[str, Any]:
    """Finish the drafts that are left, also after an interruption: what is done is not done again."""
    with kontekst(motor_kontekst()):
        bunke = Brevbunke.objects.get(pk=loep.parametre["bunke"])
        i_alt = Brev.objects.filter(bunke=bunke).count()
        gjort = Brev.objects.filter(bunke=bunke).exclude(tilstand="utkast").count()
    flere = True
    while flere:
        with loep.steg(_("Lager brev"), gjort, i_alt), kontekst(motor_kontekst(bunke.laget_av_id)):
            flere = laas_neste(bunke=bunke)
        gjort += flere
    return {"brev": gjort}
