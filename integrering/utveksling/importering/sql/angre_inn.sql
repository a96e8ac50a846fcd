-- The next version of each: the former content again, or (when there was none) the same content, annulled. An annulled
-- one gives up the sender's key, so that a corrected file may use it.
WITH inn AS (
INSERT INTO {tabell} (
    person_id, {verdier}, registrering_id, registrert, erstattet, annullert, aarsak, registrert_av_id, virksomhet_id,
    noekkel
)
SELECT k.person_id, {k_verdier}, a.registrering_id, %(naa)s, NULL, a.forrige IS NULL OR k.annullert, %(aarsak)s,
       %(bruker)s, %(virksomhet)s,
       CASE WHEN a.forrige IS NOT NULL AND NOT k.annullert AND k.virksomhet_id = %(virksomhet)s THEN k.noekkel ELSE '' END
FROM utv_angres a
JOIN {tabell} k ON k.id = coalesce(a.forrige, a.gjeldende)
RETURNING id, registrering_id
)
INSERT INTO utv_angret SELECT inn.id, a.forrige FROM inn JOIN utv_angres a ON a.registrering_id = inn.registrering_id
