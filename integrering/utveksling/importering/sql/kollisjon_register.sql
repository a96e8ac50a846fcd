-- A row that cannot hold beside what is registered, counting what the file itself ends (`lukkes`).
WITH lukkes AS (
    SELECT registrering_id, min(naar) AS naar FROM utv_loep
    WHERE utfall = 'ny versjon' AND etter_kjent GROUP BY registrering_id
)
INSERT INTO utv_avvik
SELECT DISTINCT ON (a.linje)
       a.linje, {start_felt}, CASE WHEN {samme_ab} THEN {andre_verdier} ELSE 'overlapper' END, '', {periode_b}, false
FROM utv_kandidat a
JOIN utv_loep l ON l.linje = a.linje AND l.utfall IN ('ny', 'ny versjon', 'gjentatt')
JOIN {tabell} b ON b.person_id = a.person_id AND b.registrering_id <> l.registrering_id
    AND ({historisk} OR b.erstattet IS NULL) AND {b_teller} AND {kolliderer_ab}
LEFT JOIN lukkes ON lukkes.registrering_id = b.registrering_id AND b.erstattet IS NULL
WHERE l.naar < coalesce(b.erstattet, lukkes.naar, 'infinity') AND b.registrert < coalesce(l.slutt, 'infinity')
ORDER BY a.linje, CASE WHEN {samme_ab} THEN 0 ELSE 1 END
