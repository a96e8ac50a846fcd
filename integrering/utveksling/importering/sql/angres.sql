-- The registrations an import has to do with: the version that holds now, and the one before the import's first.
SELECT g.registrering_id, g.person_id, g.id AS gjeldende, f.id AS forrige
FROM (SELECT DISTINCT registrering_id FROM utv_angres_versjoner) v
JOIN {tabell} g ON g.registrering_id = v.registrering_id AND g.erstattet IS NULL
LEFT JOIN LATERAL (
    SELECT t.id FROM {tabell} t
    WHERE t.registrering_id = v.registrering_id AND NOT EXISTS (SELECT FROM utv_angres_versjoner a WHERE a.id = t.id)
    ORDER BY t.registrert DESC, t.id DESC LIMIT 1
) f ON true
