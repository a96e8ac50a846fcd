"""What the minimum is, by the dated values of the rules."""

from __future__ import annotations

from datetime import date

from integrering.nir.models.regelverdi import Regelverdi
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.minstenivaa import Norskmaal, Opplaering, minstenivaaer
from integrering.nir.rules.regelkoder import Regelkode
from integrering.nir.rules.regelsett import Regelsett
from integrering.tilgang.kontekst import kontekst, motor_kontekst


def minstekrav(dag: date) -> tuple[Norskmaal, ...]:
    """Return the guiding minimum in upper secondary on a day (forskriften § 28): alternatives."""
    # the values of the rules are about nobody, but only those with a register of persons may read the table
    with kontekst(motor_kontekst()):
        rader = list(Regelverdi.objects.filter(kode=Regelkode.KARAKTER_NORSK))
    regler = Regelsett.av(rad.som_rad() for rad in rader)
    return minstenivaaer(Grunnlag(), regler, dag, Opplaering.VGO).svar or ()
