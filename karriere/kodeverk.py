"""Words that are stored as codes. What administrators may add to are code lists; the rest is fixed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste

VENTEGRUNN = "karriereventegrunn"
IKKE_TOLK = "karriereikketolk"
NOTATBEHOV = "karrierebehov"
KVALITETSPUNKT = "karrierekvalitet"

LISTER = (
    Kodeliste(
        VENTEGRUNN,
        _("Hvorfor veiledningen venter"),
        _("Aldri helse eller diagnose."),
        utvidbar=True,
    ),
    Kodeliste(
        IKKE_TOLK,
        _("Hvorfor det ikke var kvalifisert tolk"),
        _("Grunnen skal stå når en samtale holdes uten kvalifisert tolk (tolkeloven § 7)."),
        utvidbar=True,
    ),
    Kodeliste(
        NOTATBEHOV,
        _("Behov for å søke"),
        _("Det deltakeren kan trenge å søke (forskriften § 47 andre ledd)."),
    ),
    Kodeliste(
        KVALITETSPUNKT,
        _("Kvalitet i karriereveiledning"),
        _("De fire områdene i det nasjonale kvalitetsrammeverket."),
        utvidbar=True,
    ),
)


class Rett(models.TextChoices):
    """What the person has: § 34 permits give a right and no duty (integreringsloven §§ 11, 37 b)."""

    RETT_OG_PLIKT = "rett_og_plikt", _("Rett og plikt")
    RETT = "rett", _("Rett, ikke plikt")


class Sakshendelsestype(models.TextChoices):
    """What happened in a case."""

    TILDELT = "tildelt", _("Tildelt veileder")
    SENTER = "senter", _("Flyttet til et annet senter")
    VENT = "vent", _("Satt på vent")
    VENT_SLUTT = "vent_slutt", _("Tatt av vent")
    TAKKET_NEI = "takket_nei", _("Takket nei")
    ANGRET_NEI = "angret_nei", _("Vil likevel ha veiledning")
    HENVIST = "henvist", _("Henvist av kommunen")
    ETTERSPURT = "etterspurt", _("Opplysninger etterspurt")
    INVITERT = "invitert", _("Invitert")
    AVTALT = "avtalt", _("Samtale avtalt")
    FLYTTET = "flyttet", _("Samtale flyttet")
    AVLYST = "avlyst", _("Samtale avlyst")
    IKKE_MOETT = "ikke_moett", _("Møtte ikke")
    MOETT = "moett", _("Samtale holdt")
    GJENNOMFOERT = "gjennomfoert", _("Veiledningen gjennomført")
    NOTAT = "notat", _("Notat ferdig")
    OVERLEVERT = "overlevert", _("Notat overlevert kommunen")
    LEST = "lest", _("Notat lest av kommunen")
    PURRET = "purret", _("Kommunen minnet på notatet")
    REGISTRERT = "registrert", _("Registrert i IMDinett")


class Samtaleslag(models.TextChoices):
    """Kinds of session."""

    INDIVIDUELL = "individuell", _("Individuell samtale")
    GRUPPE = "gruppe", _("Gruppe")
    TREPART = "trepart", _("Trepartssamtale med kommunen")


class Samtaleform(models.TextChoices):
    """Where it takes place."""

    STED = "sted", _("Møtes på et sted")
    VIDEO = "video", _("Video")


class Tolk(models.TextChoices):
    """Whether there is an interpreter (tolkeloven §§ 6, 7)."""

    IKKE_BEHOV = "ikke_behov", _("Ikke behov for tolk")
    KVALIFISERT = "kvalifisert", _("Kvalifisert tolk")
    IKKE_KVALIFISERT = "ikke_kvalifisert", _("Tolk som ikke er kvalifisert")
    UTEN = "uten", _("Behov, men uten tolk")


class Tolkeform(models.TextChoices):
    """Where the interpreter is (tolkeloven § 8)."""

    TIL_STEDE = "til_stede", _("Til stede")
    FJERN = "fjern", _("Telefon eller skjerm")


class Oppmoete(models.TextChoices):
    """What became of a place in a session. Empty: not yet."""

    MOETT = "moett", _("Møtte")
    IKKE_MOETT = "ikke_moett", _("Møtte ikke")
    AVLYST = "avlyst", _("Avlyst")
    FLYTTET = "flyttet", _("Flyttet til en annen tid")


class Forslagsstatus(models.TextChoices):
    """What the county says to times a municipality proposes."""

    VENTER = "venter", _("Venter på svar")
    GODTATT = "godtatt", _("Godtatt")
    AVSLAATT = "avslaatt", _("Ikke godtatt")


class Notatbruk(models.TextChoices):
    """Whether the municipality used the note in the decision."""

    BRUKT = "brukt", _("Ja, vedtaket bygger på notatet")
    DELVIS = "delvis", _("Delvis")
    IKKE_BRUKT = "ikke_brukt", _("Nei")


class Kvalitetsstatus(models.TextChoices):
    """Where a centre stands on a point."""

    PAA_PLASS = "paa_plass", _("På plass")
    DELVIS = "delvis", _("Delvis på plass")
    MANGLER = "mangler", _("Mangler")
    GJELDER_IKKE = "gjelder_ikke", _("Gjelder ikke")


class Spraak(models.TextChoices):
    """The written standard of a note."""

    NB = "nb", _("Bokmål")
    NN = "nn", _("Nynorsk")
