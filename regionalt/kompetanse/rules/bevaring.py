"""How long names of those registered are kept. Pure."""

from __future__ import annotations

from datetime import date

# Our own choice: two years, so that last year's list can be used when the next is planned.
BEVARES_AAR = 2


def siste_dag_som_slettes(i_dag: date) -> date:
    """Return the latest last day of an event whose list loses its names today."""
    skudd = i_dag.month == 2 and i_dag.day == 29
    dag = i_dag.replace(day=28) if skudd else i_dag
    return dag.replace(year=i_dag.year - BEVARES_AAR)
