"""The case of a person in the queue: what the registrations say, and what is agreed."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.samtidighet import Versjonert
from karriere.kodeverk import VENTEGRUNN, Rett, Sakshendelsestype
from karriere.models.senter import Senter


class Sak(Versjonert):
    """One row a person who has, or has had, a right to guidance (integreringsloven §§ 11, 37 b).

    The first fields are derived from the registrations and kept true by `actions.saker`; those after `senter`
    are what people decide; the last are what the notes have come to, without a word of what they say.
    """

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    person = models.OneToOneField("nir.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    maalgruppe = models.BooleanField(
        _("i målgruppen"), default=True, help_text=_("Har rett til karriereveiledning nå.")
    )
    rett = models.CharField(_("rett"), max_length=15, choices=Rett.choices)
    bosatt = models.DateField(_("bosatt"), null=True)
    frist = models.DateField(
        _("frist"), null=True, help_text=_("Tre måneder etter bosetting (integreringsloven § 11; IMDi).")
    )
    kartlagt = models.DateField(_("kompetansen kartlagt"), null=True)
    tolkespraak = models.CharField(_("tolkespråk"), max_length=3, blank=True, default="")
    gjennomfoert = models.DateField(
        _("gjennomført"), null=True, help_text=_("Fra registreringen (forskriften § 52 c).")
    )
    intro_vedtak = models.DateField(_("vedtak om introduksjonsprogram"), null=True)
    regnet = models.DateField(_("regnet ut for"))

    senter = models.ForeignKey(
        Senter, models.PROTECT, null=True, related_name="saker", verbose_name=_("karrieresenter")
    )
    senter_valgt = models.BooleanField(
        _("senteret er valgt"), default=False, help_text=_("Følger ikke kommunen når personen flytter.")
    )
    veileder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("veileder")
    )
    henvist = models.DateField(_("henvist"), null=True)
    etterspurt = models.DateField(
        _("opplysninger etterspurt"), null=True, help_text=_("Tomt når kommunen har svart.")
    )
    neste_samtale = models.DateTimeField(_("neste samtale"), null=True)
    paa_vent_til = models.DateField(_("på vent til"), null=True)
    paa_vent_grunn = Kodekolonne(_("hvorfor på vent"), liste=VENTEGRUNN, blank=True, default="")
    takket_nei = models.DateField(
        _("takket nei"), null=True, help_text=_("Bare for dem med rett og ikke plikt (§ 37 b).")
    )

    notat_ferdig = models.DateField(_("notatet ferdig"), null=True)
    har_anbefaling = models.BooleanField(_("notatet har anbefaling"), default=False)
    overlevert = models.DateField(_("overlevert kommunen"), null=True)
    lest = models.DateField(_("lest av kommunen"), null=True)
    purret = models.DateField(_("kommunen minnet på notatet"), null=True)
    registrert_imdinett = models.DateField(_("registrert i IMDinett"), null=True)

    class Meta:
        verbose_name = _("veiledningssak")
        verbose_name_plural = _("veiledningssaker")
        constraints = [
            models.CheckConstraint(condition=Q(rett__in=Rett.values), name="karriere_sak_rett"),
            models.CheckConstraint(
                condition=Q(takket_nei__isnull=True) | Q(rett=Rett.RETT), name="karriere_sak_nei_uten_plikt"
            ),
            models.CheckConstraint(
                condition=Q(paa_vent_til__isnull=True, paa_vent_grunn="")
                | Q(~Q(paa_vent_grunn=""), paa_vent_til__isnull=False),
                name="karriere_sak_vent_med_grunn",
            ),
            models.CheckConstraint(
                condition=Q(tolkespraak="") | Q(tolkespraak__regex="^[a-z]{3}$"),
                name="karriere_sak_tolkespraak",
            ),
        ]
        indexes = [
            models.Index(
                fields=["senter", "frist"],
                condition=Q(maalgruppe=True, gjennomfoert__isnull=True, takket_nei__isnull=True),
                name="karriere_sak_koe",
            ),
        ]

    def __str__(self) -> str:
        return str(self.noekkel)

    @property
    def bare_rett(self) -> bool:
        """True when there is a right and no duty: the person may decline, and no recommendation is due."""
        return self.rett == Rett.RETT


class Sakshendelse(models.Model):
    """What happened, when, by whom: read on the page of the case. Codes and dates only."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="hendelser", verbose_name=_("sak"))
    hva = models.CharField(_("hva"), max_length=15, choices=Sakshendelsestype.choices)
    verdier = models.JSONField(_("verdier"), default=dict, help_text=_("Datoer og koder. Aldri fritekst."))
    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("av")
    )

    class Meta:
        verbose_name = _("hendelse i veiledningssaken")
        verbose_name_plural = _("hendelser i veiledningssaken")
        ordering = ["tid", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hva__in=Sakshendelsestype.values), name="karriere_sakshendelse_hva"
            )
        ]

    def __str__(self) -> str:
        return self.hva
