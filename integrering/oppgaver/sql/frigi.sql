-- Tasks given to someone who has no role there any more are free again.
WITH frigitt AS (
    UPDATE oppgaver_oppgave o SET ansvarlig_id = NULL
    WHERE o.lukket IS NULL AND o.ansvarlig_id IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM tilgang_rolletildeling r JOIN tilgang_bruker b ON b.id = r.bruker_id
        WHERE r.bruker_id = o.ansvarlig_id AND r.virksomhet_id = o.virksomhet_id AND b.is_active
          AND r.fra <= %(i_dag)s AND (r.til IS NULL OR r.til >= %(i_dag)s))
    RETURNING o.id, o.versjon
)
INSERT INTO oppgaver_oppgavehendelse (oppgave_id, slag, bruker_id, verdier, versjon)
SELECT id, 'tatt_tilbake', NULL, '{}', versjon FROM frigitt
