"""What a payout says to someone who wants to undo an import: an approved run rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.backends.utils import CursorWrapper
from django.urls import reverse
from django.utils.translation import gettext as _
from psycopg.sql import SQL

from integrering.grunnmur import visning
from integrering.utveksling.importering.bygger import Bygg, Lenke, registrer_avledet, registrer_bygger_paa
from tilskudd.models import BOKFOERT, Kjoering

# The table of a fact → how a line names the versions it stands on.
_PAA_LINJEN = {
    "nir_personopplysning": SQL("l.personopplysning_id = v.id"),
    "nir_bosted": SQL("v.id = ANY (l.bosted_ider)"),
    "nir_vedtak": SQL("l.vedtak_id = v.id"),
    "nir_fulltidvgo": SQL("v.id = ANY (l.vgo_ider)"),
    "nir_stans": SQL("l.stans_id = v.id"),
}


def godkjente_kjoeringer(peker: CursorWrapper, tabell: str) -> Iterator[Bygg]:
    """Yield each approved run with lines that stand on versions the import made."""
    if tabell not in _PAA_LINJEN:
        return
    peker.execute(
        SQL(
            "SELECT l.kjoering_id, count(*) FROM utv_angres_versjoner v"
            " JOIN tilskudd_linje l ON l.person_id = v.person_id AND {}"
            " WHERE l.kjoering_id IN (SELECT id FROM tilskudd_kjoering WHERE tilstand = ANY (%s))"
            " GROUP BY 1 ORDER BY 1"
        ).format(_PAA_LINJEN[tabell]),
        [[str(t) for t in BOKFOERT]],
    )
    antall: dict[int, int] = dict(peker.fetchall())
    for kjoering in Kjoering.objects.filter(pk__in=antall):
        kvartal = visning.kvartal(kjoering.kvartal)
        yield Bygg(
            _("Den godkjente utbetalingen for %(kvartal)s bygger på importen: %(antall)d linjer.")
            % {"kvartal": kvartal, "antall": antall[kjoering.pk]},
            (Lenke(kvartal, reverse("tilskudd:kvartal", args=[kjoering.kvartal])),),
        )


def registrer() -> None:
    """Make the check known. Lines of runs that are not approved are worked out again."""
    registrer_bygger_paa(godkjente_kjoeringer)
    registrer_avledet("tilskudd.Linje", "tilskudd.ManglerSats")
