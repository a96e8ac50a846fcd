"""Begin a yearly report, write in it, finish it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.matrise.rules.bilde import avtrykk
from integrering.tilgang.aktoer import Aktoer
from regionalt.aarsrapport import kapitlene
from regionalt.ledelse.models import Aarsrapport
from regionalt.ledelse.queries.rapporter import les_kapitlene, neste_utgave
from regionalt.ledelse.roller import SKRIVER
from regionalt.ledelse.rules.rapport import aar_som_kan_velges
from regionalt.personvern import brudd_i_tekst


@transaction.atomic
def begynn_rapport(*, aar: int, av: Aktoer) -> Aarsrapport:
    """Begin the report of a year; after a finished one a new edition, with its texts.

    Raises:
        IkkeTilgang: a role that does not write the report.
        Regelbrudd: a year that is not over and not this one, or there is a draft already.
    """
    av.krev(*SKRIVER)
    if aar not in aar_som_kan_velges(timezone.localdate()):
        raise Regelbrudd({"aar": [_("Velg et år fra listen.")]})
    forrige = Aarsrapport.objects.filter(aar=aar).order_by("-utgave").first()
    try:
        with transaction.atomic():
            return Aarsrapport.objects.create(
                aar=aar,
                utgave=neste_utgave(aar),
                innledning=forrige.innledning if forrige else "",
                tekster=forrige.tekster if forrige else {},
                kapitler=les_kapitlene(aar),
                endret_av_id=av.bruker_id,
            )
    except IntegrityError as feil:
        tekst = _("Det finnes et utkast for %(aar)s. Skriv videre på det, eller ferdigstill det først.")
        raise Regelbrudd({"aar": [tekst % {"aar": aar}]}) from feil


def skriv_rapport(
    *, rapport: Aarsrapport, versjon: int, innledning: str, tekster: Mapping[str, str], av: Aktoer
) -> None:
    """Write the texts of a draft: the introduction, and one for each chapter (by its name).

    Raises:
        IkkeTilgang: a role that does not write the report.
        Konflikt: somebody else wrote meanwhile.
        Regelbrudd: it is finished, or there is an identity number in a text.
    """
    av.krev(*SKRIVER)
    _krev_utkast(rapport)
    krev_gyldig(brudd_i_tekst(innledning=innledning, **tekster))
    kjente = {k.navn for k in kapitlene()}
    # what is written in a chapter whose app is gone is kept
    nye = {**rapport.tekster, **{navn: tekst for navn, tekst in tekster.items() if navn in kjente}}
    rapport.lagre_over(versjon=versjon, bruker_id=av.bruker_id, innledning=innledning, tekster=nye)


@transaction.atomic
def les_tallene(*, rapport: Aarsrapport, versjon: int, av: Aktoer) -> None:
    """Read the figures of a draft again, from the records as they stand now.

    Raises:
        IkkeTilgang: a role that does not write the report.
        Konflikt: somebody else wrote meanwhile.
        Regelbrudd: it is finished.
    """
    av.krev(*SKRIVER)
    _krev_utkast(rapport)
    rapport.lagre_over(
        versjon=versjon,
        bruker_id=av.bruker_id,
        kapitler=les_kapitlene(rapport.aar),
        tall_lest=timezone.now(),
    )


@transaction.atomic
def ferdigstill_rapport(*, rapport: Aarsrapport, versjon: int, av: Aktoer) -> None:
    """Keep the report as it stands on the page: its texts and figures, with their checksum.

    Raises:
        IkkeTilgang: a role that does not write the report.
        Konflikt: somebody else wrote meanwhile.
        Regelbrudd: it is finished already.
    """
    av.krev(*SKRIVER)
    _krev_utkast(rapport)
    rapport.lagre_over(
        versjon=versjon,
        bruker_id=av.bruker_id,
        sha256=kontrollsum(rapport),
        ferdigstilt=timezone.now(),
        ferdigstilt_av_id=av.bruker_id,
    )


def kontrollsum(rapport: Aarsrapport) -> str:
    """Return SHA-256 of what the report says: texts and figures."""
    felt = ("aar", "utgave", "innledning", "tekster", "kapitler")
    return avtrykk({navn: getattr(rapport, navn) for navn in felt})


def _krev_utkast(rapport: Aarsrapport) -> None:
    if rapport.ferdig:
        raise Regelbrudd(_("Rapporten er ferdigstilt. Lag en ny utgave for å rette den."))
