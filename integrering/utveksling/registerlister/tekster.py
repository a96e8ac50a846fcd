"""How what is compared reads on the page and in the file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.lister import Status
from integrering.utveksling.registerlister.kodeverk import FELTNAVN, UTFALLSNAVN, Grunn, Hvor
from integrering.utveksling.registerlister.models import Feltsammenligning
from integrering.utveksling.registerlister.queries.koder import kodenavnene
from integrering.utveksling.registerlister.queries.lister import I_ORDEN
from integrering.utveksling.registerlister.rules.felt import DATOER, KODER, Felt, Utfall

_FARGE = {
    Utfall.LIKT: "success",
    Utfall.IKKE_SAMMENLIGNET: "neutral",
    Utfall.UKJENT_KODE: "info",
    Utfall.ULEST: "danger",
}


def feltnavn(rad: Feltsammenligning) -> str:
    """Return the name of the field."""
    return str(FELTNAVN[Felt(rad.felt)])


def i_registeret(rad: Feltsammenligning) -> str:
    """Return what the register says: a date as we write it, anything else as it stood."""
    return visning.dato(date.fromisoformat(rad.lest)) if _er_dato(rad) and rad.lest else rad.register


def hos_oss(rad: Feltsammenligning) -> str:
    """Return what is registered here, in words."""
    felt = Felt(rad.felt)
    if felt in KODER:
        return kodenavnene(felt, rad.vaar)
    return visning.dato(date.fromisoformat(rad.vaar)) if _er_dato(rad) and rad.vaar else rad.vaar


def _er_dato(rad: Feltsammenligning) -> bool:
    return Felt(rad.felt) in DATOER


def resultat(rad: Feltsammenligning) -> Status:
    """Return how the two compare."""
    utfall = Utfall(rad.utfall)
    return Status(str(UTFALLSNAVN[utfall]), _FARGE.get(utfall, "warning"))


def merke(rad: Any) -> Status:
    """Return what is said of a difference (a row of `queries.med_merke`)."""
    if rad.utfall in I_ORDEN:
        return Status(_("Ingenting å rette"), "neutral")
    if not rad.merke:
        return Status(_("Gjenåpnet"), "danger") if rad.gjenaapnet else Status(_("Åpent"), "warning")
    if rad.merke_dato:
        return Status(_("Bekreftet av neste liste"), "success")
    return Status(str(Hvor(rad.merke).label), "info")


def merkelinje(rad: Any) -> str:
    """Return who marked a difference, when, and why; empty for none."""
    if not rad.merke:
        return ""
    hvem = f"{rad.merke_first_name} {rad.merke_last_name}".strip()
    deler = [hvem, visning.tidspunkt(rad.merke_tid)]
    if rad.merke_grunn:
        deler.append(str(Grunn(rad.merke_grunn).label))
    return ", ".join(deler)
