"""The job that fills the demo, step by step, so that people can watch."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from integrering.demo import actions, utbetalinger
from integrering.demo.eksempler import lag_alle
from integrering.demo.kontroll import krev_demo
from integrering.demo.queries import SLAG
from integrering.demo.satser import legg_inn_satser
from integrering.grunnmur import visning
from integrering.grunnmur.jobber import Loep, registrer_jobb


@registrer_jobb(SLAG)
def fyll(jobb: Loep) -> dict[str, Any]:
    """Fill the demo. Each step does nothing when it is done already, so the job can be taken up again."""
    krev_demo()
    valg = jobb.parametre
    i_dag = date.fromisoformat(valg["i_dag"])
    kvartaler = utbetalinger.kvartaler_som_godkjennes(i_dag)
    av_i_alt = 4 + len(kvartaler)
    with jobb.steg(_("Legger inn eksempelsatser"), 0, av_i_alt):
        satser = legg_inn_satser(i_dag.year)
    with jobb.steg(_("Registrerer oppdiktede deltakere"), 1, av_i_alt):
        rader = actions.lag_personer(i_dag=i_dag, antall=valg["antall"], froe=valg["froe"])
    with jobb.steg(_("Fører det som er utbetalt før"), 2, av_i_alt):
        utbetalinger.foer_aapning(kvartaler[0].forrige())
    for nr, kvartal in enumerate(kvartaler, start=3):
        steg = _("Beregner og godkjenner utbetalingen for %(kvartal)s") % {
            "kvartal": visning.kvartal(kvartal)
        }
        with jobb.steg(steg, nr, av_i_alt):
            utbetalinger.godkjenn_kvartal(kvartal)
    with jobb.steg(_("Lager meldinger, møter og brev"), av_i_alt - 1, av_i_alt):
        lag_alle(i_dag)
    return {"satser": satser, "rader": rader, "godkjent": [str(k) for k in kvartaler]}
