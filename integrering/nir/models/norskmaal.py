"""The goal in Norwegian, per skill, with its history."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per


class Norskmaal(Personfakta):
    """Goal per skill, or grade 2 in upper secondary, or C1 (forskriften §§ 27, 28, 53 c)."""

    slag = Kodekolonne(_("slags mål"), liste="norskmaalslag", help_text=_("Forskriften § 28."))
    lytte = Kodekolonne(_("lytte"), liste="norsknivaa", blank=True, default="")
    lese = Kodekolonne(_("lese"), liste="norsknivaa", blank=True, default="")
    skriftlig = Kodekolonne(_("skriftlig"), liste="norsknivaa", blank=True, default="")
    muntlig = Kodekolonne(_("muntlig"), liste="norsknivaa", blank=True, default="")
    fra = models.DateField(_("satt fra"), help_text=_("Dagen målet gjelder fra."))
    endring = Kodekolonne(
        _("grunn til endring"),
        liste="norskmaalendring",
        blank=True,
        default="",
        help_text=_("Når målet settes ned: ett nivå om gangen (forskriften § 27)."),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("norskmål")
        verbose_name_plural = _("norskmål")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("fra"),
            *datoer_i_tid("fra"),
            models.CheckConstraint(
                condition=(
                    (Q(slag="nivaa") & ~Q(lytte="") & ~Q(lese="") & ~Q(skriftlig="") & ~Q(muntlig=""))
                    | (~Q(slag="nivaa") & Q(lytte="", lese="", skriftlig="", muntlig=""))
                ),
                name="nir_norskmaal_nivaa_per_ferdighet",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fra:%d.%m.%Y}"
