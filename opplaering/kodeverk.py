"""Code lists of the training. Codes are stored, labels never."""

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste

UTDANNINGSPROGRAM = "utdanningsprogram"
HOVEDANSVAR, HOVEDANSVARSGRUNN = "hovedansvar", "hovedansvarsgrunn"
MAALGRUPPE = "opplaeringsmaalgruppe"
LAEREPLAN = "laereplan"
TILRETTELEGGING = "tilrettelegging"
SLUTTGRUNN = "skolegangslutt"
UNDERVISNING = "undervisning"
RESULTATSLAG, RESULTATFAG = "resultatslag", "resultatfag"
MELDINGSSLAG = "kommunemelding"
SOEKERGRUPPE, VGORETT = "soekergruppe", "vgorett"
SLUTTKOMPETANSE, OPPTAKSUTFALL = "sluttkompetanse", "opptaksutfall"
REALKOMPETANSERESULTAT = "realkompetanseresultat"
SAMARBEIDSPART = "samarbeidspart"

LISTER = (
    Kodeliste(
        UTDANNINGSPROGRAM, _("Utdanningsprogram"), _("Programmene i videregående opplæring."), utvidbar=True
    ),
    Kodeliste(
        HOVEDANSVAR,
        _("Hovedansvar for kombinasjonsklasse"),
        _("Hvem som har hovedansvaret når grunnskole og videregående kombineres (integreringsloven § 30)."),
    ),
    Kodeliste(
        HOVEDANSVARSGRUNN,
        _("Grunn til hovedansvaret"),
        _("Hva avgjørelsen om hovedansvaret bygger på (integreringsloven § 30)."),
        utvidbar=True,
        faste=("avtale", "uavklart"),
    ),
    Kodeliste(
        MAALGRUPPE,
        _("Målgruppe i videregående"),
        _("Om deltakeren er i introduksjonsprogram, eller har rett og plikt utenfor det (§§ 8, 26–28)."),
    ),
    Kodeliste(
        LAEREPLAN,
        _("Læreplan i norsk"),
        _("Læreplanen deltakeren følger (forskriften § 19 a)."),
        utvidbar=True,
    ),
    Kodeliste(
        TILRETTELEGGING,
        _("Tilrettelegging"),
        _("Hva opplæringen er tilrettelagt med. Aldri helse eller diagnose."),
        utvidbar=True,
    ),
    Kodeliste(
        SLUTTGRUNN,
        _("Hvorfor skolegangen sluttet"),
        _("Hva som skjedde da deltakeren sluttet."),
        utvidbar=True,
    ),
    Kodeliste(
        UNDERVISNING,
        _("Undervisning i videregående"),
        _("Det klassen fører timer og fravær i: norsk, samfunnskunnskap, eller hele skoledagen."),
    ),
    Kodeliste(
        RESULTATSLAG,
        _("Slag resultat"),
        _("Prøver og vurderinger i videregående (forskriften §§ 23, 24 og 34)."),
    ),
    Kodeliste(RESULTATFAG, _("Fag med karakter"), _("Fagene det gis karakter i."), utvidbar=True,
              faste=("norsk", "norsk_muntlig", "norsk_skriftlig", "samfunnskunnskap", "samisk")),
    Kodeliste(
        MELDINGSSLAG,
        _("Meldinger til kommunen"),
        _("Det fylkeskommunen melder til kommunen (forskriften § 59)."),
    ),
    Kodeliste(
        SOEKERGRUPPE, _("Søkergruppe"), _("Ungdom eller voksen (opplæringslova §§ 5-1 og 18-3).")
    ),
    Kodeliste(
        VGORETT,
        _("Rett til videregående"),
        _("Paragrafen retten bygger på (opplæringslova kapittel 5 og 18)."),
    ),
    Kodeliste(
        SLUTTKOMPETANSE, _("Sluttkompetanse"), _("Det søkeren vil nå (opplæringsforskrifta § 13-3).")
    ),
    Kodeliste(OPPTAKSUTFALL, _("Utfall av søknad"), _("Hva som ble bestemt om søknaden.")),
    Kodeliste(
        REALKOMPETANSERESULTAT,
        _("Resultat av realkompetansevurdering"),
        _("Godkjent eller ikke godkjent (opplæringsforskrifta § 15-3)."),
    ),
    Kodeliste(SAMARBEIDSPART, _("Part i samarbeidet"), _("Kommune, skole eller fylkeskommune.")),
)  # fmt: skip
