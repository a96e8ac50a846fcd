"""What IMDi has paid, against what was expected."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InnbetalingerKonfig(AppConfig):
    """What IMDi has paid, against what was expected."""

    name = "tilskudd.innbetalinger"
    label = "innbetalinger"
    verbose_name = _("Innbetalinger fra IMDi")
