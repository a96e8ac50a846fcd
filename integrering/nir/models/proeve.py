"""Results of tests."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.felt import Spraakfelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, spraak_i_orden


class Proeve(Personfakta):
    """A test and its result, per skill where it has skills (forskriften §§ 34, 38, 54)."""

    proeve = Kodekolonne(_("prøve"), liste="proeve", help_text=_("Forskriften §§ 34 og 38."))
    dato = models.DateField(_("prøvedato"))
    lytte = Kodekolonne(_("lytteforståelse"), liste="proeveresultat", blank=True, default="")
    lese = Kodekolonne(_("leseforståelse"), liste="proeveresultat", blank=True, default="")
    skriftlig = Kodekolonne(_("skriftlig framstilling"), liste="proeveresultat", blank=True, default="")
    muntlig = Kodekolonne(_("muntlig kommunikasjon"), liste="proeveresultat", blank=True, default="")
    resultat = Kodekolonne(
        _("resultat"),
        liste="proeveresultat",
        blank=True,
        default="",
        help_text=_("For prøver med ett resultat."),
    )
    spraak = Spraakfelt(
        _("språk"),
        blank=True,
        default="",
        help_text=_("For samfunnskunnskapsprøven. Språkkode med tre bokstaver."),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("prøveresultat")
        verbose_name_plural = _("prøveresultater")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("proeve", "dato"),
            *datoer_i_tid("dato"),
            spraak_i_orden("spraak"),
            models.CheckConstraint(
                condition=~Q(lytte="", lese="", skriftlig="", muntlig="", resultat=""),
                name="nir_proeve_har_resultat",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proeve}"
