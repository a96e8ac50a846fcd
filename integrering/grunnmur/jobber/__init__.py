"""Jobs: a row in PostgreSQL is the truth; Celery carries its id.

@registrer_jobb("tilskudd.beregn")
def beregn(jobb: Loep) -> dict[str, object]:
    with jobb.steg("Regner ut", 1, 2): ...

start_jobb(slag="tilskudd.beregn", parametre={"kjoering": 7}, bruker_id=av.bruker_id, ...)
"""

from integrering.grunnmur.jobber.actions import avbryt_jobb, kjoer_paa_nytt, start_jobb
from integrering.grunnmur.jobber.loep import Avbrutt, LeieTapt, Loep
from integrering.grunnmur.jobber.register import registrer_jobb

__all__ = ["Avbrutt", "LeieTapt", "Loep", "avbryt_jobb", "kjoer_paa_nytt", "registrer_jobb", "start_jobb"]
