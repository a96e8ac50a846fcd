"""The county's work with an application before it is assessed: completion, register, what is set aside."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from tilskudd.gitt.actions.logg import KILDE, loggfoer
from tilskudd.gitt.models import Fravik, Registerkontroll, Soeknad, Soeknadstilstand
from tilskudd.gitt.queries.soeknader import kontroll_av
from tilskudd.gitt.roller import RAADGIVER

T = Soeknadstilstand


@transaction.atomic
def be_om_mer(*, soeknad: Soeknad, versjon: int, hva: str, frist: date, av: Aktoer) -> None:
    """Open a sent application to be completed. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if soeknad.tilstand != T.SENDT:
        raise Regelbrudd(_("Bare en søknad som er sendt og ikke avgjort, kan åpnes igjen."))
    if frist <= timezone.localdate():
        raise Regelbrudd({"frist": [_("Fristen må være etter i dag.")]})
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=T.AAPNET, komplett_frist=frist)
    loggfoer(soeknad, "aapnet", av, hva)
    oppdater_kilde(KILDE, [soeknad.pk])


@transaction.atomic
def ta_tilbake(*, soeknad: Soeknad, versjon: int, av: Aktoer) -> None:
    """Take back an application that was not completed in time, as it was sent, and go on with it.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    av.krev(*RAADGIVER)
    frist = soeknad.komplett_frist
    if soeknad.tilstand != T.AAPNET or frist is None or frist >= timezone.localdate():
        raise Regelbrudd(_("Søkeren har fortsatt frist til å komplettere."))
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=T.SENDT, komplett_frist=None)
    loggfoer(soeknad, "tatt_tilbake", av)
    oppdater_kilde(KILDE, [soeknad.pk])


@transaction.atomic
def registrer_oppslag(
    *, virksomhet: Virksomhet, registrert: bool, dato: date, hvor: str, av: Aktoer
) -> Registerkontroll:
    """Write down a look-up in Frivillighetsregisteret. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if dato > timezone.localdate():
        raise Regelbrudd({"dato": [_("Datoen kan ikke være etter i dag.")]})
    return Registerkontroll.objects.create(
        virksomhet=virksomhet, registrert=registrert, dato=dato, hvor=hvor, av_id=av.bruker_id
    )


@transaction.atomic
def fravik(*, soeknad: Soeknad, kontroll: str, grunn: str, av: Aktoer) -> Fravik:
    """Set aside a condition that is not met, where the call allows it. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if soeknad.tilstand != T.SENDT:
        raise Regelbrudd(_("Søknaden er ikke til behandling."))
    if not any(f.kontroll == kontroll and f.kan_fravikes for f in kontroll_av(soeknad, timezone.localdate())):
        raise Regelbrudd(_("Utlysningen lar ikke dette kravet fravikes, eller det er oppfylt."))
    if soeknad.fravik.filter(kontroll=kontroll).exists():
        raise Regelbrudd(_("Kravet er fraveket allerede."))
    return Fravik.objects.create(soeknad=soeknad, kontroll=kontroll, grunn=grunn, av_id=av.bruker_id)
