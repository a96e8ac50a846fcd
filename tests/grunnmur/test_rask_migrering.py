"""A state that is not drawn anew is the same as one that is."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddConstraint, AddIndex, RemoveConstraint, RemoveIndex
from django.db.migrations.state import ModelState, ProjectState
from django.db.models.fields.reverse_related import ForeignObjectRel

from integrering.grunnmur.rask_migrering import uten_omtegning

_SKRANKE = models.CheckConstraint(condition=~models.Q(navn_nb=""), name="prove_navn")
_INDEKS = models.Index(fields=["navn_nb"], name="prove_indeks")
_OPERASJONER = (
    AddConstraint("kode", _SKRANKE),
    AddIndex("kode", _INDEKS),
    RemoveConstraint("kode", "prove_navn"),
    RemoveIndex("kode", "prove_indeks"),
)


@pytest.fixture(scope="module")
def alle() -> ProjectState:
    """The state after every migration of the product, not drawn."""
    return MigrationLoader(None).project_state()


@pytest.fixture
def faa(alle: ProjectState) -> ProjectState:
    """The models of the lowest floors."""
    nederst = {"grunnmur", "tilgang", "auth", "contenttypes", "pghistory"}
    return ProjectState({navn: modell for navn, modell in alle.models.items() if navn[0] in nederst})


def _valg(tilstand: ProjectState) -> list[tuple[str, ...]]:
    """Return the names of constraints and indexes, as described and as drawn."""
    drawn = tilstand.apps.get_model("grunnmur", "kode")._meta
    beskrevet = tilstand.models["grunnmur", "kode"].options
    return [
        tuple(sorted(ting.name for ting in kilde))
        for kilde in (drawn.constraints, drawn.indexes, beskrevet["constraints"], beskrevet["indexes"])
    ]


def _steg(faa: ProjectState) -> list[list[tuple[str, ...]]]:
    """Return what each operation leaves in a drawn state."""
    tilstand = faa.clone()
    assert tilstand.apps
    ut = []
    for operasjon in _OPERASJONER:
        operasjon.state_forwards("grunnmur", tilstand)
        ut.append(_valg(tilstand))
    return ut


def test_skranker_og_indekser_staar_i_modellen_uten_at_den_tegnes_paa_nytt(faa: ProjectState) -> None:
    som_django = _steg(faa)
    tegnet = faa.clone()
    foer = tegnet.apps.get_model("grunnmur", "kode")
    with uten_omtegning():
        assert _steg(faa) == som_django
        _OPERASJONER[0].state_forwards("grunnmur", tegnet)
    assert tegnet.apps.get_model("grunnmur", "kode") is foer
    assert "prove_navn" in som_django[0][0]
    assert "prove_navn" not in som_django[2][0]


def _etter_de_foerste_migreringene() -> dict[str, Any]:
    """Return the models after the migrations of the lowest floors, and who points at each, as drawn."""
    graf = MigrationLoader(None).graph
    tilstand = ProjectState()
    assert tilstand.apps  # drawn from the start: each operation draws
    for noekkel in graf.forwards_plan(("tilgang", "0001_initial")):
        tilstand = graf.nodes[noekkel].mutate_state(tilstand, preserve=False)
    return {
        modell._meta.label: (
            sorted(repr(felt.deconstruct()) for felt in modell._meta.local_fields),
            sorted(
                (str(rel.related_model), rel.field.name)
                for rel in modell._meta.get_fields(include_hidden=True)
                if isinstance(rel, ForeignObjectRel)
            ),
        )
        for modell in tilstand.apps.get_models()
    }


def test_en_ny_modell_tegnes_alene_og_blir_kjent_av_dem_den_peker_paa() -> None:
    som_django = _etter_de_foerste_migreringene()
    tegnet = ProjectState()
    with uten_omtegning():
        assert _etter_de_foerste_migreringene() == som_django
        assert tegnet.apps
        tegnet.add_model(ModelState("proeve", "Kommune", [("id", models.AutoField(primary_key=True))]))
        foer = tegnet.apps.get_model("proeve", "Kommune")
        peker = models.ForeignKey("proeve.Kommune", models.CASCADE)
        tegnet.add_model(
            ModelState("proeve", "Person", [("id", models.AutoField(primary_key=True)), ("bor", peker)])
        )
    assert tegnet.apps.get_model("proeve", "Kommune") is foer
    assert [str(rel.name) for rel in foer._meta.related_objects] == ["person"]
    assert any(pekere for _felt, pekere in som_django.values())


@pytest.mark.django_db
def test_alle_felt_blir_de_samme_som_om_de_var_laget_paa_nytt(alle: ProjectState) -> None:
    def kolonner() -> dict[str, Any]:
        with connection.schema_editor(collect_sql=True) as editor:
            return {
                f"{modell._meta.label}.{felt.name}": (
                    repr(felt.deconstruct()),
                    editor.column_sql(modell, felt),
                )
                for modell in alle.clone().apps.get_models()
                for felt in modell._meta.local_fields
            }

    som_django = kolonner()
    with uten_omtegning():
        assert kolonner() == som_django
    assert len(som_django) > 1000


def test_django_er_som_foer_etterpaa() -> None:
    def metoder() -> tuple[Any, ...]:
        navn = ("add_model", "_append_option", "_remove_option")
        return (*(getattr(ProjectState, n) for n in navn), models.Field.clone)

    egne = metoder()
    with pytest.raises(ZeroDivisionError), uten_omtegning():
        assert metoder() != egne
        1 / 0  # noqa: B018
    assert metoder() == egne
