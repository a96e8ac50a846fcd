"""Who sees what is written: those who take part. Drafts and requests: the organisation they belong to."""

from django.db import migrations

from integrering.grunnmur.rls import BRUKER, SER_SKJERMEDE, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql
from integrering.utveksling.vedlegg.vern import BRUKERROLLER, vis_med_forelder

MIN = f"virksomhet_id = {VIRKSOMHET}"
MED_PERSONER = ("app_fylke", "app_enhet")
_SYNLIG_PERSON = "person_id IN (SELECT id FROM nir_person)"
OM = {
    "app_fylke": "true",
    "app_enhet": f"(person_id IS NULL OR {_SYNLIG_PERSON})",
    "app_skole": "person_id IS NULL",
    "app_frivillig": "person_id IS NULL",
}
USKJERMET = "person_id IS NULL OR person_id NOT IN (SELECT nir_skjermede())"
I_SAMTALEN = "EXISTS (SELECT 1 FROM meldinger_samtale s WHERE s.id = samtale_id{})"
I_MELDINGEN = "EXISTS (SELECT 1 FROM meldinger_melding m WHERE m.id = melding_id{})"
I_UTKASTET = f"EXISTS (SELECT 1 FROM meldinger_utkast u WHERE u.id = utkast_id AND u.{MIN})"
I_FORESPOERSELEN = "EXISTS (SELECT 1 FROM meldinger_forespoersel f WHERE f.id = forespoersel_id)"


def _tabell(tabell: str, rettigheter: str, motor: str, roller=BRUKERROLLER) -> str:
    return beskytt(tabell, {**dict.fromkeys(roller, rettigheter), "app_motor": motor}) + regel(
        tabell, "motor_alt", rolle="app_motor", for_="ALL", bruk="true", sjekk="true"
    )


def _for(tabell: str, navn: str, for_: str, *, bruk="", sjekk="", roller=BRUKERROLLER) -> str:
    """Return the same policy for each role; «{om}» is what the role may say of a person."""
    return "".join(
        regel(
            tabell, f"{r[4:]}_{navn}", rolle=r, for_=for_,
            bruk=bruk.replace("{om}", OM[r]), sjekk=sjekk.replace("{om}", OM[r]),
        )
        for r in roller
    )  # fmt: skip


def _samtale() -> str:
    t, d = "meldinger_samtale", "meldinger_deltaker"
    ny = I_SAMTALEN.format(f" AND s.{MIN} AND s.opprettet_av_id = {BRUKER}")
    return (
        _tabell(t, "SELECT, INSERT", "SELECT")
        + _for(t, "deltar", "SELECT", bruk="id IN (SELECT meldinger_synlige())")
        # its own policy: the participants come after the thread
        + _for(t, "startet", "SELECT", bruk=MIN)
        + _for(t, "starter", "INSERT", sjekk=f"{MIN} AND opprettet_av_id = {BRUKER} AND {{om}}")
        + skjul_skjermede(t, USKJERMET)
        + _tabell(d, "SELECT, INSERT", "SELECT")
        + _for(d, "ser", "SELECT", bruk=I_SAMTALEN.format(""))
        + _for(d, "setter", "INSERT", sjekk=ny)
    )


def _melding() -> str:
    t, v = "meldinger_melding", "meldinger_meldingsvedlegg"
    sendt_av_meg = I_MELDINGEN.format(f" AND m.{MIN} AND m.avsender_id = {BRUKER}")
    return (
        _tabell(t, "SELECT, INSERT", "SELECT")
        + _for(t, "ser", "SELECT", bruk=I_SAMTALEN.format(""))
        + _for(t, "sender", "INSERT", sjekk=f"{MIN} AND avsender_id = {BRUKER} AND {I_SAMTALEN.format('')}")
        + _tabell(v, "SELECT, INSERT", "SELECT")
        + _for(v, "ser", "SELECT", bruk=I_MELDINGEN.format(""))
        + _for(v, "legger_ved", "INSERT", sjekk=f"{MIN} AND {sendt_av_meg}")
        + vis_med_forelder(v)
    )


def _mottak() -> str:
    t, p = "meldinger_mottak", "meldinger_purring"
    sendt_av_meg = I_MELDINGEN.format(
        f" AND m.{MIN} AND m.avsender_id = {BRUKER} AND m.samtale_id = meldinger_mottak.samtale_id"
    )
    deltar = (
        "EXISTS (SELECT 1 FROM meldinger_deltaker d WHERE d.samtale_id = meldinger_mottak.samtale_id"
        " AND d.virksomhet_id = meldinger_mottak.virksomhet_id)"
    )
    vaart = (
        "EXISTS (SELECT 1 FROM meldinger_mottak t JOIN meldinger_melding m ON m.id = t.melding_id"
        f" WHERE t.id = mottak_id AND m.{MIN})"
    )
    return (
        _tabell(t, "SELECT, INSERT, UPDATE (aapnet, aapnet_av_id, kvittert, kvittert_av_id)", "SELECT")
        + _for(t, "ser", "SELECT", bruk=I_SAMTALEN.format(""))
        + _for(
            t,
            "sender",
            "INSERT",
            sjekk=f"{sendt_av_meg} AND {deltar} AND aapnet IS NULL AND kvittert IS NULL",
        )
        + _for(
            t, "kvitterer", "UPDATE", bruk=MIN, sjekk=f"{MIN} AND {BRUKER} IN (aapnet_av_id, kvittert_av_id)"
        )
        + _tabell(p, "SELECT, INSERT", "SELECT, INSERT")
        + _for(p, "ser", "SELECT", bruk="EXISTS (SELECT 1 FROM meldinger_mottak t WHERE t.id = mottak_id)")
        + _for(p, "purrer", "INSERT", sjekk=f"av_id = {BRUKER} AND {vaart}")
    )


