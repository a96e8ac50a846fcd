"""What is said about a row. SQL finds codes; the words are here, in the language of the one who reads."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_MELDINGER: dict[str, str | Promise] = {
    "rad": "%(mer)s",
    # cells
    "mangler": _("må fylles ut"),
    "for_lang": _("teksten er for lang, høyst %(mer)s tegn"),
    "dato": _("«%(verdi)s» er ikke en dato. Skriv dd.mm.åååå eller åååå-mm-dd"),
    "dato_utenfor": _("datoen «%(verdi)s» må være mellom 1900 og 2100"),
    "tidspunkt": _("«%(verdi)s» er ikke et tidspunkt. Skriv dd.mm.åååå, eller åååå-mm-ddTtt:mm:ss+01:00"),
    "kode": _("«%(verdi)s» er ikke en gyldig verdi. Bruk %(mer)s"),
    "landkode": _("«%(verdi)s» er ikke en landkode på tre bokstaver, for eksempel SYR"),
    "spraakkode": _("«%(verdi)s» er ikke en språkkode på tre bokstaver, for eksempel ukr"),
    "maaned": _("«%(verdi)s» er ikke en måned. Skriv mm.åååå, for eksempel 09.2026"),
    "tall": _("«%(verdi)s» er ikke et tall med høyst én desimal, for eksempel 30 eller 27,5"),
    "tall_utenfor": _("«%(verdi)s» må være mer enn 0 og høyst %(mer)s"),
    "tall_fra_null": _("«%(verdi)s» må være fra 0 til og med %(mer)s"),
    "heltall": _("«%(verdi)s» er ikke et helt tall"),
    "heltall_utenfor": _("«%(verdi)s» må være i området %(mer)s"),
    "ja_nei": _("«%(verdi)s» er verken ja eller nei"),
    "duf_lengde": _("«%(verdi)s» er ikke et DUF-nummer. Det må ha 12 sifre"),
    "duf_som_tall": _(
        "«%(verdi)s» er et DUF-nummer som regnearket har gjort om til et tall."
        " Gjør kolonnen om til tekst og skriv nummeret på nytt"
    ),
    "null_foran": _("nullen foran manglet: «%(verdi)s» er lest som 0%(verdi)s"),
    "duf_kontroll": _("kontrollsifrene i DUF-nummeret stemmer ikke. Sjekk at nummeret er riktig skrevet"),
    "ukjent_kommune": _(
        "ukjent kommune «%(verdi)s». Skriv kommunenummeret med fire sifre, for eksempel 0301"
    ),
    "ukjent_fylkeskommune": _("ukjent fylke «%(verdi)s». Skriv fylkesnummeret med to sifre, for eksempel 50"),
    # rows
    "ukjent_duf": _("ingen person har DUF-nummeret %(verdi)s. Importer filen personer først"),
    "ukjent_hos_dere": _(
        "dere har ingen person med DUF-nummeret %(verdi)s."
        " Er personen ny, må filen personer importeres først."
        " Bor personen hos dere nå, avklarer fylkeskommunen flyttingen"
    ),
    "duf_annet_sted": _(
        "DUF-nummeret kan ikke registreres her nå. Fylkeskommunen avklarer hvor personen hører til"
    ),
    "annen_kommune": _("dere kan bare registrere bosted i egen kommune"),
    "ikke_skjermede": _("bare brukere som kan se personer med adressebeskyttelse, kan registrere dette"),
    "slutt_foer_start": _("sluttdatoen %(verdi)s er før startdatoen %(mer)s"),
    "foer_annen_dato": _("datoen %(verdi)s er før %(mer)s"),
    "nivaa_mangler": _("må fylles ut når slag er nivaa"),
    "nivaa_uten_grunn": _("må stå tom når slag ikke er nivaa"),
    "utfall_og_dato": _("utfall og utfallsdato må fylles ut sammen"),
    "grunn_passer_ikke": _("«%(verdi)s» passer ikke: § 23 gjelder norsk, § 24 samfunnskunnskap"),
    "resultat_mangler": _("prøven må ha et resultat"),
    "resultat_passer_ikke": _("resultatet «%(verdi)s» hører ikke til denne prøven"),
    "foer_foedsel": _("datoen %(verdi)s er før fødselsdatoen"),
    "i_framtiden": _("«%(verdi)s» kan ikke være fram i tid"),
    "foer_grensen": _(
        "«%(verdi)s» er for tidlig. En utbetaling er godkjent for alt som var registrert til og med %(mer)s"
    ),
    # versions
    "noekkel_annen_person": _("nøkkelen «%(verdi)s» hører til en annen person"),
    "noekkel_annullert": _(
        "registreringen med nøkkelen «%(verdi)s» er annullert. Send raden med en ny nøkkel"
    ),
    "noekkel_ulike": _("nøkkelen står på flere rader i filen, med ulike verdier"),
    "kjent_uten_noekkel": _("registreringen fantes fra før uten nøkkelen «%(verdi)s», og er ikke endret"),
    "ulike_i_filen": _("flere rader i filen gjelder samme registrering, med ulike verdier"),
    "for_mange_om_samme": _("«%(verdi)s» står på flere enn %(mer)s rader i filen"),
    "samme_oeyeblikk": _("en annen versjon er registrert i samme øyeblikk"),
    "alt_erstattet": _("versjonen som gjaldt på dette tidspunktet, er alt erstattet av en senere"),
    "andre_verdier": _(
        "personen har alt en slik registrering, med andre verdier."
        " Rett den på personens side, eller send raden med samme noekkel som sist"
    ),
    "andre_opplysninger": _(
        "personen er alt registrert med andre opplysninger."
        " Rett dem på personens side, eller send raden med samme noekkel som sist"
    ),
    "overlapper": _("perioden overlapper en som er registrert: %(mer)s. Rett den ene av dem"),
    "overlapper_i_filen": _("perioden overlapper en annen i filen (linje %(mer)s)"),
    "dobbel_start": _("den samme registreringen står også på linje %(mer)s i filen"),
    "dobbel_person": _("samme person står også på linje %(mer)s i filen"),
}


def registrer_meldinger(nye: Mapping[str, str | Promise]) -> None:
    """Add the words of an upper floor's codes. Raises ValueError when a code is taken."""
    if tatt := _MELDINGER.keys() & nye.keys():
        raise ValueError(f"meldingskoder er i bruk: {sorted(tatt)}")
    _MELDINGER.update(nye)


def melding(felt: str, kode: str, verdi: str, mer: str) -> str:
    """Return the message of a code, with the field's name before it."""
    tekst = str(_MELDINGER[kode]) % {"verdi": verdi, "mer": mer}
    return f"{felt}: {tekst}" if felt else tekst
