"""Grants the county applies for."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SoektKonfig(AppConfig):
    """Grants the county applies for."""

    name = "tilskudd.soekt"
    label = "soekt"
    verbose_name = _("Tilskudd fylkeskommunen søker om")

    def ready(self) -> None:
        """Register lists, page, tasks, help, the files' carrier, and the calls for the catalogue."""
        from integrering.lister import registrer_liste
        from integrering.oppgaver.regelverk import registrer_kilde
        from integrering.tilgang.sidemeny import Side
        from integrering.tilgang.veiledninger import registrer_veiledning
        from integrering.utveksling.vedlegg.baerere import registrer_baerer
        from tilskudd.ordninger.frister import Fristkilde, registrer_frister
        from tilskudd.sider import registrer_sider
        from tilskudd.soekt import baerere, for_ledelsen, lister, oppgavekilde, veiledning
        from tilskudd.soekt.queries.utlysninger import neste_frist, utlyste
        from tilskudd.soekt.roller import LESER

        for liste in lister.LISTER:
            registrer_liste(liste)
        registrer_kilde(oppgavekilde.OPPGAVEKILDE)
        registrer_sider(Side("soekt:liste", _("Søkte tilskudd"), LESER, 80))
        registrer_veiledning(*veiledning.ALLE)
        registrer_baerer(baerere.soeknaden)
        for_ledelsen.registrer()
        registrer_frister(Fristkilde("soekt", utlyste, neste_frist))
