-- Hundreds of rows about one person, or with one key, are a mistake; compared pairwise they would take for ever.
INSERT INTO utv_avvik
SELECT linje, 'duf', 'for_mange_om_samme', duf, '500', false
FROM utv_rad WHERE duf IN (SELECT duf FROM utv_rad WHERE duf <> '' GROUP BY duf HAVING count(*) > 500)
UNION ALL
SELECT linje, 'noekkel', 'for_mange_om_samme', noekkel, '500', false
FROM utv_rad WHERE noekkel IN (SELECT noekkel FROM utv_rad WHERE noekkel <> '' GROUP BY noekkel HAVING count(*) > 500)
