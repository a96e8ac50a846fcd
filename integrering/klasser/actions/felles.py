"""What the actions share: whose a class is."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang
from integrering.klasser.models import Klasse
from integrering.nir.actions.roller import REGISTRERER
from integrering.tilgang.aktoer import Aktoer

# The name of the source of tasks.
KILDE = "klasser"


def kan_ha_klasser(av: Aktoer) -> bool:
    """Return True for those who register the training: refugee service, adult education, county."""
    return av.har(*REGISTRERER)


def er_eier(av: Aktoer, klasse: Klasse) -> bool:
    """Return True for those who register, at the organisation that has the class."""
    return kan_ha_klasser(av) and klasse.virksomhet_id == av.virksomhet_id


def krev_eier(av: Aktoer, klasse: Klasse) -> None:
    """Raise IkkeTilgang unless `er_eier`."""
    av.krev(*REGISTRERER)
    if klasse.virksomhet_id != av.virksomhet_id:
        raise IkkeTilgang(_("Bare den som har klassen, kan endre den."))


def laas_raden(klasse: Klasse) -> None:
    """Wait for those who write in the same class: who comes second, sees what the first has saved."""
    Klasse.objects.select_for_update().get(pk=klasse.pk)
