"""What the words of the figures mean."""

from __future__ import annotations

from django.utils.translation import gettext as _


def definisjoner() -> tuple[tuple[str, str], ...]:
    """Return the definitions, in the order of the tables."""
    return (
        (
            _("Veiledningssak"),
            _(
                "En person som har, eller har hatt, rett til karriereveiledning (integreringsloven §§ 11 og "
                "37 b). Hver telles én gang."
            ),
        ),
        (_("Gjennomført"), _("Registrert som gjennomført, av fylkeskommunen eller kommunen.")),
        (_("Takket nei"), _("Bare for dem med rett og ikke plikt: kollektiv beskyttelse (§ 37 b).")),
        (
            _("Innen fristen"),
            _(
                "Gjennomført senest tre måneder etter bosetting. Den som har takket nei, og den som har tid "
                "igjen, er ikke med. Flytting og vent flytter ikke fristen."
            ),
        ),
        (
            _("Før vedtaket"),
            _(
                "Gjennomført samme dag som vedtaket om introduksjonsprogram eller før, eller når vedtak ikke "
                "er registrert."
            ),
        ),
        (_("Notat"), _("Av dem som er veiledet. Ved kollektiv beskyttelse er det ikke anbefaling (§ 37 b).")),
        (
            _("Lest av kommunen"),
            _("Av notatene som er overlevert: første gang noen i kommunen åpnet notatet."),
        ),
        (
            _("Tolk"),
            _("Talt for hver som møtte i en samtale. Den som har hatt to samtaler, telles to ganger."),
        ),
        (_("Median"), _("Halvparten ventet kortere, halvparten lenger. Fra bosetting til gjennomført.")),
    )
