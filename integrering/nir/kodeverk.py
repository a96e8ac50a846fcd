"""Code lists of the registrations. Codes are stored, labels never."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kjoenn(models.TextChoices):
    """Sex (forskriften § 46 a)."""

    KVINNE = "K", _("Kvinne")
    MANN = "M", _("Mann")
    UKJENT = "U", _("Ukjent")


class Tillatelsestype(models.TextChoices):
    """Ground of the residence permit. Codes: our short forms of integreringsloven §§ 9, 27 and 28."""

    A9 = "9a", _("Flyktning (utlendingsloven § 28)")
    B9 = "9b", _("Overføringsflyktning (§ 35 tredje ledd)")
    C9 = "9c", _("Sterke menneskelige hensyn (§ 38 første ledd)")
    D9 = "9d", _("Barnefamilie, begrenset tillatelse (§ 38 femte ledd)")
    E9 = "9e", _("Kollektiv beskyttelse (§ 34)")
    F9 = "9f", _("Familiemedlem til 9 a–9 e (kap. 6)")
    G9 = "9g", _("Selvstendig grunnlag (§ 53)")
    P27 = "27", _("Annen tillatelse med rett og plikt (integreringsloven § 27)")
    P28 = "28", _("Tillatelse med bare plikt (integreringsloven § 28)")


class Landgruppe(models.TextChoices):
    """Country group of the ordinary grant: high or low rate."""

    HOEY = "H", _("Høy sats")
    LAV = "L", _("Lav sats")


class Adressebeskyttelse(models.TextChoices):
    """Level of address protection, as in Folkeregisteret."""

    FORTROLIG = "fortrolig", _("Fortrolig adresse")
    STRENGT_FORTROLIG = "strengt_fortrolig", _("Strengt fortrolig adresse")


class Ordning(models.TextChoices):
    """Which scheme a registration is about (integreringsloven kapittel 4 og 6)."""

    INTRO = "intro", _("Introduksjonsprogram")
    NORSK = "norsk", _("Opplæring i norsk")
    SAMFUNN = "samfunn", _("Opplæring i samfunnskunnskap")


class Vedtakstype(models.TextChoices):
    """Outcome of a vedtak."""

    INNVILGET = "innvilget", _("Innvilget")


class Varighet(models.TextChoices):
    """Kinds of stans (integreringsloven § 36)."""

    PERMANENT = "permanent", _("Permanent")
    MIDLERTIDIG = "midlertidig", _("Midlertidig")
