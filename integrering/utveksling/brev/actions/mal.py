"""Templates: a change is a new version, and both languages are always there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev.flettefelt import felt_for, i_overskrift
from integrering.utveksling.brev.models import TEKSTFELT, Brevmal, Brevmalversjon
from integrering.utveksling.brev.rules.maalform import SPRAAK
from integrering.utveksling.brev.rules.tekst import Funn, Tekstfeil, finn_feil, rens

TEKSTER = tuple(f"{felt}_{spraak}" for spraak in SPRAAK for felt in TEKSTFELT)


@transaction.atomic
def lagre_mal(*, mal: Brevmal, tekster: Mapping[str, str], gyldig_fra: date, av: Aktoer) -> Brevmalversjon:
    """Save a template and, when its text is another than that of the last version, a new version of it.

    Args:
        mal: new or changed; its code and recipient never change.
        tekster: `overskrift_nb` … `hjemmel_nn`, all eight.
        gyldig_fra: the first day of the new text.

    Raises:
        IkkeTilgang: only an administrator keeps templates.
        Regelbrudd: a text is empty, uses an unknown field or leaves a brace open (field and line are named).
    """
    av.krev(Rolle.ADMINISTRATOR)
    rene = {felt: rens(tekster.get(felt, "")) for felt in TEKSTER}
    if feil := malfeil(mal.kode, mal.mottakerslag, rene):
        raise Regelbrudd(feil)
    try:
        mal.full_clean()
    except ValidationError as brudd:
        raise Regelbrudd(brudd.message_dict) from brudd
    _lagre(mal)
    siste = mal.versjoner.select_related("mal").order_by("-nummer").first()
    if siste and {felt: getattr(siste, felt) for felt in TEKSTER} == rene:
        return siste
    return Brevmalversjon.objects.create(
        mal=mal,
        nummer=siste.nummer + 1 if siste else 1,
        gyldig_fra=gyldig_fra,
        laget_av_id=av.bruker_id,
        **rene,
    )


def _lagre(mal: Brevmal) -> None:
    """Insert or update; an existing row is locked, so that two versions never get the same number."""
    if mal.pk is None:
        mal.save()
        return
    Brevmal.objects.select_for_update().get(pk=mal.pk)
    mal.save(update_fields=["formaal", "aktiv"])


def malfeil(kode: str, mottakerslag: str, tekster: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what is wrong with the texts of a template, by field."""
    feil = {}
    for felt in TEKSTER:
        er_overskrift = felt.startswith("overskrift")
        kjente = i_overskrift(kode, mottakerslag) if er_overskrift else set(felt_for(kode, mottakerslag))
        funn = finn_feil(tekster.get(felt, ""), kjente, en_linje=er_overskrift)
        if funn:
            feil[felt] = [_melding(f, kjente) for f in funn]
    return feil


def _melding(funn: Funn, kjente: set[str]) -> str:
    deler = {"linje": funn.linje, "hva": funn.hva, "felt": ", ".join(sorted(kjente))}
    match funn.feil:
        case Tekstfeil.TOM:
            return _("Skriv teksten. Brevet må finnes på både bokmål og nynorsk.")
        case Tekstfeil.UKJENT_FELT:
            return _("Linje %(linje)s: feltet «%(hva)s» finnes ikke her. Bruk et av disse: %(felt)s.") % deler
        case Tekstfeil.AAPEN_KLAMME:
            return (
                _("Linje %(linje)s: klammen er ikke lukket i «%(hva)s». Skriv {{ for en klamme i teksten.")
                % deler
            )
        case Tekstfeil.LUKKET_KLAMME:
            return (
                _("Linje %(linje)s: klammen er ikke åpnet i «%(hva)s». Skriv }} for en klamme i teksten.")
                % deler
            )
        case Tekstfeil.AAPEN_FET:
            return _("Linje %(linje)s: fet skrift (**) er åpnet, men ikke lukket på samme linje.") % deler
        case _:  # FLERE_LINJER
            return _("Overskriften må stå på én linje.")
