"""The registration matrix: who registers what, snapshots for a committee, decision points."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MatriseConfig(AppConfig):
    """The registration matrix: who registers what, snapshots for a committee, decision points."""

    name = "integrering.matrise"
    label = "matrise"
    verbose_name = _("Registreringsmatrisen")

    def ready(self) -> None:
        """Register lists, the job, tasks of points, files, help and menu."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from integrering.lister import registrer_liste
        from integrering.matrise import (
            baerere,
            jobb,  # noqa: F401 - registers itself
            kodeverk,
            lister,
            oppgavekilde,
            roller,
            veiledning,
        )
        from integrering.oppgaver.regelverk import registrer_kilde
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.veiledninger import registrer_veiledning
        from integrering.utveksling.vedlegg.baerere import registrer_baerer

        registrer_kodelister(self, *kodeverk.LISTER)
        for liste in lister.ALLE:
            registrer_liste(liste)
        registrer_kilde(oppgavekilde.kilde())
        registrer_baerer(baerere.vedtakspunkt)
        registrer_veiledning(*veiledning.ALLE)
        registrer_menypunkt("registreringsmatrise", _("Matrise"), rekkefoelge=25, roller=roller.SER_PERSONER)
        registrer_menypunkt(
            "oeyeblikksbilder",
            _("Øyeblikksbilder"),
            rekkefoelge=26,
            roller=roller.LESER - roller.SER_PERSONER,
        )
        registrer_menypunkt(
            "registreringsansvar",
            _("Ansvar for registreringer"),
            rekkefoelge=80,
            roller=roller.FORDELER - roller.SER_PERSONER,
            mer=True,
        )
