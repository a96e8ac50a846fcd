"""Every rule has its row of settings: made after each migration, for rules that came with it."""

from __future__ import annotations

from typing import Any

from integrering.oppgaver.regelverk import regler


def lag_innstillinger(*, using: str, **_: Any) -> None:
    """Make the rows that are missing, with the code's defaults; what an administrator has decided stands."""
    from integrering.oppgaver.models import Regelinnstilling

    Regelinnstilling.objects.using(using).bulk_create(
        [Regelinnstilling(kode=regel.kode, snart_dager=regel.snart_dager) for regel in regler()],
        ignore_conflicts=True,
    )
