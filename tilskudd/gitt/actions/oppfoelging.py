"""After the decision: payments by two, report, control, reclaim by two, closing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kroner import formater
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg import actions as vedleggsactions
from tilskudd.gitt.actions.brev import send_brev
from tilskudd.gitt.actions.logg import KILDE, loggfoer
from tilskudd.gitt.actions.soeknad import heng_paa
from tilskudd.gitt.models import Krav, Rapport, Soeknad, Soeknadstilstand, Utbetaling, Vedleggskrav
from tilskudd.gitt.queries.saken import oppgjoeret
from tilskudd.gitt.roller import GODKJENNER, RAADGIVER, SOEKER
from tilskudd.gitt.rules.oppgjoer import kan_betales, til_tilbakebetaling
from tilskudd.gitt.vedtaksbrev import kravteksten

T = Soeknadstilstand


@dataclass(frozen=True)
class Rapportdata:
    """What the organisation reports; amounts in whole kroner."""

    gjennomfoert: str
    resultat: str
    deltakere: int
    kostnader: int
    brukt: int


def kan_betales_naa(soeknad: Soeknad) -> int:
    """Return how much may be registered for payment now."""
    if soeknad.tilstand != T.AVGJORT:
        return 0
    o = oppgjoeret(soeknad)
    return kan_betales(
        vedtatt=o.vedtatt, foerste_del=soeknad.utlysning.foerste_del, betalt=o.registrert, brukt=o.brukt
    )


@transaction.atomic
def registrer_utbetaling(*, soeknad: Soeknad, beloep: int, av: Aktoer) -> Utbetaling:
    """Register a payment to the applicant's account. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if not 0 < beloep <= (mest := kan_betales_naa(soeknad)):
        raise Regelbrudd({"beloep": [_("Det kan betales høyst %(kr)s nå.") % {"kr": formater(mest)}]})
    ny = Utbetaling.objects.create(
        soeknad=soeknad, nummer=soeknad.utbetalinger.count() + 1, beloep=beloep, konto=soeknad.kontonummer,
        registrert_av_id=av.bruker_id,
    )  # fmt: skip
    oppdater_kilde(KILDE, [soeknad.pk])
    return ny


@transaction.atomic
def godkjenn_utbetaling(*, utbetaling: Utbetaling, av: Aktoer) -> None:
    """Approve a payment somebody else has registered. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*GODKJENNER)
    _krev_aapen(utbetaling)
    if utbetaling.registrert_av_id == av.bruker_id:
        raise Regelbrudd(_("Den som har registrert utbetalingen, kan ikke godkjenne den."))
    utbetaling.godkjent_av_id, utbetaling.godkjent = av.bruker_id, timezone.now()
    utbetaling.save(update_fields=["godkjent_av", "godkjent"])
    loggfoer(utbetaling.soeknad, "betalt", av, formater(utbetaling.beloep))
    oppdater_kilde(KILDE, [utbetaling.soeknad_id])


@transaction.atomic
def forkast_utbetaling(*, utbetaling: Utbetaling, av: Aktoer) -> None:
    """Discard a payment that is not approved. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER, *GODKJENNER)
    _krev_aapen(utbetaling)
    utbetaling.forkastet = True
    utbetaling.save(update_fields=["forkastet"])
    oppdater_kilde(KILDE, [utbetaling.soeknad_id])


@transaction.atomic
def rapporter(
    *, soeknad: Soeknad, data: Rapportdata, filer: Iterable[UploadedFile[Any]], av: Aktoer
) -> Rapport:
    """Send the report with accounts. Raises Regelbrudd by field, IkkeTilgang."""
    av.krev(*SOEKER)
    if not kan_rapporteres(soeknad):
        raise Regelbrudd(_("Det skal ikke rapporteres om denne søknaden nå."))
    alle = list(filer)
    if not alle:
        raise Regelbrudd({"vedlegg": [_("Legg ved regnskapet for tiltaket.")]})
    o = oppgjoeret(soeknad)
    if data.brukt > o.vedtatt or data.brukt > data.kostnader:
        tekst = _(
            "Dere kan ikke ha brukt mer av tilskuddet enn dere fikk (%(kr)s), eller enn kostnadene i alt."
        )
        raise Regelbrudd({"brukt": [tekst % {"kr": formater(o.vedtatt)}]})
    ny = Rapport.objects.create(
        soeknad=soeknad, nummer=soeknad.rapporter.count() + 1, av_id=av.bruker_id, **asdict(data)
    )
    lagret = heng_paa(soeknad=soeknad, krav=Vedleggskrav.PROSJEKTREGNSKAP, filer=alle, av=av)
    vedleggsactions.laas(vedlegg=lagret, av=av)
    loggfoer(soeknad, "rapportert", av)
    oppdater_kilde(KILDE, [soeknad.pk])
    return ny


def kan_rapporteres(soeknad: Soeknad) -> bool:
    """Return True when a grant runs, and no report waits for control or is approved."""
    if soeknad.tilstand != T.AVGJORT or oppgjoeret(soeknad).vedtatt == 0:
        return False
    return not soeknad.rapporter.exclude(godkjent=False).exists()


