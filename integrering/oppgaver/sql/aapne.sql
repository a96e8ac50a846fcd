-- What had been done and is found again is the same task as before, with its history.
WITH aapnet AS (
    UPDATE oppgaver_oppgave o SET lukket = NULL
    FROM (SELECT * FROM {forslag}) f
    WHERE o.kilde = {kilde} AND o.lukket IS NOT NULL AND {omfang}
      AND f.regel = o.regel AND f.virksomhet_id = o.virksomhet_id AND f.emne_id = o.emne_id AND f.nr = o.nr
    RETURNING o.id, o.versjon
)
INSERT INTO oppgaver_oppgavehendelse (oppgave_id, slag, bruker_id, verdier, versjon)
SELECT id, 'aapnet_igjen', {bruker}, '{{}}', versjon FROM aapnet
