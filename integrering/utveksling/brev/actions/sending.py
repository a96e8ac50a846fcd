"""After the letter is finished: sent, answered."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER
from integrering.utveksling.brev import queries
from integrering.utveksling.brev.actions.melding import send_melding
from integrering.utveksling.brev.models import Brev, Brevtilstand, Sendemaate


@transaction.atomic
def merk_sendt(*, brev: Brev, maate: str, dato: date, av: Aktoer) -> None:
    """Write down that the letter is sent, how and when. From now on the recipient's users may read it here.

    One that goes as a message here is sent in the same transaction; all others somebody has sent by hand.
    A letter that is marked already stays as it is.

    Raises:
        IkkeTilgang: only the county sends letters.
        Regelbrudd: it is not finished, the day is to come, or the way is not for this letter.
    """
    av.krev(*FYLKESROLLER)
    if brev.tilstand == Brevtilstand.SENDT:
        return
    if brev.tilstand != Brevtilstand.FERDIG:
        raise Regelbrudd(_("Gjør brevet ferdig før du merker det som sendt."))
    if feil := _feil(brev, maate, dato, av):
        raise Regelbrudd(feil)
    brev.lagre_over(
        versjon=brev.versjon, bruker_id=av.bruker_id, tilstand=Brevtilstand.SENDT, sendt=timezone.now(),
        sendt_av_id=av.bruker_id, sendt_dato=dato, sendemaate=maate,
    )  # fmt: skip
    if maate == Sendemaate.MELDING:
        send_melding(brev=brev, av=av)


def _feil(brev: Brev, maate: str, dato: date, av: Aktoer) -> dict[str, list[str]]:
    feil = {}
    i_dag = timezone.localdate()
    if dato > i_dag:
        feil["dato"] = [_("Datoen kan ikke være etter i dag.")]
    if maate not in Sendemaate.values:
        feil["maate"] = [_("Velg hvordan brevet er sendt.")]
    if maate == Sendemaate.EPOST and brev.person_id is not None:
        feil["maate"] = [_("Brev om personer sendes ikke på e-post.")]
    if maate == Sendemaate.MELDING and not queries.kan_faa_melding([brev], av):
        hvem = {"hvem": brev.verdier["mottaker"]}
        feil["maate"] = [_("%(hvem)s kan ikke få brevet som melding her. Velg en annen måte.") % hvem]
    elif maate == Sendemaate.MELDING and dato < i_dag:
        feil["dato"] = [_("Meldingen sendes nå. Skriv dagens dato.")]
    return feil


@transaction.atomic
def registrer_svar(*, brev: Brev, dato: date, notat: str, av: Aktoer) -> None:
    """Write down that an answer came, once.

    Raises:
        IkkeTilgang: only the county keeps letters.
        Konflikt: somebody saved meanwhile.
        Regelbrudd: it is not sent, it is answered already, or the day is wrong.
    """
    av.krev(*FYLKESROLLER)
    if brev.tilstand != Brevtilstand.SENDT or brev.sendt_dato is None:
        raise Regelbrudd(_("Brevet er ikke merket som sendt."))
    if brev.svar_dato is not None:
        raise Regelbrudd(_("Svaret er allerede registrert."))
    if not brev.sendt_dato <= dato <= timezone.localdate():
        raise Regelbrudd({"dato": [_("Datoen må være fra dagen brevet ble sendt, til i dag.")]})
    brev.lagre_over(
        versjon=brev.versjon,
        bruker_id=av.bruker_id,
        svar_dato=dato,
        svar_notat=notat,
        svar_av_id=av.bruker_id,
    )
