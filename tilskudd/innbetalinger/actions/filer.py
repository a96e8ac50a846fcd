"""A file of payments taken back, and the matching done anew."""

from __future__ import annotations

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from tilskudd.doerer import BEREGNER
from tilskudd.innbetalinger import motor
from tilskudd.innbetalinger.models import Innbetalingsfil
from tilskudd.innbetalinger.queries.filer import bygger_paa


def avstem_paa_nytt(*, av: Aktoer) -> None:
    """Hold payments against lines again: persons may have come into the register. Raises IkkeTilgang."""
    av.krev(*BEREGNER)
    with kontekst(motor_kontekst(av.bruker_id)):
        motor.avstem()


def ta_tilbake(*, fil: Innbetalingsfil, av: Aktoer) -> Innbetalingsfil:
    """Take a file back: its payments count no more, and may be imported again. Twice is once.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: someone has worked with differences of its rounds since it came.
    """
    av.krev(*BEREGNER)
    with kontekst(motor_kontekst(av.bruker_id)):
        motor.laas()
        with kontekst(kontekst_for(av)):
            denne = Innbetalingsfil.objects.select_for_update(of=("self",)).get(pk=fil.pk)
            if denne.trukket_tid is not None:
                return denne
        if antall := bygger_paa(denne):
            raise Regelbrudd(
                _(
                    "Filen kan ikke tas tilbake: %(antall)d avvik i rundene er det arbeidet med siden den"
                    " kom. Importer en fil som retter den, med minus foran det som ikke skulle vært med."
                )
                % {"antall": antall}
            )
        with kontekst(kontekst_for(av)):
            Innbetalingsfil.objects.filter(pk=denne.pk).update(trukket_tid=Now(), trukket_av_id=av.bruker_id)
        motor.avstem()
        denne.refresh_from_db()
    return denne
