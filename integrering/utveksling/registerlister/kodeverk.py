"""What is chosen from: kinds of list, states, and where a difference was put right."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.registerlister.rules import felt


class Listeslag(models.TextChoices):
    """Which list of the register."""

    PERSONER = felt.Slag.PERSONER.value, _("Personliste")
    AVSLUTTEDE = felt.Slag.AVSLUTTEDE.value, _("Oversikt over personer avsluttet introduksjonsprogram")


class Tilstand(models.TextChoices):
    """Where a list stands."""

    KOLONNER = "kolonner", _("Velg kolonner")
    LESES = "leses", _("Leses")
    FERDIG = "ferdig", _("Sammenlignet")


class Hvor(models.TextChoices):
    """Where a difference was put right; closed, so that nothing is written about the person."""

    REGISTERET = "registeret", _("Rettet i registeret")
    HOS_OSS = "hos_oss", _("Rettet hos oss")
    STEMMER = "stemmer", _("Stemmer likevel")
    AAPEN = "aapen", _("Åpnet igjen")


class Grunn(models.TextChoices):
    """Why two answers that differ both may stand."""

    ANNEN_KODE = "annen_kode", _("Registeret bruker en annen kode for det samme")
    REGISTERET_REGNER = "registeret_regner", _("Registeret regner selv, og svaret vårt er kontrollert")
    IKKE_OPPDATERT = "ikke_oppdatert", _("Registeret er oppdatert etter at listen ble laget")
    UTENFOR_LISTEN = "utenfor_listen", _("Personen skal ikke stå i denne listen")
    SKRIVEMAATE = "skrivemaate", _("Bare skrivemåten er ulik")


FELTNAVN = {
    felt.Felt.PERSON: _("Personen"),
    felt.Felt.NAVN: _("Navn"),
    felt.Felt.FOEDSELSDATO: _("Fødselsdato"),
    felt.Felt.KOMMUNE: _("Kommune"),
    felt.Felt.KATEGORI: _("Kategori"),
    felt.Felt.SLUTTMAAL: _("Sluttmål"),
    felt.Felt.VEDTAK_INTRO: _("Vedtak om introduksjonsprogram"),
    felt.Felt.START_INTRO: _("Start i introduksjonsprogram"),
    felt.Felt.VEDTAK_NORSK: _("Vedtak om norskopplæring"),
    felt.Felt.AVSLUTNINGSAARSAK: _("Avslutningsårsak"),
    felt.Felt.AVSLUTNINGSDATO: _("Avslutningsdato"),
}
KOLONNENAVN = {
    felt.DUF: _("DUF-nummer"),
    felt.FORNAVN: _("Fornavn"),
    felt.ETTERNAVN: _("Etternavn"),
    **{f.value: navn for f, navn in FELTNAVN.items()},
    felt.Felt.NAVN.value: _("Fornavn og etternavn i én kolonne"),
}
UTFALLSNAVN = {
    felt.Utfall.LIKT: _("Likt"),
    felt.Utfall.ULIKT: _("Ulikt"),
    felt.Utfall.BARE_REGISTER: _("Står i registeret, ikke hos oss"),
    felt.Utfall.BARE_HOS_OSS: _("Står hos oss, ikke i registeret"),
    felt.Utfall.UKJENT_KODE: _("Ukjent kode"),
    felt.Utfall.ULEST: _("Kan ikke leses"),
    felt.Utfall.IKKE_SAMMENLIGNET: _("Ikke sammenlignet"),
}
KATEGORINAVN = {
    felt.Kategori.INTRO_RETT_OG_PLIKT: _("Introduksjonsprogram: rett og plikt"),
    felt.Kategori.INTRO_RETT: _("Introduksjonsprogram: rett"),
    felt.Kategori.INTRO_KAN_TILBYS: _("Introduksjonsprogram: kan tilbys"),
    felt.Kategori.INTRO_FULLFOERE: _("Introduksjonsprogram: rett til å fullføre"),
    felt.Kategori.INTRO_INGEN: _("Introduksjonsprogram: ingen rett"),
    felt.Kategori.NORSK_RETT_OG_PLIKT: _("Norsk: rett og plikt"),
    felt.Kategori.NORSK_RETT: _("Norsk: rett"),
    felt.Kategori.NORSK_PLIKT: _("Norsk: plikt"),
    felt.Kategori.NORSK_KAN_TILBYS: _("Norsk: kan tilbys"),
    felt.Kategori.NORSK_FULLFOERE: _("Norsk: rett til å fullføre"),
    felt.Kategori.NORSK_INGEN: _("Norsk: ingen rett"),
}