@transaction.atomic
def kontroller_rapport(*, soeknad: Soeknad, godkjent: bool, merknad: str, av: Aktoer) -> None:
    """Approve the report, or send it back with what is missing. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER)
    rapport = soeknad.rapporter.filter(godkjent__isnull=True).first()
    if rapport is None:
        raise Regelbrudd(_("Ingen rapport venter på kontroll."))
    if not godkjent and not merknad.strip():
        raise Regelbrudd({"merknad": [_("Skriv hva som mangler.")]})
    rapport.godkjent, rapport.merknad = godkjent, merknad
    rapport.kontrollert_av_id, rapport.kontrollert = av.bruker_id, timezone.now()
    rapport.save(update_fields=["godkjent", "merknad", "kontrollert_av", "kontrollert"])
    loggfoer(soeknad, "rapport_godkjent" if godkjent else "rapport_mangler", av, merknad)
    oppdater_kilde(KILDE, [soeknad.pk])


@transaction.atomic
def foreslaa_krav(*, soeknad: Soeknad, beloep: int, grunn: str, frist: date, av: Aktoer) -> Krav:
    """Propose that money is paid back; another decides. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER)
    o = oppgjoeret(soeknad)
    if Krav.objects.filter(soeknad=soeknad).exists() or soeknad.tilstand != T.AVGJORT:
        raise Regelbrudd(_("Det er alt et krav i saken, eller saken er ikke åpen."))
    mest = til_tilbakebetaling(betalt=o.betalt, brukt=o.brukt)
    if not 0 < beloep <= mest:
        raise Regelbrudd({"beloep": [_("Det kan kreves høyst %(kr)s tilbake.") % {"kr": formater(mest)}]})
    if frist <= timezone.localdate():
        raise Regelbrudd({"frist": [_("Fristen må være etter i dag.")]})
    nytt = Krav.objects.create(
        soeknad=soeknad, beloep=beloep, grunn=grunn, frist=frist, foreslaatt_av_id=av.bruker_id
    )
    oppdater_kilde(KILDE, [soeknad.pk])
    return nytt


@transaction.atomic
def vedta_krav(*, krav: Krav, av: Aktoer) -> None:
    """Decide a demand another has proposed; the letter goes too. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*GODKJENNER)
    if krav.vedtatt is not None:
        raise Regelbrudd(_("Kravet er vedtatt."))
    if krav.foreslaatt_av_id == av.bruker_id:
        raise Regelbrudd(_("Den som har foreslått kravet, kan ikke vedta det."))
    s = krav.soeknad
    krav.brev = send_brev(
        mal="tilskudd_krav", virksomhet=s.virksomhet, av=av,
        tekst=lambda: kravteksten(s, krav.beloep, krav.grunn, krav.frist),
    )  # fmt: skip
    krav.vedtatt_av_id, krav.vedtatt = av.bruker_id, timezone.now()
    krav.save(update_fields=["brev", "vedtatt_av", "vedtatt"])
    loggfoer(s, "krevd", av, formater(krav.beloep))
    oppdater_kilde(KILDE, [s.pk])


@transaction.atomic
def krav_betalt(*, krav: Krav, dato: date, av: Aktoer) -> None:
    """Write down that the demand is paid. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if krav.vedtatt is None or krav.betalt is not None:
        raise Regelbrudd(_("Kravet er ikke vedtatt, eller det er betalt."))
    if not timezone.localdate(krav.vedtatt) <= dato <= timezone.localdate():
        raise Regelbrudd({"dato": [_("Datoen må være fra vedtaket til i dag.")]})
    krav.betalt, krav.betalt_av_id = dato, av.bruker_id
    krav.save(update_fields=["betalt", "betalt_av"])
    loggfoer(krav.soeknad, "tilbakebetalt", av, formater(krav.beloep))
    oppdater_kilde(KILDE, [krav.soeknad_id])


@transaction.atomic
def avslutt(*, soeknad: Soeknad, versjon: int, av: Aktoer) -> None:
    """Close the case when nothing is left. Raises Regelbrudd, Konflikt, IkkeTilgang."""
    av.krev(*RAADGIVER)
    if grunner := hindrer_avslutning(soeknad):
        raise Regelbrudd(" ".join(grunner))
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=T.AVSLUTTET)
    loggfoer(soeknad, "avsluttet", av)
    oppdater_kilde(KILDE, [soeknad.pk])


def hindrer_avslutning(soeknad: Soeknad) -> list[str]:
    """Return what is left before the case can be closed, in words."""
    if soeknad.tilstand != T.AVGJORT:
        return [_("Søknaden er ikke avgjort.")]
    o, ut = oppgjoeret(soeknad), []
    krav = Krav.objects.filter(soeknad=soeknad).first()
    if soeknad.klager.filter(runde=soeknad.vedtak.count() + 1).exists():
        ut.append(_("En klage er ikke avgjort."))
    if o.vedtatt and o.brukt is None and krav is None:
        ut.append(_("Rapporten er ikke godkjent."))
    if o.registrert != o.betalt:
        ut.append(_("En utbetaling venter på godkjenning."))
    if krav is None and o.brukt is not None and o.betalt > o.brukt:
        ut.append(_("%(kr)s er ikke brukt og ikke krevd tilbake.") % {"kr": formater(o.betalt - o.brukt)})
    if krav is not None and krav.betalt is None:
        ut.append(_("Kravet om tilbakebetaling er ikke betalt."))
    return ut


def _krev_aapen(utbetaling: Utbetaling) -> None:
    if utbetaling.godkjent is not None or utbetaling.forkastet:
        raise Regelbrudd(_("Utbetalingen er alt godkjent eller forkastet."))
