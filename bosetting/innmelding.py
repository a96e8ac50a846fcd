"""What the settlement tells the floors below, once at start."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from bosetting import lister, oppgavekilder, tall
from bosetting.roller import SER_FYLKET, SKRIVER
from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from regionalt.aarshjul import Hjulkilde, registrer_hjulkilde
from regionalt.sider import Gruppe, registrer_sider

_VEILEDNING = Veiledning(
    kode="bosettingsrunde",
    tittel=_("Lag en bosettingsrunde"),
    steg=(
        _("Velg «Kommuner», «Bosetting» og «Ny runde». Skriv året, og rammen når den er kjent."),
        _("Legg inn kriteriene for året med kilde, og bestem vektene."),
        _("Legg inn fristene. De blir oppgaver og står i årshjulet."),
        _("Se over kommunene: bør de spørres, hva ønsker de, og hva er det plass til?"),
    ),
    rekkefoelge=66,
    roller=frozenset(SKRIVER),
    begynner="bosetting:runder",
)


def meld_inn() -> None:
    """Register it all."""
    registrer_sider(Side("bosetting:runder", _("Bosetting"), SER_FYLKET, 28), gruppe=Gruppe.BOSETTING)
    for liste in lister.ALLE:
        registrer_liste(liste)
    registrer_kilde(oppgavekilder.FRISTKILDE)
    registrer_hjulkilde(
        Hjulkilde(
            "bosettingsfrister", _("Frister i bosettingsrundene"), tall.spoer_frister, tall.fristdager, 20
        )
    )
    registrer_veiledning(_VEILEDNING)
