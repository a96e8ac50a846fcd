"""What exemptions, absences and goals in Norwegian are called."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.rules.fravaer import Fravaerstype
from integrering.nir.rules.fravaersgrenser import Merknad, Vindu
from integrering.nir.rules.fritak import Fritakskode
from integrering.nir.rules.minstenivaa import Justeringsmerknad, Opplaering

_FRITAK = {
    Fritakskode.B1_ALLE: _("Minst B1 i hver av de fire delprøvene"),
    Fritakskode.B1_ELDRE_PROEVE: _("Minst B1 på eldre prøve (norskprøve 3 eller Bergenstesten)"),
    Fritakskode.KARAKTER_FOV: _("Minst karakteren 2 i modul 4 i forberedende opplæring for voksne"),
    Fritakskode.KARAKTER_GRUNNSKOLE: _("Minst karakteren 2 i grunnskolen (lov fra 1998)"),
    Fritakskode.KARAKTER_VGO: _("Minst karakteren 2 i videregående opplæring"),
    Fritakskode.REALKOMPETANSE: _("Godkjent realkompetanse i norsk eller samisk"),
    Fritakskode.STUDIEPOENG_30: _("30 studiepoeng i norsk eller samisk"),
    Fritakskode.OPPTAKSKRAV: _("Oppfyller opptakskravet i norsk eller samisk"),
    Fritakskode.SAMF_PROEVE: _("Bestått samfunnskunnskapsprøve"),
    Fritakskode.SAMF_GRUNNSKOLE: _("Minst karakteren 2 i samfunnsfag i grunnskolen (lov fra 1998)"),
    Fritakskode.SAMF_VGO: _("Minst karakteren 2 i samfunnskunnskap i videregående opplæring"),
    Fritakskode.SAMF_REALKOMPETANSE: _("Godkjent realkompetanse i samfunnsfag eller samfunnskunnskap"),
    Fritakskode.SAMF_STUDIEPOENG_10: _("10 studiepoeng i samfunnsfag som gir kunnskap om Norge"),
    Fritakskode.HELSE: _("Særlige helsemessige årsaker"),
    Fritakskode.ANDRE_GRUNNER: _("Andre tungtveiende årsaker"),
}

_FRAVAERSTYPE = {
    Fravaerstype.EGENMELDING: _("Egen sykdom, egenmelding"),
    Fravaerstype.LEGEERKLAERING: _("Egen sykdom, legeerklæring"),
    Fravaerstype.BARN_SYKDOM: _("Barns eller barnepassers sykdom"),
    Fravaerstype.SVANGERSKAPSKONTROLL: _("Svangerskapskontroll"),
    Fravaerstype.SVANGERSKAP: _("Fri under svangerskap"),
    Fravaerstype.FOEDSEL_MOR: _("Fri ved fødsel, mor"),
    Fravaerstype.FOEDSEL_FAR: _("Fri ved fødsel, far"),
    Fravaerstype.AMMEFRI: _("Ammefri"),
    Fravaerstype.VELFERD_BARNEHAGE: _("Velferd: tilvenning i barnehage"),
    Fravaerstype.VELFERD_SKOLESTART: _("Velferd: skolestart"),
    Fravaerstype.VELFERD_VIGSEL: _("Velferd: vigsel"),
    Fravaerstype.VELFERD_DOEDSFALL: _("Velferd: dødsfall"),
    Fravaerstype.VELFERD_INTERVJU: _("Velferd: jobbintervju, opptak, lege eller tannlege"),
    Fravaerstype.VELFERD_PLEIE: _("Velferd: pleie av nær pårørende"),
    Fravaerstype.VELFERD_ANNET: _("Velferd: annet"),
    Fravaerstype.FRED: _("Freds- og forsoningsarbeid"),
    Fravaerstype.LANGVARIG_SYKDOM: _("Permisjon ved langvarig sykdom"),
    Fravaerstype.OMSORG_FOEDSEL: _("Omsorgspermisjon ved fødsel"),
    Fravaerstype.OMSORG_ADOPSJON: _("Omsorgspermisjon ved adopsjon"),
    Fravaerstype.RELIGION: _("Religiøs høytidsdag"),
    Fravaerstype.FERIE: _("Ferie"),
    Fravaerstype.UGYLDIG: _("Fravær uten tillatelse"),
}

_VINDU = {
    Vindu.PER_GANG: _("per gang"),
    Vindu.KALENDERAAR: _("i kalenderåret"),
    Vindu.SISTE_12_MAANEDER: _("de siste tolv månedene"),
    Vindu.SISTE_16_DAGER: _("de siste 16 dagene"),
    Vindu.PER_BARN: _("for dette barnet"),
    Vindu.SAMLET: _("til sammen"),
}

_FRAVAERSMERKNAD = {
    Merknad.EGENMELDING_FOER_TIDEN: _("Egenmelding kan brukes først etter åtte uker i programmet."),
    Merknad.EGENMELDING_KAN_BORTFALLE: _(
        "Så mange egenmeldinger på et år kan gjøre at kommunen lar retten falle bort."
    ),
    Merknad.BARNET_FOR_GAMMELT: _("Barnet er eldre enn aldersgrensen."),
    Merknad.UTENFOR_FOERSTE_LEVEAAR: _("Permisjonen varer lenger enn barnets første leveår."),
    Merknad.VARSLET_FOR_SENT: _("Det er varslet senere enn 14 dager før."),
}

_JUSTERINGSMERKNAD = {
    Justeringsmerknad.NED: _("Norskmålet justeres ned. Skriv hvorfor."),
    Justeringsmerknad.MER_ENN_ETT_NIVAA: _("Norskmålet bør justeres ned bare ett nivå om gangen."),
    Justeringsmerknad.UNDER_MINSTENIVAA: _("Norskmålet er under det veiledende minstenivået."),
}

_OPPLAERING = {
    Opplaering.KAP_6: _("Opplæring etter integreringsloven"),
    Opplaering.VGO: _("Videregående opplæring"),
    Opplaering.FOV: _("Forberedende opplæring for voksne"),
}


def fritak(kode: Fritakskode) -> str:
    """Return the ground of an exemption."""
    return str(_FRITAK[kode])


def fravaerstype(kode: Fravaerstype) -> str:
    """Return the name of a kind of absence or leave."""
    return str(_FRAVAERSTYPE[kode])


def vindu(kode: Vindu) -> str:
    """Return what is counted together."""
    return str(_VINDU[kode])


def fravaersmerknad(kode: Merknad) -> str:
    """Return a warning about an absence."""
    return str(_FRAVAERSMERKNAD[kode])


def justeringsmerknad(kode: Justeringsmerknad) -> str:
    """Return a warning about a new goal in Norwegian."""
    return str(_JUSTERINGSMERKNAD[kode])


def opplaering(kode: Opplaering) -> str:
    """Return where the training in Norwegian is given."""
    return str(_OPPLAERING[kode])
