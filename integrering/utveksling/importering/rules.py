"""What a sender's headings mean. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence

# How many rows may stand above the heading of a spreadsheet.
LETT_GJENNOM = 20
# Columns of an earlier answer: a file that comes back for another try carries them.
SVARKOLONNER = ("status", "feil")
# What other systems, and people, call our columns; written as `noekkelord` leaves them.
SYNONYMER: Mapping[str, tuple[str, ...]] = {
    "duf": ("dufnummer", "dufnr", "dufno", "dufid"),
    "fornavn": ("fornamn", "firstname", "fornavnmellomnavn"),
    "etternavn": ("etternamn", "slektsnavn", "lastname"),
    "foedselsdato": ("fodselsdato", "fodt", "fodd", "fdato", "dateofbirth"),
    "kjoenn": ("kjonn", "sex", "gender"),
    "statsborgerskap": ("statsborgarskap", "landkode", "nasjonalitet", "land"),
    "tillatelse": ("tillatelsestype", "oppholdstillatelse", "grunnlag", "oppholdsgrunnlag"),
    "tillatelse_dato": ("tillatelsesdato", "vedtaksdatoudi", "datofortillatelse", "tillatelsegitt"),
    "landgruppe": ("landsgruppe",),
    "adressebeskyttelse": ("adressesperre", "gradering", "adressevern"),
    "kommunenummer": ("kommunenr", "kommune", "knr", "bostedskommune"),
    "fylkesnummer": ("fylkesnr", "fylke"),
    "fra": ("fradato", "startdato", "bosattdato", "bosattfra", "start", "datofra", "fom"),
    "til": ("tildato", "sluttdato", "slutt", "datotil", "tom", "tilogmed"),
    "ordning": ("opplaering", "tilskuddsordning"),
    "vedtakstype": ("utfall", "vedtaksutfall", "resultat"),
    "vedtaksdato": ("vedtakdato", "datoforvedtak"),
    "startdato": ("start", "oppstart", "oppstartsdato", "fradato"),
    "skole": ("skolenavn", "skolensnavn", "videregaendeskole"),
    "timer_per_uke": ("timer", "timerperveke", "timeriuken", "timetall", "uketimer"),
    "kombinasjonsklasse": ("kombiklasse", "kombinasjon"),
    "hovedansvar_fylke": ("hovedansvar", "fylketharhovedansvar"),
    "varighet": ("stansvarighet",),
    "aar_nr": ("arnr", "ar", "aar", "tilskuddsar"),
    "budsjettaar": ("budsjettar",),
    "beloep": ("belop", "sats", "kroner"),
    "timer": ("timertilstede", "oppmott", "oppmote", "antalltimer"),
    "gyldig": ("gyldigfravaer", "gyldigfravar", "dokumentert", "dokumentertfravaer"),
    "ugyldig": ("ugyldigfravaer", "ugyldigfravar", "udokumentert", "udokumentertfravaer"),
    "ikke_avklart": ("uavklart", "fravaerikkeavklart"),
    "type": ("fravaerstype", "fravaer", "fravaerskode"),
    "undervisning": ("fagnavn", "emne"),
    "noekkel": ("nokkel", "referanse"),
    "registrert": ("registreringstidspunkt", "registrertdato"),
    # the lists of the national register (their exact columns are not public)
    "navn": ("fornavnetternavn", "etternavnfornavn", "fulltnavn", "personnavn"),
    "kommune": ("kommunenr", "kommunenummer", "bosettingskommune", "bostedskommune", "kommunenavn"),
    "kategori": ("personkategori", "kategoriordning", "malgruppe"),
    "sluttmaal": ("sluttmalintro", "sluttmalforprogrammet", "malmedprogrammet"),
    "vedtak_intro": ("vedtakintroduksjonsprogram", "vedtaksdatointro", "vedtaksdatointroduksjonsprogram"),
    "start_intro": ("startintroduksjonsprogram", "startdatointro", "startdatointroduksjonsprogram"),
    "vedtak_norsk": ("vedtaknorskopplaering", "vedtaksdatonorsk", "vedtaknorskopplaring"),
    "avslutningsaarsak": ("arsaktilavslutning", "avslutningarsak", "sluttarsak"),
    "avslutningsdato": ("datoforavslutning", "avsluttetdato", "avsluttet"),
}
_BYTT = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


def normaliser(overskrift: str) -> str:
    """Return a heading as we compare it."""
    return overskrift.strip().lower()


def noekkelord(overskrift: str) -> str:
    """Return a heading without what people write differently: «Fødsels-dato» → «fodselsdato».

    `oe` and `aa` become `o` and `a` as well, so that our own names meet those written with ø and å.
    """
    ord_ = normaliser(overskrift).translate(_BYTT).replace("oe", "o").replace("aa", "a")
    return re.sub(r"[^a-z0-9]", "", ord_)


def avtrykk(overskrifter: Sequence[str]) -> str:
    """Return what two files with the same headings in the same order have in common.

    The columns of an answer, last in the file, count for nothing: a corrected answer is the same file.
    """
    navn = [normaliser(o) for o in overskrifter]
    while navn and navn[-1] in ("", *SVARKOLONNER):
        navn.pop()
    return hashlib.sha256("\x1f".join(navn).encode()).hexdigest()


def foreslaa(overskrifter: Sequence[str], kjente: Sequence[str]) -> dict[str, int]:
    """Return where each of our columns most likely stands: by its name first, then by other names for it.

    No heading is given to two columns, and a heading that stands twice is left for the sender to choose.
    """
    ord_ = [noekkelord(o) for o in overskrifter]
    plasser: dict[str, int] = {}
    for navnene in ({k: (k,) for k in kjente}, {k: SYNONYMER.get(k, ()) for k in kjente}):
        for kolonne, navn in navnene.items():
            if kolonne in plasser:
                continue
            funnet = _finn(navn, ord_, set(plasser.values()))
            if funnet is not None:
                plasser[kolonne] = funnet
    return plasser


def _finn(navn: Sequence[str], ord_: Sequence[str], opptatt: Collection[int]) -> int | None:
    for ett in navn:
        treff = [i for i, o in enumerate(ord_) if o == noekkelord(ett) and i not in opptatt]
        if len(treff) == 1:
            return treff[0]
    return None


def finn_overskrift(rader: Sequence[Sequence[str]], kjente: Collection[str]) -> int:
    """Return which of the first rows is the heading: the one that knows most of our columns, or the first."""
    treff = [len(foreslaa(celler, tuple(kjente))) for celler in rader[:LETT_GJENNOM]]
    return treff.index(max(treff))
