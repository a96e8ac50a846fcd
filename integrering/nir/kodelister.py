"""The code lists of the registrations. Their codes stand in `data/kodelister.toml`."""

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste

ALLE = (
    Kodeliste(
        "sluttmaal",
        _("Sluttmål"),
        _("Målet for introduksjonsprogrammet (integreringsloven §§ 13 og 14)."),
        utvidbar=True,
    ),
    Kodeliste(
        "tiltak",
        _("Tiltak"),
        _("Elementer i programmet (integreringsloven § 14 a). NIRs egne tiltakskoder er ikke kjent."),
        utvidbar=True,
        faste=("videregaaende",),
    ),
    Kodeliste(
        "planinnhold",
        _("Innhold i integreringsplanen"),
        _("Det planen minst skal inneholde (integreringsloven § 15)."),
    ),
    Kodeliste(
        "norskplaninnhold",
        _("Innhold i norskplanen"),
        _("Det norskplanen minst skal inneholde (integreringsloven §§ 34 og 37 d)."),
    ),
    Kodeliste(
        "planutloeser",
        _("Grunn til ny utgave av planen"),
        _("Hendelser og faste datoer som gjør at planen vurderes."),
        utvidbar=True,
        faste=("oppstart",),
    ),
    Kodeliste("tolkebruk", _("Tolk"), _("Om tolk var med."), utvidbar=True),
    Kodeliste(
        "fravaer",
        _("Fravær"),
        _("Gyldig, ugyldig eller ikke avklart. Årsaken er ikke en diagnose."),
        utvidbar=True,
        faste=("ugyldig", "ikke_avklart"),
    ),
    Kodeliste(
        "permisjon",
        _("Permisjon"),
        _("Permisjoner etter forskriften kapittel 3, 4 og 7. NIRs egne permisjonskoder er ikke kjent."),
        utvidbar=True,
    ),
    Kodeliste(
        "veiledningsform", _("Form for foreldreveiledning"), _("Gruppe eller individuelt (forskriften § 3).")
    ),
    Kodeliste(
        "enkeltvedtak",
        _("Slags vedtak"),
        _("Det som er enkeltvedtak (integreringsloven § 46)."),
        utvidbar=True,
    ),
    Kodeliste(
        "klageutfall",
        _("Utfall av klage"),
        _("Alminnelig forvaltningsrett. NIRs egne utfall er ikke kjent."),
        utvidbar=True,
    ),
    Kodeliste(
        "avslutningsaarsak",
        _("Avslutningsårsak"),
        _("Hvorfor program eller opplæring ble avsluttet. Full kodeliste fra NIR er ikke offentlig."),
        utvidbar=True,
    ),
    Kodeliste(
        "hovedaktivitet",
        _("Hovedaktivitet etterpå"),
        _("Det personen går til. Grunnlaget for andelen i arbeid eller utdanning."),
        utvidbar=True,
        faste=("arbeid", "utdanning"),
    ),
    Kodeliste(
        "gjenaapningsgrunn",
        _("Grunn til gjenåpning"),
        _("Hvorfor program eller opplæring begynner igjen."),
        utvidbar=True,
    ),
    Kodeliste("stansgrunn", _("Grunn til stans"), _("Integreringsloven §§ 18, 36 og 40."), utvidbar=True),
    Kodeliste(
        "utdanningsnivaa",
        _("Høyeste fullførte utdanning"),
        _("Bakgrunn etter forskriften § 28."),
        faste=("ikke_grunnskole", "grunnskole", "videregaaende", "hoeyere"),
    ),
    Kodeliste("ferdighet", _("Ferdighet"), _("Grov inndeling."), utvidbar=True),
    Kodeliste("spraakferdighet", _("Språknivå"), _("Det felles europeiske rammeverket for språk.")),
    Kodeliste(
        "yrkesomraade", _("Yrkesområde"), _("Egne områder, ikke en offisiell standard."), utvidbar=True
    ),
    Kodeliste(
        "utdanningsoenske", _("Ønsket utdanning"), _("Personens ønske (forskriften § 47)."), utvidbar=True
    ),
    Kodeliste("norsknivaa", _("Norsknivå"), _("Nivåene i forskriften § 28."), faste=("a1", "a2", "b1", "b2")),
    Kodeliste(
        "norskmaalslag",
        _("Slags norskmål"),
        _("Nivå per ferdighet, karakteren 2 eller norskprøven C1."),
        faste=("nivaa", "karakter_2", "c1"),
    ),
    Kodeliste(
        "norskmaalendring",
        _("Grunn til endret norskmål"),
        _("Målet kan justeres opp, og ned ett nivå om gangen (forskriften § 27)."),
        utvidbar=True,
    ),
    Kodeliste(
        "modul",
        _("Norsk og moduler i samfunnskunnskap"),
        _("Modulene i læreplanen for samfunnskunnskap."),
        faste=("norsk", "samf_arbeidsliv", "samf_hverdagsliv", "samf_norge"),
    ),
    Kodeliste("fritakfra", _("Fritak fra"), _("Opplæring eller prøve (forskriften § 53 d og e).")),
    Kodeliste("fritaksgrunn", _("Rettsgrunnlag for fritak"), _("Forskriften §§ 23, 24 og 25.")),
    Kodeliste("proeve", _("Prøve"), _("Prøvene etter forskriften § 34.")),
    Kodeliste("proeveresultat", _("Prøveresultat"), _("Skalaene i forskriften § 41.")),
)
