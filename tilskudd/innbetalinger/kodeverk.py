"""The code list of this part: IMDi's grant codes, as its files have them."""

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste

TILSKUDDSKODE = "imdi_tilskuddskode"

LISTER = (
    Kodeliste(
        TILSKUDDSKODE,
        _("Tilskuddskoder hos IMDi"),
        _(
            "Kodene i filene fra IMDi. Mellomrom skrives som understrek: «AR-1 EV» er AR-1_EV."
            " Bare persontilskuddene beregnes og avstemmes her."
        ),
        utvidbar=True,
        faste=("P-AR1-H", "P-AR2-H", "P-AR3-H", "P-AR1-L", "P-AR2-L", "P-AR3-L", "P37D-AR1"),
    ),
)
