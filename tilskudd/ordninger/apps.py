"""The catalogue of grant schemes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrdningerKonfig(AppConfig):
    """The catalogue of grant schemes."""

    name = "tilskudd.ordninger"
    label = "ordninger"
    verbose_name = _("Tilskuddsordninger")

    def ready(self) -> None:
        """Register the list and the page."""
        from integrering.lister import registrer_liste
        from integrering.tilgang.roller import FYLKESROLLER
        from integrering.tilgang.sidemeny import Side
        from tilskudd.ordninger import lister
        from tilskudd.sider import registrer_sider

        for liste in lister.LISTER:
            registrer_liste(liste)
        registrer_sider(Side("ordninger:liste", _("Ordninger"), tuple(sorted(FYLKESROLLER)), 70))
