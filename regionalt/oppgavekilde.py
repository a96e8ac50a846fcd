"""A municipality without a contact is a task for the county."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from regionalt.queries.kontakter import uten_kontakt
from regionalt.roller import FOELGER_OPP, KILDE_KONTAKT


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, None]]:
    """Yield the municipalities without a contact today (see `oppgaver.regelverk`)."""
    for kommune in uten_kontakt(timezone.localdate(), ider):
        url = f"{reverse('kommunekontakt_ny')}?kommune={kommune.nummer}"
        yield Emne(id=kommune.pk, virksomhet_id=kommune.pk, url=url, tekst=kommune.navn), None


def _finn(fakta: None, i_dag: date) -> Iterable[Forslag]:
    yield Forslag(frist=None)


OPPGAVEKILDE = Oppgavekilde(
    navn=KILDE_KONTAKT,
    les=les,
    regler=(
        Oppgaveregel(
            kode="KOMMUNE_UTEN_KONTAKT",
            tittel=_("Sett kontaktperson for kommunen"),
            hvorfor=_("Kommunen har ingen kontaktperson i fylkeskommunen."),
            handling=_("Sett kontaktperson"),
            hjemmel="",
            roller=frozenset(FOELGER_OPP),
            finn=_finn,
            for_fylket=True,
        ),
    ),
)
