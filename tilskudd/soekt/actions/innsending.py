"""From draft to sent: made ready by one, approved by another, sent with a copy of what was sent."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from tilskudd.soekt import ark
from tilskudd.soekt.actions.felles import Feil, ikke_fram_i_tid, krev, laast, lagre, mangler
from tilskudd.soekt.actions.vedlegg import heng_paa
from tilskudd.soekt.models import Soeknad, Tilstand, Vedleggsslag
from tilskudd.soekt.queries.soeknader import budsjettsum, hullene, postene
from tilskudd.soekt.roller import GODKJENNER, SKRIVER
from tilskudd.soekt.rules.hull import MAA_FINNES, Hull

_T = Tilstand


def gjoer_klar(*, soeknad: Soeknad, versjon: int, av: Aktoer) -> None:
    """Say that a draft is ready for another to approve; its content stands from now.

    Raises:
        Konflikt: somebody changed it meanwhile.
        Regelbrudd: no measure or no budget.
        IkkeTilgang: wrong role.
    """
    with laast(soeknad, av, SKRIVER, _T.UTKAST) as denne:
        if MAA_FINNES & set(hullene(denne, timezone.localdate())):
            raise Regelbrudd(_("Beskriv tiltaket og legg inn budsjettet først."))
        lagre(
            denne, versjon, av, tilstand=_T.KLAR, klar_av_id=av.bruker_id, klar_tid=timezone.now(),
            soekt_beloep=budsjettsum(postene(denne)).soekes, grunn="",
        )  # fmt: skip


def send_tilbake(*, soeknad: Soeknad, versjon: int, grunn: str, av: Aktoer) -> None:
    """Give an application back to those who write it, with a reason; an approval falls away.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    krev(mangler(_("Skriv hva som må endres."), grunn=grunn))
    with laast(soeknad, av, (*SKRIVER, *GODKJENNER), _T.KLAR) as denne:
        lagre(
            denne, versjon, av, tilstand=_T.UTKAST, klar_av_id=None, klar_tid=None, soekt_beloep=None,
            godkjent_av_id=None, godkjent_tid=None, grunn=grunn.strip(),
        )  # fmt: skip


def godkjenn(*, soeknad: Soeknad, versjon: int, av: Aktoer) -> None:
    """Approve that an application is sent. Never by one who has written in it.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    with laast(soeknad, av, GODKJENNER, _T.KLAR) as denne:
        if denne.godkjent_av_id is not None:
            raise Regelbrudd(_("Søknaden er alt godkjent."))
        if av.bruker_id in denne.skrevet_av:
            raise Regelbrudd(_("Den som har skrevet i søknaden, kan ikke godkjenne den."))
        lagre(denne, versjon, av, godkjent_av_id=av.bruker_id, godkjent_tid=timezone.now())


def send(
    *, soeknad: Soeknad, versjon: int, dato: date, kvittering: str, grunn: str, av: Aktoer
) -> list[Hull]:
    """Say that an approved application is sent, and keep the copy as it was. Return what it lacked.

    Args:
        kvittering: the receipt number of the one it was sent to.
        grunn: why it is sent although something is lacking.

    Raises:
        Konflikt: somebody changed it meanwhile.
        Regelbrudd: not approved, or something is lacking and no reason is given.
        IkkeTilgang: wrong role.
    """
    krev(mangler(_("Skriv kvitteringsnummeret."), kvittering=kvittering), ikke_fram_i_tid(dato=dato))
    with laast(soeknad, av, SKRIVER, _T.KLAR) as denne:
        if denne.godkjent_av_id is None:
            raise Regelbrudd(_("En tilskuddsgodkjenner må godkjenne søknaden først."))
        mangel = hullene(denne, dato)
        krev(_maa_begrunnes(mangel, grunn))
        kopi = SimpleUploadedFile(_("soeknad.pdf"), ark.soeknad_pdf(denne, av=av, dag=dato))
        heng_paa(denne, [kopi], slag=Vedleggsslag.SOEKNAD, av=av)
        lagre(
            denne, versjon, av, tilstand=_T.SENDT, sendt_av_id=av.bruker_id, sendt_dato=dato,
            sendt_grunn=grunn.strip() if mangel else "", kvittering=kvittering.strip(),
        )  # fmt: skip
    return mangel


def _maa_begrunnes(mangel: list[Hull], grunn: str) -> Feil:
    if mangel and not grunn.strip():
        return {"grunn": [_("Søknaden har mangler. Rett dem, eller skriv hvorfor den sendes likevel.")]}
    return {}
