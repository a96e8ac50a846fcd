"""Reference numbers: one row per sender and year, locked while numbers are taken."""

from __future__ import annotations

from integrering.utveksling.brev.models import Brevnummer


class Nummerserie:
    """The series of a sender in a year, locked until the transaction ends: who comes second, waits.

    A form sent twice at once finds its letter after the wait, and no number is lost.
    """

    def __init__(self, *, avsender_id: int, aar: int) -> None:
        noekkel = {"avsender_id": avsender_id, "aar": aar}
        Brevnummer.objects.bulk_create([Brevnummer(**noekkel, siste=0)], ignore_conflicts=True)
        self._rad = Brevnummer.objects.select_for_update().get(**noekkel)

    def neste(self) -> int:
        """Take the next number."""
        self._rad.siste += 1
        self._rad.save(update_fields=["siste"])
        return self._rad.siste
