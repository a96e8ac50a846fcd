-- The rows without errors, and the registration each of them continues: the one with the sender's key, or
-- without a key the one with the same person and start. `gruppe` holds the rows of one registration together.
SELECT r.linje, r.duf, r.person_id, r.noekkel, r.naar, {r_verdier},
       CASE WHEN r.noekkel <> '' THEN 'n' || r.noekkel ELSE 'i' || ROW({r_ident})::text END AS gruppe,
       coalesce(n.registrering_id, i.registrering_id) AS registrering_id,
       n.person_id <> r.person_id OR r.person_id IS NULL AND n.id IS NOT NULL AS annen_person,
       n.annullert AS noekkel_annullert,
       i.id IS NOT NULL AND NOT i.annullert AND ({i_verdier}) IS DISTINCT FROM ({r_verdier}) AS andre_verdier
FROM utv_rad r
-- no key joins no row: an empty key on both sides would join each with all
LEFT JOIN {tabell} n
    ON n.noekkel = NULLIF(r.noekkel, '') AND n.noekkel <> '' AND n.virksomhet_id = {virksomhet} AND n.erstattet IS NULL
LEFT JOIN {tabell} i
    ON i.person_id = {i_person} AND i.erstattet IS NULL AND {samme_i} AND {i_teller}
WHERE NOT EXISTS (SELECT FROM utv_avvik a WHERE a.linje = r.linje AND NOT a.merk)
