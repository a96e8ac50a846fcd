"""What proves that the posted lines are right, and what stands between a run and its approval."""

from __future__ import annotations

from tilskudd.models import Kjoering, Kjoeringssats


def endrede_satser(kjoering: Kjoering) -> list[Kjoeringssats]:
    """Return the rates a run used that are not what a run would read now."""
    return list(
        Kjoeringssats.objects.raw(
            """SELECT k.* FROM tilskudd_kjoeringssats k
               LEFT JOIN tilskudd_brukbare_satser(%s) s
                    USING (ordning, aar_nr, landgruppe, budsjettaar, beloep, status)
               WHERE k.kjoering_id = %s AND k.brukt AND s.ordning IS NULL
               ORDER BY k.ordning, k.aar_nr, k.landgruppe, k.budsjettaar""",
            [kjoering.demo, kjoering.pk],
        )
    )
