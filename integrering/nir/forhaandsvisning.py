"""What follows from a registration, told before it is saved."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir import tekster
from integrering.nir.actions.egne_kontroller import bosted_som_avsluttes
from integrering.nir.faktatyper import BOSTED, OPPLYSNINGER, STANS, VEDTAK, VGO, Faktatype
from integrering.nir.kodeverk import Varighet
from integrering.nir.models import Vedtak
from integrering.nir.queries.person import Mappe
from integrering.nir.rules.frister import Registreringsfrist
from integrering.nir.rules.situasjon import PeriodeVersjon, VedtakVersjon
from integrering.nir.rules.utbetaling import utsikt, utsikt_for


def foelger_av(
    mappe: Mappe, slag: Faktatype, verdier: dict[str, Any], gammel: ToKlokker | None, *, fylke: bool
) -> list[str]:
    """Return sentences: from which quarter it counts, the deadline, and what else changes."""
    funn = []
    if slag in (VEDTAK, VGO):
        funn += _tilskudd(mappe, slag, verdier, gammel)
    if gammel is None and slag != OPPLYSNINGER and slag != BOSTED:
        frist = Registreringsfrist(verdier[slag.kjentfelt], timezone.localdate())
        funn.append(tekster.frist_ved_registrering(frist, fylke=fylke))
    if slag == BOSTED and gammel is None:
        funn += _avslutter(mappe, verdier)
    if gammel is None and slag.modell is Vedtak and (foer := mappe.gjeldende(slag)):
        dato = visning.dato(getattr(foer[0], slag.startfelt))
        funn.append(_("Det er alt registrert %(hva)s, med startdato %(dato)s.") % {"hva": slag, "dato": dato})
    if slag == STANS and verdier["varighet"] == Varighet.PERMANENT:
        dato = visning.dato(verdier["fra"])
        funn.append(_("Permanent stans: dager fra og med %(dato)s gir ikke tilskudd.") % {"dato": dato})
    return funn


def _tilskudd(mappe: Mappe, slag: Faktatype, verdier: dict[str, Any], gammel: ToKlokker | None) -> list[str]:
    s, naa = mappe.situasjon, timezone.now()
    if not s.kan_utloese:
        return [tekster.lovspor(s.spor)] if s.spor else []
    registrering = gammel.registrering_id if gammel else uuid.uuid4()
    if slag == VEDTAK:
        ny = VedtakVersjon(registrering=registrering, registrert=naa, startdato=verdier["startdato"])
        return [tekster.utbetaling(utsikt(s.med_vedtak(ny)), naa=naa)]
    periode = _periode(registrering, naa, verdier)
    if not periode.fulltid:
        return [_("Perioden er ikke fulltid (under 30 timer): fylkeskommunen får ikke tilskudd for den.")]
    if periode.til is None:
        return [_("Perioden mangler sluttdato: den utløser ikke tilskudd før sluttdatoen er registrert.")]
    if not s.i_tilskuddsaar(periode):
        return [tekster.utenfor_tilskuddsaar()]
    return [tekster.utbetaling(utsikt_for(s.med_periode(periode), periode), naa=naa)]


def _periode(registrering: uuid.UUID, naa: datetime, verdier: dict[str, Any]) -> PeriodeVersjon:
    felter = ("fra", "til", "timer_per_uke", "kombinasjonsklasse", "hovedansvar_fylke")
    return PeriodeVersjon(
        registrering=registrering, registrert=naa, **{felt: verdier[felt] for felt in felter}
    )


def _avslutter(mappe: Mappe, verdier: dict[str, Any]) -> list[str]:
    gammelt = bosted_som_avsluttes(mappe.person, verdier["fra"])
    if gammelt is None:
        return []
    siste = visning.dato(verdier["fra"] - timedelta(days=1))
    return [_("Bostedet i %(kommune)s avsluttes %(dato)s.") % {"kommune": gammelt.kommune, "dato": siste}]
