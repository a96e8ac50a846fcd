-- The versions an import made.
SELECT t.id, t.person_id, t.registrering_id
FROM utveksling_importspor s, unnest(s.ider) spenn, {tabell} t
WHERE s.kvittering_id = {import} AND s.tabell = {tabellnavn} AND t.id >= lower(spenn) AND t.id < upper(spenn)
