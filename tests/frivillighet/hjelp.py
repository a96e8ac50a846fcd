"""Small functions that make organisations, agreements and activities for tests."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from regionalt.frivillighet import actions
from regionalt.frivillighet.actions import Aktivitetsdata, Avtaledata, Kontaktdata, Profildata
from regionalt.frivillighet.models import Aktivitet, Avtale, Organisasjon, Organisasjonsslag
from regionalt.kodeverk import Tema
from tests.fabrikk import ORGANISASJON, TRONDHEIM, lag_aktoer, virksomhet

I_DAG = timezone.localdate()
# invented: no organisation number begins with 0
PARAPLY, ANNEN = "099000010", "099000011"


def om(dager: int) -> Any:
    """Return the day so many days from today."""
    return I_DAG + timedelta(days=dager)


def saksbehandler() -> Aktoer:
    """Return a new case worker at the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


def profil(*numre: str, **felt: Any) -> Profildata:
    """Return what the form says: a local organisation that works in these municipalities."""
    kommuner = [virksomhet(n).pk for n in numre or (TRONDHEIM,)]
    grunn = Profildata(slag=Organisasjonsslag.LOKAL, temaer=[Tema.NORSK], kommuner=kommuner)
    return replace(grunn, **felt)


def lag_organisasjon(
    nummer: str = ORGANISASJON, *, navn: str = "Prøvelaget", kontakt: Kontaktdata | None = None, **felt: Any
) -> Organisasjon:
    """Return an organisation in the overview; in Trondheim unless something else is said."""
    av = saksbehandler()
    # the numbers of tests are nobody's: no door lets them in outside the demo
    with kontekst(motor_kontekst()):
        Virksomhet.objects.get_or_create(type="frivillig", nummer=nummer, defaults={"navn": navn})
    with kontekst(kontekst_for(av)):
        return actions.ny_organisasjon(
            nummer=nummer, navn=navn, profil=profil(**felt), kontakt=kontakt or Kontaktdata(), av=av
        )


def avtaledata(av: Aktoer, **felt: Any) -> Avtaledata:
    """Return what the form of an agreement gives: from a month ago, for ever."""
    grunn = Avtaledata(tittel="Samarbeid om språkkafé", fra=om(-30), ansvarlig_id=av.bruker_id)
    return replace(grunn, **felt)


def lag_avtale(organisasjon: Organisasjon, **felt: Any) -> Avtale:
    """Return an agreement with the organisation."""
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        return actions.ny_avtale(
            organisasjon=organisasjon, data=avtaledata(av, **felt), innsending=uuid.uuid4(), av=av
        )


def lag_aktivitet(organisasjon: Organisasjon, **felt: Any) -> Aktivitet:
    """Return an activity of the organisation, ten days ago."""
    av, grunn = saksbehandler(), Aktivitetsdata(tittel="Språkkafé", tema=Tema.NORSK, fra=om(-10))
    with kontekst(kontekst_for(av)):
        return actions.ny_aktivitet(
            organisasjon=organisasjon, data=replace(grunn, **felt), innsending=uuid.uuid4(), av=av
        )


def trondheim() -> Virksomhet:
    """Return the municipality of most tests."""
    return virksomhet(TRONDHEIM)


def verdier_for_frivilligheten() -> dict[str, Any]:
    """Return the arguments of the addresses: an organisation in Trondheim, an agreement, an activity."""
    organisasjon = lag_organisasjon()
    return {
        "orgnummer": ORGANISASJON,
        "avtale_noekkel": lag_avtale(organisasjon).noekkel,
        "aktivitet_noekkel": lag_aktivitet(organisasjon).noekkel,
    }
