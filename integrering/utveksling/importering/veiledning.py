"""«Slik gjør du»."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.veiledninger import Veiledning
from integrering.utveksling.importering.lister import IMPORTROLLER

ALLE = (
    Veiledning(
        kode="importer_fil",
        tittel=_("Importer en fil"),
        steg=(
            _("Velg «Importer», og velg hva filen inneholder."),
            _("Last opp filen, og se at kolonnene er koblet riktig."),
            _("Se på feilene rad for rad. Last ned feilfilen hvis du vil rette i regnearket."),
            _("Velg «Importer». Kvitteringen viser hva som ble registrert."),
            _("Ble det feil, kan du angre importen så lenge ingen har bygget videre på den."),
        ),
        rekkefoelge=80,
        roller=IMPORTROLLER,
        begynner="importer",
    ),
)
