-- Open tasks of these subjects that no rule finds any more are done.
WITH lukket AS (
    UPDATE oppgaver_oppgave o SET lukket = now()
    WHERE o.kilde = {kilde} AND o.lukket IS NULL AND {omfang}
      AND NOT EXISTS (
        SELECT FROM (SELECT * FROM {forslag}) f
        WHERE f.regel = o.regel AND f.virksomhet_id = o.virksomhet_id AND f.emne_id = o.emne_id AND f.nr = o.nr)
    RETURNING o.id, o.versjon
)
INSERT INTO oppgaver_oppgavehendelse (oppgave_id, slag, bruker_id, verdier, versjon)
SELECT id, 'lukket', {bruker}, '{{}}', versjon FROM lukket
