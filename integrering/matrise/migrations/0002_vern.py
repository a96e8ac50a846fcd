"""Who sees and writes what: row-level security, and snapshots that nobody changes."""

from django.db import migrations

from integrering.grunnmur.kodelister import vokt_kode
from integrering.grunnmur.rls import BRUKER, VIRKSOMHET, beskytt, regel, skjul_skjermede
from integrering.grunnmur.sql import les_sql
from integrering.utveksling.vedlegg.vern import vis_med_forelder

_MIN = f"kommune_id = {VIRKSOMHET}"
_BRUKERE = ("app_fylke", "app_enhet")
_SELV = f"virksomhet_id = {VIRKSOMHET} AND laget_av_id = {BRUKER}"
_MITT_BILDE = f"bilde_id IN (SELECT id FROM matrise_oeyeblikksbilde WHERE {_SELV})"
_SYNLIG_BILDE = "bilde_id IN (SELECT id FROM matrise_oeyeblikksbilde)"
_PUNKT = "punkt_id IN (SELECT id FROM matrise_vedtakspunkt)"


def _navn(rolle: str, hva: str) -> str:
    return f"{rolle.removeprefix('app_')}_{hva}"


def _for(roller, tabell: str, hva: str, **slag: str) -> str:
    return "".join(regel(tabell, _navn(rolle, hva), rolle=rolle, **slag) for rolle in roller)


def _ansvar() -> str:
    """Everyone who works with persons reads; the county's and the municipality's administrators decide."""
    t, h, alt = "matrise_ansvar", "matrise_ansvarhendelse", "SELECT, INSERT, UPDATE"
    return (
        beskytt(t, {"app_fylke": alt, "app_forvalter": alt, "app_enhet": "SELECT", "app_motor": "SELECT"})
        + _for(("app_fylke",), t, "alt", for_="ALL", bruk="true", sjekk="true")
        + _for(("app_forvalter",), t, "eget", for_="ALL", bruk=_MIN, sjekk=_MIN)
        + _for(("app_enhet",), t, "ser", for_="SELECT", bruk=_MIN)
        + _for(("app_motor",), t, "ser", for_="SELECT", bruk="true")
        + beskytt(
            h, {"app_fylke": "SELECT, INSERT", "app_forvalter": "SELECT, INSERT", "app_motor": "SELECT"}
        )
        + _for(("app_fylke",), h, "alt", for_="ALL", bruk="true", sjekk="true")
        + _for(("app_forvalter",), h, "eget", for_="ALL", bruk=_MIN, sjekk=_MIN)
        + _for(("app_motor",), h, "ser", for_="SELECT", bruk="true")
    )


def _bilde() -> str:
    """The municipality sees its own, the county all; who makes one signs it."""
    t, gitt = "matrise_oeyeblikksbilde", dict.fromkeys(_BRUKERE, "SELECT, INSERT") | {"app_motor": "SELECT"}
    return (
        beskytt(t, gitt)
        + _for(("app_fylke", "app_motor"), t, "ser", for_="SELECT", bruk="true")
        + _for(("app_enhet",), t, "ser", for_="SELECT", bruk=_MIN)
        + _for(("app_fylke",), t, "lager", for_="INSERT", sjekk=_SELV)
        + _for(("app_enhet",), t, "lager", for_="INSERT", sjekk=f"{_SELV} AND {_MIN}")
        # adult education does not see all that is counted
        + regel(t, "opplaering_lager", rolle="app_opplaering", for_="INSERT", sjekk="false", streng=True)
    )


def _linje() -> str:
    t, gitt = "matrise_bildelinje", dict.fromkeys(_BRUKERE, "SELECT, INSERT") | {"app_motor": "SELECT"}
    return (
        beskytt(t, gitt)
        + _for(_BRUKERE, t, "ser", for_="SELECT", bruk=_SYNLIG_BILDE)
        + _for(_BRUKERE, t, "lager", for_="INSERT", sjekk=_MITT_BILDE)
        + _for(("app_motor",), t, "ser", for_="SELECT", bruk="true")
    )


