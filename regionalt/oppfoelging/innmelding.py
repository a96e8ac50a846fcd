"""What follow-up tells the floors below: pages, lists, tasks, the municipality's page, leaders, help."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import registrer_veiledning
from integrering.utveksling.vedlegg.baerere import registrer_baerer
from regionalt.aarshjul import registrer_hjulkilde
from regionalt.aarsrapport import registrer_kapittel
from regionalt.hendelser import registrer_kontaktlytter
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.ledelsestall import registrer_ledelsestall
from regionalt.oppfoelging import kommunesiden, ledelse, lister, oppgavekilder, veiledning
from regionalt.oppfoelging.baerere import forespoerselen
from regionalt.oppfoelging.kodeverk import AAPNE
from regionalt.oppfoelging.models import Forespoersel
from regionalt.oppfoelging.roller import KILDE_FORESPOERSEL
from regionalt.roller import LESER
from regionalt.sider import Gruppe, registrer_sider
from regionalt.tidslinje import registrer_tidslinjekilde


def meld_inn() -> None:
    """Register it all."""
    registrer_sider(
        Side("oppfoelging:kontakter", _("Oppfølging"), LESER, 20),
        Side("oppfoelging:forespoersler", _("Forespørsler"), LESER, 22),
        gruppe=Gruppe.KOMMUNER,
    )
    for liste in lister.LISTER:
        registrer_liste(liste)
    for kilde in oppgavekilder.ALLE:
        registrer_kilde(kilde)
    registrer_kontaktlytter(KILDE_FORESPOERSEL, _ny_kontakt)
    registrer_tidslinjekilde(kommunesiden.KILDE)
    registrer_kommunepanel(kommunesiden.PANEL)
    registrer_ledelsestall(*ledelse.TALL)
    registrer_hjulkilde(ledelse.HJUL)
    registrer_kapittel(ledelse.KAPITTEL)
    registrer_baerer(forespoerselen)
    registrer_veiledning(*veiledning.ALLE)


def _ny_kontakt(kommuner: Collection[int]) -> None:
    """Give the requests that wait to the new contact."""
    rader = Forespoersel.objects.filter(kommune_id__in=kommuner, tilstand__in=AAPNE)
    oppdater_kilde(KILDE_FORESPOERSEL, list(rader.values_list("pk", flat=True)))
