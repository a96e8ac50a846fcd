"""Words the pages and the letters share."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The limit that decided a number (bosetting.rules.grunnlag.Grensetype).
GRENSER: dict[str, Promise] = {
    "laas": _("Låst tall"),
    "tak": _("Kapasiteten"),
    "minstetall": _("Minstetallet"),
    "oenske": _("Kommunens ønske"),
    "baand": _("Båndet mot forrige år"),
}
