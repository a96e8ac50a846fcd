"""The evidence: files of an application, kept as the attachments of the house are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg import actions as vedleggsactions
from tilskudd.soekt.actions.felles import ved_brudd
from tilskudd.soekt.models import Bruk, Partner, Soeknad, Soeknadsvedlegg, Tilstand
from tilskudd.soekt.roller import SKRIVER

STENGT = (Tilstand.AVSLUTTET, Tilstand.TRUKKET)
Filer = Iterable["UploadedFile[Any]"]


@transaction.atomic
def legg_ved(*, soeknad: Soeknad, filer: Filer, slag: str, av: Aktoer, partner: Partner | None = None) -> int:
    """Put files on an application that is not closed; return how many. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    naa = Soeknad.objects.get(pk=soeknad.pk)
    if naa.tilstand in STENGT:
        raise Regelbrudd(_("Søknaden er avsluttet og får ikke flere vedlegg."))
    with ved_brudd():
        return heng_paa(naa, filer, slag=slag, av=av, partner=partner)


def heng_paa(
    soeknad: Soeknad,
    filer: Filer,
    *,
    slag: str,
    av: Aktoer,
    partner: Partner | None = None,
    bruk: Bruk | None = None,
) -> int:
    """Store files and link them, inside a change that has checked who may. Raises Regelbrudd on «vedlegg»."""
    lagret = vedleggsactions.legg_ved_alle(filer=filer, av=av)
    for vedlegg in lagret:
        Soeknadsvedlegg.objects.create(
            soeknad=soeknad,
            vedlegg=vedlegg,
            virksomhet_id=av.virksomhet_id,
            slag=slag,
            partner=partner,
            bruk=bruk,
        )
    return len(lagret)


@transaction.atomic
def ta_av(*, lenke: Soeknadsvedlegg, av: Aktoer) -> None:
    """Take a file off a draft and delete it. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    if not Soeknad.objects.get(pk=lenke.soeknad_id).aapen:
        raise Regelbrudd(_("Vedlegg kan bare tas bort mens søknaden er et utkast."))
    vedleggsactions.slett_lenker(lenker=[lenke], av=av)
