"""The proof of the books: started by people or by night, kept as it came out."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.models import Jobb
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.queries import vaart_fylke
from tilskudd.models import Bokkontroll
from tilskudd.roller import BOKKONTROLLERER

JOBBSLAG = "tilskudd.kontroller"
KILDE = "bokkontroll"


def start_bokkontroll(*, av: Aktoer | None) -> Jobb:
    """Start the job that proves the books; without a user it is the night's.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: it runs already.
    """
    if av is not None:
        av.krev(*BOKKONTROLLERER)
    with kontekst(kontekst_for(av) if av else motor_kontekst()):
        return start_jobb(
            slag=JOBBSLAG,
            tittel=_("Kontrollerer bøkene"),
            parametre={},
            bruker_id=av.bruker_id if av else None,
            virksomhet_id=av.virksomhet_id if av else vaart_fylke().pk,
            noekkel=JOBBSLAG,
            resultat_url=reverse("tilskudd:oversikt"),
        )


def lagre_bokkontroll(*, avvik: Mapping[str, int], bruker_id: int | None) -> Bokkontroll:
    """Keep how a proof came out (check → findings), and let the queue say the same. As the jobs' role."""
    with kontekst(motor_kontekst(bruker_id)):
        svar = Bokkontroll.objects.create(av_id=bruker_id, holder=not any(avvik.values()), avvik=dict(avvik))
        oppdater_kilde(KILDE)
        return svar
