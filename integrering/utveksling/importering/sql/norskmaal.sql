-- A goal by level has a level for each skill; the other kinds have none (as `norskmaal` in nir's rules).
SELECT linje, f.felt, CASE slag WHEN 'nivaa' THEN 'nivaa_mangler' ELSE 'nivaa_uten_grunn' END, f.verdi, '', false
FROM utv_rad
CROSS JOIN LATERAL (
    VALUES ('lytte', lytte), ('lese', lese), ('skriftlig', skriftlig), ('muntlig', muntlig)
) f (felt, verdi)
WHERE slag <> '' AND (slag = 'nivaa') = (f.verdi = '')
