"""Row-level security of attachments, and what an upper app adds so that who sees its things sees their files.

In the upper app a table of links has the columns `vedlegg_id` and `virksomhet_id` (whose file it is). Its
migration runs `vis_med_forelder("moeter_moetevedlegg")`: then whoever sees the link sees the file. Its own
SELECT policies must not read `vedlegg_vedlegg` (that would go in a circle); its INSERT policies check that
`virksomhet_id` is the asker's, and the foreign key made here checks that the file is that organisation's.
"""

from __future__ import annotations

from collections.abc import Sequence

from integrering.grunnmur.rls import regel

BRUKERROLLER = ("app_fylke", "app_enhet", "app_skole", "app_frivillig")


def vis_med_forelder(lenketabell: str, roller: Sequence[str] = BRUKERROLLER) -> str:
    """Return SQL: who sees a row of `lenketabell` sees its attachment, versions and content too."""
    finnes = f"EXISTS (SELECT 1 FROM {lenketabell} l WHERE l.vedlegg_id = vedlegg_vedlegg.id)"  # noqa: S608 - our own names
    return (
        f"ALTER TABLE {lenketabell} ADD CONSTRAINT {lenketabell}_eget_vedlegg"
        " FOREIGN KEY (vedlegg_id, virksomhet_id) REFERENCES vedlegg_vedlegg (id, virksomhet_id);\n"
    ) + "".join(
        regel("vedlegg_vedlegg", f"{lenketabell}_{rolle[4:]}", rolle=rolle, for_="SELECT", bruk=finnes)
        for rolle in roller
    )
