"""Changes to the queue."""

from __future__ import annotations

from collections.abc import Collection


def oppdater_kilde(navn: str, ider: Collection[int] | None = None) -> None:
    """Compute again the tasks of one source, for these subjects or (None) for all; as the jobs' role.

    Call it in the transaction of the change, so that a finished task is gone on the next page.
    """
