"""Pages of the administration's lists, without counting a log of a million rows."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

TAK = 10_000


class TakPaginator(Paginator):  # type: ignore[type-arg]
    """Counts no further than `TAK` rows; what lies beyond is reached by search and filter."""

    @cached_property
    def count(self) -> int:
        """Return how many rows there are, `TAK` at most."""
        rader = self.object_list
        if isinstance(rader, QuerySet):
            return rader.order_by().values("pk")[:TAK].count()
        return min(len(rader), TAK)
