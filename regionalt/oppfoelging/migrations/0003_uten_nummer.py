"""No number of a person in the log or the requests, whoever writes."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("oppfoelging", "0002_vern"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="forespoersel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "spoersmaal__regex",
                            "(^|[^0-9])([0-9]{6}[ .\\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])",
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        (
                            "spurt_av__regex",
                            "(^|[^0-9])([0-9]{6}[ .\\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])",
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        (
                            "svar__regex",
                            "(^|[^0-9])([0-9]{6}[ .\\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])",
                        ),
                        _negated=True,
                    ),
                ),
                name="oppfoelging_foresp_uten_nummer",
            ),
        ),
        migrations.AddConstraint(
            model_name="kontakt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "notat__regex",
                            "(^|[^0-9])([0-9]{6}[ .\\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])",
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        (
                            "hos_kommunen__regex",
                            "(^|[^0-9])([0-9]{6}[ .\\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])",
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        (
                            "avlyst_grunn__regex",
                            "(^|[^0-9])([0-9]{6}[ .\\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])",
                        ),
                        _negated=True,
                    ),
                ),
                name="oppfoelging_kontakt_uten_nummer",
            ),
        ),
        migrations.AddConstraint(
            model_name="kontaktpunkt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "tekst__regex",
                            "(^|[^0-9])([0-9]{6}[ .\\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])",
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        (
                            "grunn__regex",
                            "(^|[^0-9])([0-9]{6}[ .\\-]?[0-9]{5}|[0-9]{4}[ .]?[0-9]{6}[ .]?[0-9]{2})($|[^0-9])",
                        ),
                        _negated=True,
                    ),
                ),
                name="oppfoelging_punkt_uten_nummer",
            ),
        ),
    ]
