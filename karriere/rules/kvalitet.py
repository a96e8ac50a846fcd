"""How far a centre has come on the checklist of quality."""

from __future__ import annotations


def andel_paa_plass(paa_plass: int, gjelder_ikke: int, punkter: int) -> int | None:
    """Return the share in place in whole percent, rounded down; None when no point applies.

    Points that are not looked at count as not in place. Those that do not apply to the centre are left out.
    100 is only said when all are in place.
    """
    gjelder = punkter - gjelder_ikke
    return paa_plass * 100 // gjelder if gjelder > 0 else None
