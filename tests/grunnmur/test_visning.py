"""How values are written."""

from decimal import Decimal

import pytest

from integrering.grunnmur import visning


@pytest.mark.parametrize(
    ("verdi", "ventet"), [(Decimal("22.50"), "22,5"), (30.0, "30"), (100, "100"), (None, "")]
)
def test_desimaltall_uten_overfloedige_nuller(verdi: Decimal | float | None, ventet: str) -> None:
    assert visning.desimal(verdi) == ventet
