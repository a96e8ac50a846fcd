"""Everything that changes: statuses, claims, files taken back, matching anew."""

from tilskudd.innbetalinger.actions.filer import avstem_paa_nytt, ta_tilbake
from tilskudd.innbetalinger.actions.krav import lag_krav
from tilskudd.innbetalinger.actions.status import sett_status

__all__ = ["avstem_paa_nytt", "lag_krav", "sett_status", "ta_tilbake"]
