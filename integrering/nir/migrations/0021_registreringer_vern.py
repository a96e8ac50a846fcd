"""What the database holds about the registrations: two clocks, row-level security, codes of their lists."""

from django.db import migrations

from integrering.grunnmur.kodelister import vokt_kode
from integrering.grunnmur.rls import faktatabell
from integrering.grunnmur.sql import les_sql
from integrering.grunnmur.toklokker import toklokker_operasjoner

NYE = [
    "nir_bosetting",
    "nir_krav",
    "nir_tilbud",
    "nir_avslag",
    "nir_sluttmaal",
    "nir_tiltak",
    "nir_forlengelse",
    "nir_integreringsplan",
    "nir_norskplan",
    "nir_integreringskontrakt",
    "nir_fravaer",
    "nir_permisjon",
    "nir_foreldreveiledning",
    "nir_livsmestring",
    "nir_klage",
    "nir_avslutning",
    "nir_gjenaapning",
    "nir_kompetansekartlegging",
    "nir_karriereveiledning",
    "nir_kompetanse",
    "nir_spraakferdighet",
    "nir_utdanningsbakgrunn",
    "nir_norskmaal",
    "nir_opplaeringstimer",
    "nir_fritak",
    "nir_proeve",
    "nir_opplaeringsspraak",
]
KODER = {
    "nir_sluttmaal": {"maal": "sluttmaal"},
    "nir_tiltak": {"tiltak": "tiltak"},
    "nir_integreringsplan": {"utloest_av": "planutloeser", "tolk": "tolkebruk"},
    "nir_fravaer": {"fravaer": "fravaer"},
    "nir_permisjon": {"permisjon": "permisjon"},
    "nir_foreldreveiledning": {"form": "veiledningsform"},
    "nir_klage": {"gjelder": "enkeltvedtak", "utfall": "klageutfall"},
    "nir_avslutning": {"avslutningsaarsak": "avslutningsaarsak", "hovedaktivitet": "hovedaktivitet"},
    "nir_gjenaapning": {"grunn": "gjenaapningsgrunn"},
    "nir_stans": {"grunn": "stansgrunn"},
    "nir_kompetansekartlegging": {"tolk": "tolkebruk"},
    "nir_kompetanse": {
        "digitale_ferdigheter": "ferdighet",
        "arbeidserfaring": "yrkesomraade",
        "oensker_utdanning": "utdanningsoenske",
        "oensker_arbeid": "yrkesomraade",
    },
    "nir_spraakferdighet": {"nivaa": "spraakferdighet"},
    "nir_utdanningsbakgrunn": {"nivaa": "utdanningsnivaa"},
    "nir_norskmaal": {
        "slag": "norskmaalslag",
        **dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "norsknivaa"),
        "endring": "norskmaalendring",
    },
    "nir_opplaeringstimer": {"modul": "modul"},
    "nir_fritak": {"fritak_fra": "fritakfra", "rettsgrunnlag": "fritaksgrunn"},
    "nir_proeve": {
        "proeve": "proeve",
        **dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig", "resultat"), "proeveresultat"),
    },
}


class Migration(migrations.Migration):
    dependencies = [("nir", "0020_registreringer"), ("grunnmur", "0003_kodelister")]
    operations = [
        *[operasjon for tabell in NYE for operasjon in toklokker_operasjoner(tabell)],
        migrations.RunSQL("".join(faktatabell(t) for t in NYE), migrations.RunSQL.noop),
        migrations.RunSQL(
            "".join(
                vokt_kode(tabell, kolonne, liste)
                for tabell, kolonner in KODER.items()
                for kolonne, liste in kolonner.items()
            ),
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(les_sql("integrering.nir", "sjekklister"), migrations.RunSQL.noop),
        migrations.RunSQL(les_sql("integrering.nir", "tidligere_person"), migrations.RunSQL.noop),
    ]
