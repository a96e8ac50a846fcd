-- Versions that the file's rows take over from. Outside history the database sets the instant itself.
UPDATE {tabell} t SET erstattet = l.naar
FROM (
    SELECT registrering_id, min(naar) AS naar FROM utv_loep
    WHERE utfall = 'ny versjon' AND etter_kjent GROUP BY registrering_id
) l
WHERE t.registrering_id = l.registrering_id AND t.erstattet IS NULL
