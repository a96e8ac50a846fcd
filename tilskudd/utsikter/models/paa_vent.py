"""Money that waits for a registration: computed from facts, never written by people."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from tilskudd.models.felt import KvartalFelt


class _Sum(models.Model):
    """What our county would be given, minus what it is given now. Negative: it is given too much."""

    kommune = models.ForeignKey(
        "tilgang.Virksomhet",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("kommune"),
        help_text=_("Den som skal registrere: der personen bor nå."),
    )
    kroner = models.IntegerField(_("kroner"), help_text=_("Hele kroner, forventet."))
    dager = models.IntegerField(_("dager"))
    dager_uten_sats = models.IntegerField(
        _("dager uten sats"), help_text=_("Dager som ikke har fått kroner, fordi satsen mangler.")
    )

    class Meta:
        abstract = True


class PaaVent(_Sum):
    """One person's money that waits, why, and since when (`docs/tilskudd-utsikter.md`)."""

    person = models.OneToOneField(
        "nir.Person", models.PROTECT, primary_key=True, related_name="+", verbose_name=_("person")
    )
    grunner = ArrayField(
        models.CharField(max_length=20), verbose_name=_("mangler"), help_text=_("Koder fra avstemmingen.")
    )
    siden = models.DateField(_("siden"), help_text=_("Første dag det ikke stemte."))
    beregnet = models.DateTimeField(_("beregnet"))

    class Meta:
        verbose_name = _("penger på vent")
        verbose_name_plural = _("penger på vent")
        indexes = [models.Index(fields=["kommune", "person"], name="utsikter_paavent_kommune")]

    def __str__(self) -> str:
        return str(self.person_id)


class PaaVentKvartal(_Sum):
    """The same, per quarter the days are in."""

    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="+", verbose_name=_("person")
    )
    kvartal = KvartalFelt(_("opptjent i"))

    class Meta:
        verbose_name = _("penger på vent i et kvartal")
        verbose_name_plural = _("penger på vent per kvartal")
        constraints = [
            models.UniqueConstraint(fields=["person", "kvartal"], name="utsikter_paavent_ett_kvartal")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kvartal}"
