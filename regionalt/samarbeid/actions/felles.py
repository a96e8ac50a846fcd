"""The sources of tasks."""

VEDTAK, TILTAK = "samarbeid_vedtak", "samarbeid_tiltak"
