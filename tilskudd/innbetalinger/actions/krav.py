"""A claim to IMDi: for what was expected and has not come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tilskudd.doerer import BEREGNER
from tilskudd.innbetalinger.actions.status import flytt, laas_poster
from tilskudd.innbetalinger.models import Krav, Kravlinje, Post, Poststatus
from tilskudd.innbetalinger.rules.utfall import Utfall, krav

# What one letter's list may hold.
HOEYST = 2000
# An adviser who finds a difference explained does not claim it; one that is reported may be claimed again.
_KREVES = (Poststatus.NY, Poststatus.UNDERSOEKES, Poststatus.MELDT)
NOTAT = gettext_noop("Med i krav til IMDi")


def kan_kreves(post: Post) -> bool:
    """Return True for a difference that may stand in a claim: money that is missing, and nobody protected."""
    skjermet = post.person is not None and post.person.skjermet
    beloep = krav(post.forventet_oere, post.mottatt_oere, Utfall(post.utfall))
    return beloep > 0 and post.status in _KREVES and not skjermet


def lag_krav(*, post_ider: Collection[int], av: Aktoer) -> UUID:
    """Make a claim of differences and mark them as reported; returns its key.

    The amounts are kept as they are now, so that the letter and its list can be made again. Protected
    persons are never in a list: they are reported by hand.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: none chosen, too many, or some that cannot be claimed.
    """
    av.krev(*BEREGNER)
    if len(set(post_ider)) > HOEYST:
        raise Regelbrudd(_("Ett krav kan ha høyst %(antall)d linjer.") % {"antall": HOEYST})
    with kontekst(kontekst_for(av)):
        poster = laas_poster(post_ider)
        if not all(map(kan_kreves, poster)):
            raise Regelbrudd(
                _(
                    "Noen av avvikene kan ikke være med i et krav: pengene mangler ikke, avviket er forklart,"
                    " eller personen har adressebeskyttelse."
                )
            )
        return _skriv(poster, av)


def _skriv(poster: Sequence[Post], av: Aktoer) -> UUID:
    nytt = Krav.objects.create(
        dato=timezone.localdate(),
        bruker_id=av.bruker_id,
        avsender=av.virksomhet_navn,
        saksbehandler=av.navn,
        antall=len(poster),
        sum_oere=sum(p.forventet_oere - p.mottatt_oere for p in poster),
    )
    nytt.refresh_from_db(fields=["noekkel"])
    felt = ("person_id", "duf", "kode", "kvartal", "forventet_oere", "mottatt_oere")
    Kravlinje.objects.bulk_create(
        Kravlinje(krav=nytt, post=p, **{navn: getattr(p, navn) for navn in felt}) for p in poster
    )
    flytt(poster, Poststatus.MELDT, _(NOTAT), av)
    return nytt.noekkel