def _person() -> str:
    """Seen by who sees both the snapshot and the person."""
    t, gitt = "matrise_bildeperson", dict.fromkeys(_BRUKERE, "SELECT, INSERT") | {"app_motor": "SELECT"}
    synlig = "person_id IN (SELECT id FROM nir_person)"
    return (
        beskytt(t, gitt)
        + _for(("app_fylke",), t, "ser", for_="SELECT", bruk="true")
        + _for(("app_enhet",), t, "ser", for_="SELECT", bruk=f"{_SYNLIG_BILDE} AND {synlig}")
        + _for(_BRUKERE, t, "lager", for_="INSERT", sjekk=f"{_MITT_BILDE} AND {synlig}")
        + _for(("app_motor",), t, "ser", for_="SELECT", bruk="true")
        + skjul_skjermede(t)
        + regel(t, "opplaering_ser", rolle="app_opplaering", for_="SELECT", bruk="false", streng=True)
    )


def _punkt() -> str:
    t, skriv = "matrise_vedtakspunkt", f"{_MIN} AND endret_av_id = {BRUKER}"
    return (
        beskytt(t, {"app_fylke": "SELECT", "app_enhet": "SELECT, INSERT, UPDATE", "app_motor": "SELECT"})
        + _for(("app_fylke", "app_motor"), t, "ser", for_="SELECT", bruk="true")
        + _for(("app_enhet",), t, "ser", for_="SELECT", bruk=_MIN)
        + _for(("app_enhet",), t, "lager", for_="INSERT", sjekk=skriv)
        + _for(("app_enhet",), t, "endrer", for_="UPDATE", bruk=_MIN, sjekk=skriv)
    )


def _vedlegg() -> str:
    t, eget = "matrise_vedtaksvedlegg", f"virksomhet_id = {VIRKSOMHET} AND {_PUNKT}"
    return (
        beskytt(t, {"app_fylke": "SELECT", "app_enhet": "SELECT, INSERT, DELETE", "app_motor": "SELECT"})
        + _for(_BRUKERE, t, "ser", for_="SELECT", bruk=_PUNKT)
        + _for(("app_enhet",), t, "legger_ved", for_="INSERT", sjekk=eget)
        + _for(("app_enhet",), t, "sletter", for_="DELETE", bruk=eget)
        + _for(("app_motor",), t, "ser", for_="SELECT", bruk="true")
        + vis_med_forelder(t, _BRUKERE)
    )


def _frys(tabell: str) -> str:
    return f"""
        CREATE TRIGGER b_endres_ikke BEFORE UPDATE OR DELETE ON {tabell}
            FOR EACH ROW EXECUTE FUNCTION matrise_frosset();
        CREATE TRIGGER c_toemmes_ikke BEFORE TRUNCATE ON {tabell}
            FOR EACH STATEMENT EXECUTE FUNCTION matrise_frosset();
    """


def _kommer_med_bildet(tabell: str) -> str:
    return f"""
        CREATE TRIGGER a_med_bildet AFTER INSERT ON {tabell} REFERENCING NEW TABLE AS nye
            FOR EACH STATEMENT EXECUTE FUNCTION matrise_del_inn();
    """


_DELER = ("matrise_bildelinje", "matrise_bildeperson")


class Migration(migrations.Migration):
    dependencies = [
        ("matrise", "0001_initial"),
        ("grunnmur", "0003_kodelister"),
        ("nir", "0002_vern"),
        ("tilgang", "0006_voksenopplaering"),
        ("vedlegg", "0002_vern"),
    ]
    operations = [
        migrations.RunSQL(
            _ansvar() + _bilde() + _linje() + _person() + _punkt() + _vedlegg(), migrations.RunSQL.noop
        ),
        migrations.RunSQL(les_sql("integrering.matrise", "frosset"), migrations.RunSQL.noop),
        migrations.RunSQL(
            "".join(_frys(t) for t in ("matrise_oeyeblikksbilde", *_DELER))
            + "".join(_kommer_med_bildet(t) for t in _DELER),
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(vokt_kode("matrise_vedtakspunkt", "organ", "vedtaksorgan"), migrations.RunSQL.noop),
    ]
