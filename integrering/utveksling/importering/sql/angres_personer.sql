-- The persons an import made.
SELECT p.id
FROM utveksling_importspor s, unnest(s.ider) spenn, nir_person p
WHERE s.kvittering_id = {import} AND s.tabell = 'nir_person' AND p.id >= lower(spenn) AND p.id < upper(spenn)
