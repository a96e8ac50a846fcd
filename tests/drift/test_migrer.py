"""The template of the tests is migrated with copied fields: a copy is the same column."""

from django.apps import apps

from tests.migrer import klon


def test_en_kopi_er_den_samme_kolonnen() -> None:
    felter = [felt.clone() for modell in apps.get_models() for felt in modell._meta.local_fields]
    for felt in felter:
        kopi = klon(felt)
        assert repr(kopi.deconstruct()) == repr(felt.deconstruct())
        assert kopi.creation_counter > felt.creation_counter
        assert not felt.remote_field or kopi.remote_field is not felt.remote_field
    assert len(felter) > 100
