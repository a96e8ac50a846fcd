"""Letters: a reminder to several municipalities, an invitation, an answer to a person, and a draft."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.actions import Brevsvar, Bunkesvar
from integrering.utveksling.brev.models import Brev

PAAMINNES = ("5001", "5029", "5061")
_KONTAKT = {"kontakt_navn": "Sara Snøkvist", "kontakt_telefon": "74 17 00 00"}


def lag(i_dag: date) -> None:
    """Make the examples, as the county's case worker. Nothing without the demo's user or the templates."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        if queries.gyldig_mal("paaminning", i_dag) is None:
            return
        _paaminning(av, i_dag)
        _invitasjon(av, i_dag)
        _svar_til_person(av, i_dag)


def _kommune(nummer: str) -> Virksomhet:
    return Virksomhet.objects.get(type="kommune", nummer=nummer)


def _brev(
    av: Aktoer,
    kode: str,
    dag: date,
    svar: Brevsvar,
    virksomhet: Virksomhet | None = None,
    person: Person | None = None,
) -> Brev:
    malversjon = queries.gyldig_mal(kode, dag)
    assert malversjon is not None  # noqa: S101 - the templates come with the system
    return actions.opprett_utkast(
        innsending=uuid5(NAMESPACE_URL, f"demo-{kode}"), malversjon=malversjon, svar=svar, av=av,
        virksomhet=virksomhet, person=person,
    )  # fmt: skip


def _paaminning(av: Aktoer, i_dag: date) -> None:
    """Sent a week ago, each in its own language; one is answered."""
    dag = i_dag - timedelta(days=7)
    malversjon = queries.gyldig_mal("paaminning", i_dag)
    assert malversjon is not None  # noqa: S101 - `lag` has looked
    bunke = actions.bestill_bunke(
        noekkel=uuid5(NAMESPACE_URL, "demo-paaminning"), malversjon=malversjon, av=av,
        kommuner=[_kommune(nummer) for nummer in PAAMINNES],
        svar=Bunkesvar(
            dato=dag, noeytral="nb", **_KONTAKT,
            verdier={"svarfrist": (i_dag + timedelta(days=7)).isoformat()},
        ),
    )  # fmt: skip
    actions.merk_bunke_sendt(bunke=bunke, maate="svarut", dato=dag, av=av)
    foerste = queries.brev_i(bunke)[0]
    actions.registrer_svar(
        brev=foerste, dato=i_dag - timedelta(days=2), notat="Kommunen registrerer innen fristen.", av=av
    )


def _invitasjon(av: Aktoer, i_dag: date) -> None:
    """A draft that waits to be finished."""
    verdier = {
        "moetedato": (i_dag + timedelta(days=30)).isoformat(), "moetetid": "kl. 10.00–11.30",
        "moetested": "Fylkets hus, Steinkjer", "svarfrist": (i_dag + timedelta(days=14)).isoformat(),
    }  # fmt: skip
    svar = Brevsvar(maalform="nb", dato=i_dag, verdier=verdier, **_KONTAKT)
    _brev(av, "dialogmoete", i_dag, svar, virksomhet=_kommune("5059"))


def _svar_til_person(av: Aktoer, i_dag: date) -> None:
    """Finished, not sent. To somebody whose address is not protected."""
    person = Person.objects.filter(skjermet=False, kommune__nummer="5061").order_by("pk").first()
    if person is None:
        return
    svar = Brevsvar(
        maalform="nn", dato=i_dag, verdier={"henvendt": (i_dag - timedelta(days=3)).isoformat()},
        fritekst="Du spurde kva karriererettleiing er. Det er ein samtale om utdanning og arbeid. "
        "Samtalen er gratis, og du får tolk om du treng det.",
        **_KONTAKT,
    )  # fmt: skip
    brev = _brev(av, "person_brev", i_dag, svar, person=person)
    actions.ferdigstill(brev=brev, versjon=brev.versjon, av=av)
