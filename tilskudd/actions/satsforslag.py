"""A rate on its way to being adopted: entered by one person, decided by another."""

from __future__ import annotations

from typing import Any

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from tilskudd.models import Forslagstilstand, Satsforslag
from tilskudd.roller import SATSVEDTAR

KILDE = "satsforslag"


def foreslaa(*, noekkel: dict[str, Any], verdier: dict[str, Any], av: Aktoer) -> Satsforslag:
    """Let a rate wait for a second person. One's own earlier proposal for it is withdrawn.

    Called by `lagre_sats`, which has checked the role and the values, in the context of `av`.

    Raises:
        Regelbrudd: somebody else's proposal for the rate waits.
    """
    venter = (
        Satsforslag.objects.select_for_update().filter(**noekkel, tilstand=Forslagstilstand.VENTER).first()
    )
    if venter is not None:
        if venter.lagt_inn_av_id != av.bruker_id:
            raise Regelbrudd(
                _("Et forslag til denne satsen venter alt på en til. Vedta eller avvis det først.")
            )
        if all(getattr(venter, felt) == verdi for felt, verdi in verdier.items()):
            return venter
        _avgjoer(venter, Forslagstilstand.TRUKKET, av)
    nytt = Satsforslag.objects.create(**noekkel, **verdier, lagt_inn_av_id=av.bruker_id)
    oppdater_kilde(KILDE, {nytt.budsjettaar})
    return nytt


def vedta_sats(*, forslag: Satsforslag, av: Aktoer) -> Satsforslag:
    """Adopt what another person entered: from now on it is the rate. Approved lines never change.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: the same person entered it, or it is decided already.
    """
    return _som_den_andre(forslag, Forslagstilstand.VEDTATT, av)


def avvis_sats(*, forslag: Satsforslag, av: Aktoer, grunn: str) -> Satsforslag:
    """Reject what another person entered, with a reason. The rate stays as it is.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: no reason; the same person entered it; it is decided already.
    """
    if not grunn.strip():
        raise Regelbrudd({"grunn": [_("Skriv hvorfor satsen avvises.")]})
    return _som_den_andre(forslag, Forslagstilstand.AVVIST, av, grunn)


def trekk_sats(*, forslag: Satsforslag, av: Aktoer) -> Satsforslag:
    """Withdraw one's own proposal.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: somebody else entered it, or it is decided already.
    """
    av.krev(*SATSVEDTAR)
    with kontekst(kontekst_for(av)):
        denne = _ventende(forslag)
        if denne.lagt_inn_av_id != av.bruker_id:
            raise Regelbrudd(_("Bare den som la inn satsen, kan trekke den."))
        return _avgjoer(denne, Forslagstilstand.TRUKKET, av)


def _som_den_andre(
    forslag: Satsforslag, tilstand: Forslagstilstand, av: Aktoer, grunn: str = ""
) -> Satsforslag:
    av.krev(*SATSVEDTAR)
    with kontekst(kontekst_for(av)):
        denne = _ventende(forslag)
        if denne.lagt_inn_av_id == av.bruker_id:
            raise Regelbrudd(_("Du la inn satsen selv. En annen må vedta eller avvise den."))
        return _avgjoer(denne, tilstand, av, grunn)


def _ventende(forslag: Satsforslag) -> Satsforslag:
    denne = Satsforslag.objects.select_for_update().get(pk=forslag.pk)
    if denne.tilstand != Forslagstilstand.VENTER:
        raise Regelbrudd(
            _("Forslaget er alt avgjort: «%(tilstand)s».") % {"tilstand": denne.get_tilstand_display()}
        )
    return denne


def _avgjoer(forslag: Satsforslag, tilstand: Forslagstilstand, av: Aktoer, grunn: str = "") -> Satsforslag:
    forslag.tilstand = tilstand
    forslag.avgjort_av_id, forslag.avgjort_tid = av.bruker_id, Now()
    forslag.grunn = grunn.strip()[:300]
    forslag.save(update_fields=["tilstand", "avgjort_av", "avgjort_tid", "grunn"])
    oppdater_kilde(KILDE, {forslag.budsjettaar})
    return forslag
