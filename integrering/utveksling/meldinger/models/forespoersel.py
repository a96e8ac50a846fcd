"""A request for information: who asks for what and why, what they got, when, how and from whom."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.utveksling.meldinger.kodeverk import Avgjoerelse, Hjemmel, Maate


class Forespoersel(Versjonert):
    """The request as it stands now; each change is an event beside it, with the reason."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    saksnummer = models.CharField(_("saksnummer"), max_length=12, unique=True)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    registrert = models.DateTimeField(_("registrert"), auto_now_add=True)
    registrert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registrert av")
    )
    idempotens = models.UUIDField(_("skjemaets nøkkel"), unique=True)
    mottatt = models.DateField(_("mottatt"))
    frist = models.DateField(
        _("frist for foreløpig svar"), help_text=_("En måned etter at den kom (forvaltningsloven § 11 a).")
    )
    organ = models.CharField(_("hvem som spør"), max_length=200)
    spoerrers_rolle = models.CharField(_("rollen til den som spør"), max_length=200)
    paa_vegne_av = models.CharField(_("på vegne av"), max_length=200, blank=True, default="")
    formaal = models.TextField(_("formål"))
    hjemmel = models.CharField(_("hjemmel"), max_length=20, choices=Hjemmel.choices)
    hjemmel_tekst = models.CharField(_("lov og paragraf"), max_length=200, blank=True, default="")
    hva = models.TextField(_("hva det spørres om"))
    foreloepig_svar = models.DateField(_("foreløpig svar sendt"), null=True, blank=True)
    avgjoerelse = models.CharField(
        _("avgjørelse"), max_length=20, choices=Avgjoerelse.choices, blank=True, default=""
    )
    begrunnelse = models.TextField(_("begrunnelse"), blank=True, default="")
    utlevert_hva = models.JSONField(_("hva som ble utlevert"), default=list)
    utlevert_merknad = models.TextField(_("nærmere om det som ble utlevert"), blank=True, default="")
    avgjort = models.DateField(_("avgjort"), null=True, blank=True)
    maate = models.CharField(_("hvordan"), max_length=20, choices=Maate.choices, blank=True, default="")
    avgjort_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("avgjort av")
    )

    class Meta:
        verbose_name = _("informasjonsforespørsel")
        verbose_name_plural = _("informasjonsforespørsler")
        indexes = [models.Index(fields=["virksomhet", "-mottatt", "-id"], name="meldinger_forespoersel_hos")]
        constraints = [
            models.CheckConstraint(
                condition=Q(avgjoerelse="", avgjort__isnull=True, avgjort_av__isnull=True)
                | Q(~Q(avgjoerelse=""), avgjort__isnull=False, avgjort_av__isnull=False),
                name="meldinger_forespoersel_avgjort",
            )
        ]

    def __str__(self) -> str:
        return self.saksnummer


class Forespoerselperson(models.Model):
    """A person the request is about. Taken out again: the row stays."""

    forespoersel = models.ForeignKey(
        Forespoersel, models.PROTECT, related_name="personer", verbose_name=_("forespørsel")
    )
    person = models.ForeignKey("nir.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    tatt_ut = models.DateTimeField(_("tatt ut"), null=True)

    class Meta:
        verbose_name = _("person i forespørsel")
        verbose_name_plural = _("personer i forespørsler")
        constraints = [
            models.UniqueConstraint(fields=["forespoersel", "person"], name="meldinger_forespoersel_person")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Forespoerselvedlegg(models.Model):
    """A file that was handed over, or the request itself."""

    forespoersel = models.ForeignKey(
        Forespoersel, models.PROTECT, related_name="vedlegg", verbose_name=_("forespørsel")
    )
    vedlegg = models.ForeignKey(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til forespørsel")
        verbose_name_plural = _("vedlegg til forespørsler")

    def __str__(self) -> str:
        return str(self.vedlegg_id)


class Forespoerselhendelse(models.Model):
    """What was done with a request: registered, decided, corrected; what it said before, and why."""

    forespoersel = models.ForeignKey(
        Forespoersel, models.PROTECT, related_name="hendelser", verbose_name=_("forespørsel")
    )
    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))
    slag = models.CharField(_("hva"), max_length=20)
    aarsak = models.CharField(_("hvorfor"), max_length=300, blank=True, default="")
    endret = models.JSONField(_("endret"), default=dict, help_text=_("Felt og hva som sto der før og etter."))

    class Meta:
        verbose_name = _("hendelse i forespørsel")
        verbose_name_plural = _("hendelser i forespørsler")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.slag
