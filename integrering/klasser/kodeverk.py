"""Code lists of classes. Codes are stored, labels never."""

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste

KLASSENIVAA = "klassenivaa"

LISTER = (
    Kodeliste(
        KLASSENIVAA,
        _("Nivå og spor i klasser"),
        _("Hva slags klasse det er. Navnet sier aldri noe om en enkelt deltaker."),
        utvidbar=True,
    ),
)
