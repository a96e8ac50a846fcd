"""The pages of the prevention work, for the navigation they share."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.sidemeny import Side
from regionalt.forebygging.roller import LESER_KATALOG
from regionalt.roller import FYLKET, LESER

SIDER = (
    Side("forebygging:katalog", _("Hvem kontakter jeg når"), LESER_KATALOG, 10),
    Side("forebygging:raadgivere", _("Mangfoldsrådgivere"), LESER_KATALOG, 20),
    Side("forebygging:nettverkene", _("Nettverk"), FYLKET, 30),
    Side("forebygging:aktiviteter", _("Aktiviteter"), LESER, 40),
    Side("forebygging:planer", _("Nasjonale planer"), LESER, 50),
)
