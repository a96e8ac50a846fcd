"""How far a difference has come."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.personnummer import har_nummer
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tilskudd.doerer import BEREGNER
from tilskudd.innbetalinger.models import Post, Posthendelse, Poststatus, Utfallsvalg
from tilskudd.innbetalinger.motor import KILDE

# What a person may choose: a difference is new only because the matching says so.
VALGBARE = (Poststatus.UNDERSOEKES, Poststatus.MELDT, Poststatus.FORKLART, Poststatus.AVSLUTTET)
_MED_NOTAT = (Poststatus.FORKLART, Poststatus.AVSLUTTET)


def sett_status(*, post_ider: Collection[int], status: str, notat: str = "", av: Aktoer) -> int:
    """Move the status of differences, with a note that is kept for ever. Returns how many it was.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: none chosen, some out of sight or not differences any more, no such status, or a note that
            is missing or names someone by number.
    """
    av.krev(*BEREGNER)
    notat = notat.strip()
    _krev_notat(status, notat)
    with kontekst(kontekst_for(av)):
        poster = laas_poster(post_ider)
        flytt(poster, Poststatus(status), notat, av)
    return len(poster)


def laas_poster(post_ider: Collection[int]) -> list[Post]:
    """Return the differences, locked, in order. Raises Regelbrudd unless all are there and still differ."""
    poster = list(Post.objects.select_for_update(of=("self",)).filter(pk__in=post_ider).order_by("pk"))
    if not poster or len(poster) != len(set(post_ider)):
        raise Regelbrudd(_("Velg minst ett avvik. Noen av dem du valgte, finnes ikke lenger."))
    if any(post.utfall == Utfallsvalg.STEMMER for post in poster):
        raise Regelbrudd(_("Noen av postene stemmer nå. Last listen på nytt."))
    return poster


def flytt(poster: Sequence[Post], status: Poststatus, notat: str, av: Aktoer) -> None:
    """Write the status and the event of each, and see to the tasks."""
    Posthendelse.objects.bulk_create(
        Posthendelse(post=p, bruker_id=av.bruker_id, fra=p.status, til=status, notat=notat)
        for p in poster
        if p.status != status or notat
    )
    Post.objects.filter(pk__in=[p.pk for p in poster]).update(
        status=status, status_tid=Now(), status_av_id=av.bruker_id
    )
    oppdater_kilde(KILDE, sorted({p.kvartal.indeks for p in poster}))


def _krev_notat(status: str, notat: str) -> None:
    if status not in VALGBARE:
        raise Regelbrudd({"status": [_("Velg en status.")]})
    if status in _MED_NOTAT and not notat:
        raise Regelbrudd({"notat": [_("Skriv kort hva som forklarer avviket.")]})
    if har_nummer(notat):
        raise Regelbrudd({"notat": [_("Ikke skriv fødselsnummer eller DUF-nummer i notatet.")]})
