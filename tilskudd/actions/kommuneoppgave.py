"""The statement to a municipality, sent as a message with receipt."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.meldinger import actions as meldinger
from integrering.utveksling.meldinger.actions.utkast import Innhold
from integrering.utveksling.meldinger.kodeverk import aapent_emne
from integrering.utveksling.meldinger.models import Melding
from tilskudd.models import Kjoering
from tilskudd.oppgavetrykk import pdf
from tilskudd.queries.kommuneoppgave import kommuneoppgave, meldingsnoekkel, sendt
from tilskudd.roller import OPPGAVESENDER


def send_kommuneoppgave(*, kjoering: Kjoering, kommune: Virksomhet, av: Aktoer) -> Melding:
    """Send the statement of an approved run to the municipality, once, with the PDF and a receipt asked for.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: the run is not approved, or has changed since; it is sent already.
    """
    av.krev(*OPPGAVESENDER)
    if not kjoering.er_bokfoert:
        raise Regelbrudd(_("Oppgaven sendes når kjøringen er godkjent."))
    with kontekst(kontekst_for(av)):
        if sendt(kjoering, kommune) is not None:
            raise Regelbrudd(_("Oppgaven er alt sendt til kommunen."))
        trykk = pdf(kommuneoppgave(kjoering, kommune, av))
        kvartal = visning.kvartal(kjoering.kvartal)
        utkast = meldinger.lagre_utkast(
            noekkel=meldingsnoekkel(kjoering, kommune),
            versjon=0,
            innhold=Innhold(
                tekst=_(
                    "Her er oppgaven over det registreringene deres har utløst av persontilskudd for "
                    "%(kvartal)s, og kommunens egen andel til kontroll. Beløpene er forventet; IMDi "
                    "betaler. Svar her hvis noe ikke stemmer, og kvitter når dere har lest den."
                )
                % {"kvartal": kvartal},
                mottakere=[kommune.pk],
                emne=aapent_emne("tilskudd"),
                tittel=_("Oppgave over tilskudd, %(kvartal)s") % {"kvartal": kvartal},
                krever_kvittering=True,
            ),
            av=av,
            filer=[SimpleUploadedFile(f"tilskudd-{kjoering.kvartal.slug}.pdf", trykk, "application/pdf")],
        )
        return meldinger.send(noekkel=utkast.noekkel, versjon=utkast.versjon, av=av)
