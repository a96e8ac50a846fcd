"""What the steps of a calculation say: facts, reasons, and why no answer can be given."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.nir.rules.beregning import Mellomregning
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.regelkoder import Grunn, Regelmangel

_FELT = {
    Felt.FOEDT: _("Fødselsdato"),
    Felt.STATSBORGERSKAP: _("Statsborgerskap"),
    Felt.TILLATELSE: _("Oppholdstillatelse"),
    Felt.TILLATELSE_DATO: _("Dagen tillatelsen ble gitt"),
    Felt.PAR9_FRA: _("Første dag med tillatelse etter § 9"),
    Felt.FOERSTE_FORNYELSE: _("Første fornyelse av tillatelsen"),
    Felt.FAMILIEINNVANDRING: _("Tillatelse som familiemedlem"),
    Felt.VEDTAK_KAP_6A: _("Vedtak etter kapittel 6A"),
    Felt.ANKOMST: _("Ankomst til Norge"),
    Felt.BOSATT: _("Bosatt i kommune"),
    Felt.ETTER_AVTALE: _("Bosatt etter avtale"),
    Felt.FOLKEREGISTRERT: _("Folkeregistrert i kommunen"),
    Felt.ARBEID_TIMER: _("Timer arbeid per uke"),
    Felt.HAR_VGS: _("Utdanning på videregående nivå"),
    Felt.FULLFOERT_GRUNNSKOLE: _("Fullført grunnskole"),
    Felt.BARN_UNDER_18: _("Barn under 18 år"),
    Felt.KARTLAGT_FOER_BOSETTING: _("Kompetansen kartlagt før bosetting"),
    Felt.KRAV_INTRO: _("Krav om introduksjonsprogram"),
    Felt.TILBUD_OPPSTART_INTRO: _("Tilbud om oppstart av introduksjonsprogram"),
    Felt.VEDTAK_INTRO: _("Vedtak om introduksjonsprogram"),
    Felt.OPPSTART_INTRO: _("Oppstart av introduksjonsprogram"),
    Felt.AVSLUTTET_INTRO: _("Introduksjonsprogram avsluttet"),
    Felt.PLAN: _("Integreringsplan"),
    Felt.SLUTTMAAL: _("Sluttmål"),
    Felt.KRAV_NORSK: _("Krav om norskopplæring"),
    Felt.TILBUD_OPPSTART_NORSK: _("Tilbud om oppstart av norskopplæring"),
    Felt.VEDTAK_NORSK: _("Vedtak om norskopplæring"),
    Felt.OPPSTART_NORSK: _("Oppstart av norskopplæring"),
    Felt.UTSATT_OPPSTART: _("Utsatt oppstart"),
    Felt.UTVIDET_NORSK: _("Utvidet norskopplæring"),
    Felt.FYLKETS_ANSVAR: _("Perioder der fylkeskommunen har ansvaret"),
    Felt.BARNETS_FOEDSELSDATO: _("Barnets fødselsdato"),
}

_REGELMANGEL = {
    Regelmangel.INGEN_VERDI: _("Vi har ingen verdi som gjelder for dagen."),
    Regelmangel.INTRODUKSJONSLOVEN: _("Reglene i introduksjonsloven er ikke lagt inn."),
    Regelmangel.KILDEN_SIER_INGENTING: _("Kilden sier ikke om dette registreres etter denne loven."),
    Regelmangel.LOVEN_NEVNER_INGEN_START: _("Før 1. august 2023 nevnte loven ingen dag å regne fra."),
    Regelmangel.NY_FORVALTNINGSLOV: _("Ny forvaltningslov gjelder, og klagefristen er ikke fornyet."),
}

_GRUNN = {
    Grunn.NORDISK_ELLER_EOES: _("Nordiske borgere og EØS-borgere er ikke i målgruppen."),
    Grunn.NORSK_BORGER: _("Personen er norsk statsborger."),
    Grunn.IKKE_PAR9: _("Tillatelsen gir ikke rett til introduksjonsprogram."),
    Grunn.ANNEN_FAMILIE: _("Familiemedlem til andre enn dem i § 9 f kan tilbys program."),
    Grunn.UNDER_ALDER: _("Personen var for ung da tillatelsen ble gitt."),
    Grunn.OVER_ALDER: _("Personen var over høyeste alder da tillatelsen ble gitt, og kan tilbys program."),
    Grunn.FYLT_67: _("Retten og plikten opphører når personen fyller 67 år."),
    Grunn.BOTID: _("Personen har bodd to år eller mer i en kommune."),
    Grunn.I_ARBEID: _("Personen er i arbeid, eller har tilbud om arbeid, i for mange timer i uken."),
    Grunn.UTEN_AVTALE: _("Personen er bosatt uten avtale, og kan tilbys program."),
    Grunn.PAR_8_FOERSTE_LEDD: _("Personen er i målgruppen."),
    Grunn.IKKE_PAR_8_FOERSTE_LEDD: _("Bare de som har rett til introduksjonsprogram, er i målgruppen."),
    Grunn.RETT_IKKE_PLIKT: _("Kollektiv beskyttelse gir rett, men ikke plikt."),
    Grunn.DELTAR_I_PROGRAM: _("Deltakere i program har både rett og plikt."),
    Grunn.FULLFOERER: _("Det som er påbegynt, kan fullføres."),
    Grunn.INGEN_NYE_RETTIGHETER: _(
        "Personen har hatt vedtak etter kapittel 6A, og får ingen nye rettigheter."
    ),
    Grunn.KARTLAGT_FOER_BOSETTING: _("Kompetansen er kartlagt før bosetting."),
    Grunn.KAP_6A_NORSK: _("Kollektiv beskyttelse gir rett, men ikke plikt, til norskopplæring."),
    Grunn.KAP_6A_IKKE_SAMF: _("Kollektiv beskyttelse gir verken rett eller plikt til samfunnskunnskap."),
    Grunn.KAP_6A_FRIVILLIG_PROEVE: _("Prøven er frivillig og gratis."),
    Grunn.PAR_27: _("Tillatelsen gir rett og plikt til opplæring."),
    Grunn.PAR_28: _("Tillatelsen gir bare plikt til opplæring."),
    Grunn.IKKE_INNTRAADT: _("Retten har ikke inntrådt ennå."),
    Grunn.FRITATT: _("Personen er fritatt fra plikten."),
    Grunn.RETT_BORTFALT: _("Kommunen har bestemt at retten også faller bort."),
    Grunn.PROEVEPLIKT: _("Personen har plikt til å gå opp til avsluttende prøve."),
    Grunn.BARE_PLIKT_INGEN_PROEVE: _("De som bare har plikt til opplæring, har ikke plikt til prøve."),
    Grunn.FYLKET_ANSVARLIG: _("Fylkeskommunen har ansvaret for opplæringen."),
    Grunn.BARE_PLIKT_KOMMUNEN: _("Kommunen beholder ansvaret for dem som ikke har rett til opplæring."),
    Grunn.TIMER_IKKE_TID: _("Bare plikt: opplæringen varer et antall timer."),
    Grunn.IKKE_UTSATT: _("Utsatt oppstart er ikke innvilget."),
    Grunn.IKKE_VEDTAK: _("Det er ikke gjort vedtak ennå."),
    Grunn.SLUTTMAAL_PASSER_IKKE: _("Sluttmålet passer ikke med utdanningen fra før."),
    Grunn.IKKE_ARBEID: _("Kravet gjelder bare program mot arbeid."),
    Grunn.UTEN_BARN: _("Personen har ikke barn under 18 år."),
    Grunn.IKKE_I_DENNE_LOVEN: _("Registreres ikke etter introduksjonsloven."),
    Grunn.KAP_6A_FOER_2026: _("Deltar etter kapittel 6A (før 1.1.2026)."),
    Grunn.SAMLET_I_INTEGRERINGSPLAN: _("Deltakere i program har én samlet plan."),
    Grunn.UTVIDET_NORSK: _("Utdanningen avgjør utvidet norskopplæring."),
    Grunn.IKKE_UTVIDET_NORSK: _("Trengs bare ved utvidet norskopplæring."),
    Grunn.STYRER_VARIGHET: _("Utdanningen avgjør hvor lenge program og opplæring varer."),
    Grunn.SAMME_TID_SOM_VEDTAK: _("Lages samtidig med vedtaket."),
    Grunn.REGISTRERES: _("Registreres i NIR."),
    Grunn.INGEN_PERMISJONSREGEL: _("Denne permisjonen gis bare i introduksjonsprogram."),
}

_MELLOMREGNING = {
    Mellomregning.ALDER: _("Alder"),
    Mellomregning.BODD_FRA: _("Bodd i en kommune fra"),
    Mellomregning.PERMISJONSDAGER: _("Dager med permisjon"),
    Mellomregning.FRAVAERSDAGER: _("Virkedager borte"),
    Mellomregning.TILLEGG: _("Virkedager som legges til"),
    Mellomregning.FRIST: _("Frist"),
    Mellomregning.BRUKT: _("Brukt"),
    Mellomregning.GRENSE: _("Grense"),
    Mellomregning.NAADD: _("Nådd"),
}


def felt(kode: Felt) -> str:
    """Return what a fact is called: also as the thing that is missing."""
    return str(_FELT[kode])


def regelmangel(kode: Regelmangel) -> str:
    """Return why no rule can answer though all facts are known."""
    return str(_REGELMANGEL[kode])


def grunn(kode: Grunn) -> str:
    """Return a sentence: what the text of the law decided."""
    return str(_GRUNN[kode])


def mellomregning(kode: Mellomregning) -> str:
    """Return what a number or a day on the way is."""
    return str(_MELLOMREGNING[kode])
