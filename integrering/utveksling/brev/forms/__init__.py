"""Forms of letters."""

from integrering.utveksling.brev.forms.avgjoerelser import Bekreftskjema, Sendtskjema, Svarskjema
from integrering.utveksling.brev.forms.brev import Brevskjema
from integrering.utveksling.brev.forms.flere import Flereskjema

__all__ = ["Bekreftskjema", "Brevskjema", "Flereskjema", "Sendtskjema", "Svarskjema"]
