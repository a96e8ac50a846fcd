-- The registrations an import has to do with: the version that holds now, and the one before the import's first.
SELECT g.registrering_id, g.person_id, g.id AS gjeldende, f.id AS forrige
FROM (
    SELECT v.registrering_id, min(t.registrert) AS foerste
    FROM utv_angres_versjoner v JOIN {tabell} t ON t.id = v.id GROUP BY 1
) v
JOIN {tabell} g ON g.registrering_id = v.registrering_id AND g.erstattet IS NULL
LEFT JOIN LATERAL (
    SELECT t.id FROM {tabell} t
    WHERE t.registrering_id = v.registrering_id AND t.registrert < v.foerste
    ORDER BY t.registrert DESC, t.id DESC LIMIT 1
) f ON true
