-- The four tabs in one statement: unread or owed, sent, drafts, not acknowledged by others.
SELECT
    (SELECT count(*) FROM (
        SELECT 1 FROM meldinger_mottak t JOIN meldinger_melding m ON m.id = t.melding_id
        WHERE t.virksomhet_id = %(virksomhet)s
          AND (t.aapnet IS NULL OR (m.krever_kvittering AND t.kvittert IS NULL))
        LIMIT %(mest)s) innboks),
    (SELECT count(*) FROM (
        SELECT 1 FROM meldinger_melding WHERE virksomhet_id = %(virksomhet)s LIMIT %(mest)s) sendt),
    (SELECT count(*) FROM (
        SELECT 1 FROM meldinger_utkast WHERE virksomhet_id = %(virksomhet)s LIMIT %(mest)s) utkast),
    (SELECT count(*) FROM (
        SELECT 1 FROM meldinger_melding m JOIN meldinger_mottak t ON t.melding_id = m.id
        WHERE m.virksomhet_id = %(virksomhet)s AND m.krever_kvittering AND t.kvittert IS NULL
        LIMIT %(mest)s) venter)
