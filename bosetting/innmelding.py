"""What the settlement tells the floors below, once at start."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from bosetting import lister, oppgavekilder, tall
from bosetting.kommunesiden import PANEL
from bosetting.lister_anbefaling import ANBEFALINGER
from bosetting.lister_svar import SVARENE
from bosetting.roller import SER_FYLKET, SER_KOMMUNEN, SKRIVER, SVARER
from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from regionalt.aarshjul import Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, registrer_kapittel
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.ledelsestall import Ledelsestall, registrer_ledelsestall
from regionalt.sider import Gruppe, registrer_sider

_VEILEDNING = Veiledning(
    kode="bosettingsrunde",
    tittel=_("Lag en bosettingsrunde"),
    steg=(
        _("Velg «Kommuner», «Bosetting» og «Ny runde». Skriv året, og rammen når den er kjent."),
        _("Legg inn kriteriene for året med kilde, og bestem vektene."),
        _("Legg inn fristene. De blir oppgaver og står i årshjulet."),
        _("Åpne for dialog. Kommunene svarer i sitt skjema; under «Svarene» minner du på dem som mangler."),
        _("Velg «Beregn», skriv begrunnelser, og send til godkjenning. En annen godkjenner."),
    ),
    rekkefoelge=66,
    roller=frozenset(SKRIVER),
    begynner="bosetting:runder",
)
_SVARVEILEDNING = Veiledning(
    kode="bosettingssvar",
    tittel=_("Svar på hvor mange kommunen kan bosette"),
    steg=(
        _("Velg «Kommuner» og «Bosetting», og åpne runden."),
        _("Skriv tallet uten forbehold, hvor mange flere ved behov, og de enslige mindreårige."),
        _("Lagre et utkast så ofte du vil, og send når det er riktig. Et nytt svar erstatter det forrige."),
    ),
    rekkefoelge=67,
    roller=frozenset(SVARER),
    begynner="bosetting:mine_svar",
)
_BOSATTE = Ledelsestall(
    "bosatte",
    _("Bosatt av anmodet"),
    _("Flyktninger som er bosatt i år, av dem IMDi har bedt kommunene om. Tallene som er lest inn."),
    tall.spoer_bosatte,
    tall.bosatte,
    15,
)


def meld_inn() -> None:
    """Register it all."""
    registrer_sider(
        Side("bosetting:runder", _("Bosetting"), SER_FYLKET, 28),
        Side("bosetting:mine_svar", _("Bosetting"), SER_KOMMUNEN, 28),
        gruppe=Gruppe.BOSETTING,
    )
    for liste in (*lister.ALLE, SVARENE, ANBEFALINGER):
        registrer_liste(liste)
    registrer_kilde(oppgavekilder.FRISTKILDE)
    registrer_kilde(oppgavekilder.SVARKILDE)
    registrer_kilde(oppgavekilder.GODKJENNINGSKILDE)
    registrer_hjulkilde(
        Hjulkilde(
            "bosettingsfrister", _("Frister i bosettingsrundene"), tall.spoer_frister, tall.fristdager, 20
        )
    )
    registrer_kommunepanel(PANEL)
    registrer_kapittel(Kapittel("bosetting", _("Bosetting"), tall.kapittel, 20))
    registrer_ledelsestall(_BOSATTE)
    registrer_veiledning(_VEILEDNING)
    registrer_veiledning(_SVARVEILEDNING)
