"""Write, save and delete drafts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.meldinger.models import Melding, Samtale, Utkast, Utkastvedlegg
from integrering.utveksling.vedlegg import actions as vedleggsactions
from integrering.utveksling.vedlegg.models import Vedlegg

TEKST_MAKS = 20_000


@dataclass(frozen=True)
class Innhold:
    """What a draft says, whole or half-written."""

    tekst: str = ""
    mottakere: list[int] = field(default_factory=list)
    emne: str = ""
    tittel: str = ""
    referanse: str = ""
    krever_kvittering: bool = False
    kvitteringsfrist: date | None = None

    def felter(self) -> Mapping[str, Any]:
        """Return the columns."""
        return {
            "tekst": self.tekst, "mottakere": self.mottakere, "emne": self.emne, "tittel": self.tittel,
            "referanse": self.referanse, "krever_kvittering": self.krever_kvittering,
            "kvitteringsfrist": self.kvitteringsfrist if self.krever_kvittering else None,
        }  # fmt: skip


def laas_noekkel(noekkel: UUID) -> None:
    """Let one at a time save or send the draft with this key; held until the transaction ends."""
    with connection.cursor() as peker:
        peker.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"melding:{noekkel}"])


@transaction.atomic
def lagre_utkast(
    *,
    noekkel: UUID,
    versjon: int,
    innhold: Innhold,
    av: Aktoer,
    person: Person | None = None,
    samtale: Samtale | None = None,
    filer: Iterable[UploadedFile[Any]] = (),
    slett_vedlegg: Collection[UUID] = (),
) -> Utkast:
    """Save a draft; the first time `noekkel` is seen, a new one. Files are added and deleted with it.

    Args:
        noekkel: from the form; becomes the key of the message.
        versjon: the version the form was made from; 0 where there was none.
        person, samtale: set when the draft is made, and kept.

    Raises:
        Konflikt: a colleague saved meanwhile.
        Regelbrudd: already sent, too long, a protected person, a file that is not let in.
        IkkeTilgang: a role without messages.
    """
    av.krev(*ARBEIDSROLLER)
    laas_noekkel(noekkel)
    if Melding.objects.filter(idempotens=noekkel).exists():
        raise Regelbrudd(_("Meldingen er alt sendt."))
    if len(innhold.tekst) > TEKST_MAKS:
        raise Regelbrudd({"tekst": [_("Teksten er for lang. Legg den ved som PDF.")]})
    utkast = Utkast.objects.filter(noekkel=noekkel, virksomhet_id=av.virksomhet_id).first()
    if utkast is None:
        utkast = _nytt(noekkel, innhold, av, person, samtale)
    else:
        utkast.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **innhold.felter())
    _slett_vedlegg(utkast, slett_vedlegg, av)
    for vedlegg in vedleggsactions.legg_ved_alle(filer=filer, av=av, person_id=utkast.person_id):
        Utkastvedlegg.objects.create(utkast=utkast, vedlegg=vedlegg, virksomhet_id=av.virksomhet_id)
    return utkast


def _nytt(
    noekkel: UUID, innhold: Innhold, av: Aktoer, person: Person | None, samtale: Samtale | None
) -> Utkast:
    if person is not None and person.skjermet:
        raise Regelbrudd(skjermet_tekst())
    if samtale is not None:
        person = None
    return Utkast.objects.create(
        noekkel=noekkel, virksomhet_id=av.virksomhet_id, forfatter_id=av.bruker_id, endret_av_id=av.bruker_id,
        samtale=samtale, person_id=samtale.person_id if samtale else person.pk if person else None,
        **innhold.felter(),
    )  # fmt: skip


def skjermet_tekst() -> str:
    """Return what is said when someone would write about a protected person."""
    return _(
        "Personen har adressebeskyttelse. Meldinger om personen sendes ikke her. Overlever det for hånd, "
        "og registrer overleveringen."
    )


def _slett_vedlegg(utkast: Utkast, noekler: Collection[UUID], av: Aktoer) -> None:
    lenker = utkast.vedlegg.filter(vedlegg__noekkel__in=noekler).select_related("vedlegg")
    vedleggsactions.slett_lenker(lenker=lenker, av=av)


@transaction.atomic
def slett_utkast(*, utkast: Utkast, av: Aktoer) -> None:
    """Delete a draft of one's own organisation, and the files that hang on it. Again: no change."""
    av.krev(*ARBEIDSROLLER)
    laas_noekkel(utkast.noekkel)
    mitt = Utkast.objects.filter(pk=utkast.pk, virksomhet_id=av.virksomhet_id).first()
    if mitt is None:
        return
    _slett_vedlegg(mitt, list(mitt.vedlegg.values_list("vedlegg__noekkel", flat=True)), av)
    fjern_raden(mitt, av)


def fjern_raden(utkast: Utkast, av: Aktoer) -> None:
    """Take away the draft's row and its links; the files are left. For `slett_utkast` and for sending."""
    with kontekst(
        motor_kontekst(av.bruker_id)
    ):  # rows that may be about a person: no user's role deletes them
        Utkastvedlegg.objects.filter(utkast_id=utkast.pk)._raw_delete("default")
        Utkast.objects.filter(pk=utkast.pk)._raw_delete("default")


def vedlegg_til(utkast: Utkast) -> list[Vedlegg]:
    """Return the draft's files with their versions."""
    lenker = utkast.vedlegg.select_related("vedlegg").prefetch_related("vedlegg__versjoner").order_by("id")
    return [lenke.vedlegg for lenke in lenker]
