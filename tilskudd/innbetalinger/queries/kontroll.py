"""Payments in the control of the books: what is matched, is all that came and all that was expected."""

from __future__ import annotations

from django.db import connection
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.sql import les_sql
from integrering.tilgang.queries import vaart_fylke


def _finn() -> list[str]:
    with connection.cursor() as peker:
        peker.execute(les_sql("tilskudd.innbetalinger", "kontroll"), {"fylket": vaart_fylke().pk})
        return [str(rad[0]) for rad in peker.fetchall()]


KONTROLL = (
    "innbetalinger",
    _("Innbetalinger som stemmer, og de som ikke gjør det, er til sammen filene og linjene"),
    _finn,
)
