"""The lists: subjects, which the county may add to; ways, purposes and legal bases, which are closed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste, kodevalg

EMNE = "meldingsemne"
LISTER = (
    Kodeliste(
        EMNE,
        _("Emner for meldinger"),
        _(
            "Hva en melding handler om. Emnet vises i lister og oppgaver hos alle som deltar, så det må aldri"
            " fortelle noe om en person."
        ),
        utvidbar=True,
    ),
)


def aapent_emne(*oensket: str) -> str:
    """Return the first of these subjects that is open. Administrators may have closed some."""
    aapne = [kode for kode, _navn in kodevalg(EMNE)]
    return next(kode for kode in (*oensket, *aapne) if kode in aapne)


class Maate(models.TextChoices):
    """How something was handed over."""

    PERSONLIG = "personlig", _("Levert personlig")
    TELEFON = "telefon", _("Opplest på telefon")
    REKOMMANDERT = "rekommandert", _("Rekommandert brev")
    SIKKER_DIGITAL = "sikker_digital", _("Sikker digital forsendelse")


class Hjemmel(models.TextChoices):
    """What the one who asks builds on; the paragraph stands in a text beside."""

    SAMTYKKE = "samtykke", _("Samtykke fra den det gjelder")
    LOV = "lov", _("Lov eller forskrift gir rett til opplysningene")
    FORVALTNING = "forvaltning", _("Til bruk i forvaltningsorganets sak (fvl. § 13 b)")
    INNSYN = "innsyn", _("Innsyn for den det gjelder eller fullmektig")
    OFFENTLEGLOVA = "offentleglova", _("Innsyn etter offentleglova")
    RETT = "rett", _("Påbud fra domstol, politi eller påtalemyndighet")
    ANNET = "annet", _("Annet eller ikke oppgitt")


class Avgjoerelse(models.TextChoices):
    """How a request ended."""

    UTLEVERT = "utlevert", _("Utlevert")
    DELVIS = "delvis", _("Delvis utlevert")
    AVSLAATT = "avslaatt", _("Avslått")
    TRUKKET = "trukket", _("Trukket eller feilregistrert")


class Datatype(models.TextChoices):
    """Kinds of information that can be handed over."""

    IDENTITET = "identitet", _("Navn, DUF-nummer og fødselsdato")
    TILLATELSE = "tillatelse", _("Oppholdstillatelse og statsborgerskap")
    BOSTED = "bosted", _("Bosted")
    VEDTAK = "vedtak", _("Vedtak om opplæring")
    OPPLAERING = "opplaering", _("Opplæring og videregående skole")
    TILSKUDD = "tilskudd", _("Tilskudd")
    MELDINGER = "meldinger", _("Meldinger og brev")
    TALL = "tall", _("Tall uten personer")
    ANNET = "annet", _("Annet")
