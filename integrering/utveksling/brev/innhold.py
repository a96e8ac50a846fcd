"""From a letter to what the typesetter gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from integrering.tilgang.models import Virksomhet, Virksomhetstype
from integrering.utveksling.brev.flettefelt import felt_for
from integrering.utveksling.brev.models import Brev, Brevmal, Brevmalversjon
from integrering.utveksling.brev.rules import skriving
from integrering.utveksling.brev.rules.tekst import flett, flett_linje, les_blokker, rens


@dataclass(frozen=True)
class Ark:
    """All that stands on the paper, in one language, beside the template's own text."""

    maalform: str
    avsender: str
    mottaker: str
    adresse: str
    referanse: str
    dato: date
    verdier: Mapping[str, str]
    fritekst: str
    kontakt: tuple[str, str, str]
    vedlegg: Sequence[str] = ()


def mottakernavn(virksomhet: Virksomhet) -> str:
    """Return an organisation as addressed: «Rindal kommune»."""
    if virksomhet.type == Virksomhetstype.KOMMUNE:
        return skriving.kommunenavn(virksomhet.navn)
    return virksomhet.navn


def ark_av(brev: Brev, vedlegg: Sequence[str] = ()) -> Ark:
    """Return the letter's own part, with the names of its files; a person's name as the draft was saved."""
    return Ark(
        maalform=brev.maalform,
        avsender=brev.avsender.navn,
        mottaker=str(brev.verdier["mottaker"]),
        adresse=brev.adresse,
        referanse=brev.referanse,
        dato=brev.dato,
        verdier=brev.verdier,
        fritekst=brev.fritekst,
        kontakt=(brev.kontakt_navn, brev.kontakt_epost, brev.kontakt_telefon),
        vedlegg=vedlegg,
    )


def flettede_verdier(mal: Brevmal, ark: Ark) -> dict[str, str]:
    """Return every field of the template as the letter writes it."""
    verdier = {
        **ark.verdier,
        "fylke": ark.avsender,
        "dato": ark.dato.isoformat(),
        "kontaktperson": ark.kontakt[0],
        "mottaker": ark.mottaker,
    }
    return {
        navn: f.skriv(str(verdier.get(navn, ""))) for navn, f in felt_for(mal.kode, mal.mottakerslag).items()
    }


def overskrift(malversjon: Brevmalversjon, ark: Ark) -> str:
    """Return the heading with its fields merged."""
    return flett_linje(malversjon.tekst("overskrift", ark.maalform), flettede_verdier(malversjon.mal, ark))


def sett_sammen(malversjon: Brevmalversjon, ark: Ark) -> dict[str, Any]:
    """Return what the typesetter gets: texts only, nothing it reads as code."""
    verdier = flettede_verdier(malversjon.mal, ark)
    ord_ = skriving.ORD[ark.maalform]

    def fra_malen(felt: str) -> list[dict[str, Any]]:
        return flett(les_blokker(malversjon.tekst(felt, ark.maalform), flett=True), verdier)

    return {
        "spraak": ark.maalform,
        "avsender": ark.avsender,
        "referanse": ark.referanse,
        "dato": ark.dato.isoformat(),
        "merker": [[ord_["referanse"], ark.referanse], [ord_["dato"], skriving.dato_lang(ark.dato)]],
        "mottaker": [rens(ark.mottaker), *_linjer(ark.adresse)],
        "tittel": overskrift(malversjon, ark),
        "konklusjon": fra_malen("konklusjon"),
        "fritekst": flett(les_blokker(ark.fritekst, flett=False), {}),
        "tekst": fra_malen("tekst"),
        "hjemmel": fra_malen("hjemmel"),
        "kontakt": _kontakt(ark, ord_),
        "vedlegg": list(ark.vedlegg),
        "ord": ord_,
    }


def _linjer(tekst: str) -> list[str]:
    return [linje.strip() for linje in rens(tekst).split("\n") if linje.strip()]


def _kontakt(ark: Ark, ord_: Mapping[str, str]) -> list[str]:
    navn, epost, telefon = (rens(t) for t in ark.kontakt)
    return [
        navn,
        *([f"{ord_['telefon']}: {telefon}"] if telefon else []),
        *([f"{ord_['epost']}: {epost}"] if epost else []),
    ]