def _utkast() -> str:
    t, v = "meldinger_utkast", "meldinger_utkastvedlegg"
    return (
        _tabell(t, "SELECT, INSERT, UPDATE", "SELECT, DELETE")
        + _for(t, "ser", "SELECT", bruk=MIN)
        + _for(t, "skriver", "INSERT", sjekk=f"{MIN} AND forfatter_id = {BRUKER} AND {{om}}")
        + _for(t, "endrer", "UPDATE", bruk=MIN, sjekk=f"{MIN} AND {{om}}")
        + skjul_skjermede(t, USKJERMET)
        + _tabell(v, "SELECT, INSERT", "SELECT, DELETE")
        + _for(v, "ser", "SELECT", bruk=I_UTKASTET)
        + _for(v, "legger_ved", "INSERT", sjekk=f"{MIN} AND {I_UTKASTET}")
        + "ALTER TABLE meldinger_utkastvedlegg ADD CONSTRAINT meldinger_utkastvedlegg_eget_vedlegg"
        " FOREIGN KEY (vedlegg_id, virksomhet_id) REFERENCES vedlegg_vedlegg (id, virksomhet_id);\n"
    )


def _overlevering() -> str:
    """Only those with the scope, also after the protection has ended."""
    t, omfang = "meldinger_overlevering", SER_SKJERMEDE
    eget = f"{omfang} AND {MIN} AND registrert_av_id = {BRUKER}"
    return (
        _tabell(t, "SELECT, INSERT", "SELECT", MED_PERSONER)
        + regel(t, "fylke_ser", rolle="app_fylke", for_="SELECT", bruk=omfang)
        + regel(t, "enhet_ser", rolle="app_enhet", for_="SELECT", bruk=f"{omfang} AND {MIN}")
        + regel(t, "fylke_registrerer", rolle="app_fylke", for_="INSERT", sjekk=eget)
        + regel(
            t, "enhet_registrerer", rolle="app_enhet", for_="INSERT", sjekk=f"{eget} AND {_SYNLIG_PERSON}"
        )
        + skjul_skjermede(t)
    )


def _forespoersel() -> str:
    t, p = "meldinger_forespoersel", "meldinger_forespoerselperson"
    v, h = "meldinger_forespoerselvedlegg", "meldinger_forespoerselhendelse"
    r = {"roller": MED_PERSONER}
    uskjermet = f"{SER_SKJERMEDE} OR id NOT IN (SELECT meldinger_skjermede_forespoersler())"
    return (
        _tabell(t, "SELECT, INSERT, UPDATE", "SELECT", MED_PERSONER)
        + _for(t, "ser", "SELECT", bruk=MIN, **r)
        + _for(t, "registrerer", "INSERT", sjekk=f"{MIN} AND registrert_av_id = {BRUKER}", **r)
        + _for(t, "endrer", "UPDATE", bruk=MIN, sjekk=MIN, **r)
        + "".join(
            regel(
                t, f"skjermet_{rolle}", rolle=rolle, for_="ALL", bruk=uskjermet, sjekk=uskjermet, streng=True
            )
            for rolle in MED_PERSONER
        )
        + _tabell(p, "SELECT, INSERT, UPDATE (tatt_ut)", "SELECT", MED_PERSONER)
        + _for(p, "ser", "SELECT", bruk=I_FORESPOERSELEN, **r)
        + _for(p, "legger_til", "INSERT", sjekk=f"{I_FORESPOERSELEN} AND {_SYNLIG_PERSON}", **r)
        + _for(p, "tar_ut", "UPDATE", bruk=I_FORESPOERSELEN, sjekk=I_FORESPOERSELEN, **r)
        + skjul_skjermede(p)
        + _tabell(v, "SELECT, INSERT", "SELECT", MED_PERSONER)
        + _for(v, "ser", "SELECT", bruk=I_FORESPOERSELEN, **r)
        + _for(v, "legger_ved", "INSERT", sjekk=f"{MIN} AND {I_FORESPOERSELEN}", **r)
        + vis_med_forelder(v, MED_PERSONER)
        + _tabell(h, "SELECT, INSERT", "SELECT", MED_PERSONER)
        + _for(h, "ser", "SELECT", bruk=I_FORESPOERSELEN, **r)
        + _for(h, "skriver", "INSERT", sjekk=f"av_id = {BRUKER} AND {I_FORESPOERSELEN}", **r)
    )


_TELLER = _tabell("meldinger_saksteller", "SELECT", "SELECT, INSERT, UPDATE", ())


class Migration(migrations.Migration):
    dependencies = [
        ("meldinger", "0001_initial"),
        ("nir", "0002_vern"),
        ("vedlegg", "0002_vern"),
        ("tilgang", "0002_vern_og_virksomheter"),
    ]
    operations = [
        migrations.RunSQL(les_sql("integrering.utveksling.meldinger", "funksjoner"), migrations.RunSQL.noop),
        migrations.RunSQL(
            _samtale() + _melding() + _mottak() + _utkast() + _overlevering() + _forespoersel() + _TELLER,
            migrations.RunSQL.noop,
        ),
    ]
