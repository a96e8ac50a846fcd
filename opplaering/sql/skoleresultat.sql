-- A test has its own parts and scale, and no grade; a grade has a subject and a number (as `resultat` in the rules).
SELECT linje, f.felt, CASE WHEN slag IN {proever} THEN 'resultat_passer_ikke' ELSE 'bare_karakter' END, f.verdi, '', false
FROM utv_rad
CROSS JOIN LATERAL (
    VALUES ('lytte', lytte), ('lese', lese), ('skriftlig', skriftlig), ('muntlig', muntlig), ('resultat', resultat)
) f (felt, verdi)
WHERE slag <> '' AND f.verdi <> ''
  AND NOT CASE slag
      WHEN 'norskproeve' THEN f.felt <> 'resultat' AND f.verdi IN ('under_a1', 'a1', 'a2', 'b1', 'b2')
      WHEN 'norskproeve_c1' THEN f.felt IN ('muntlig', 'skriftlig') AND f.verdi IN ('c1', 'ikke_bestaatt')
      WHEN 'samfunnskunnskap' THEN f.felt = 'resultat' AND f.verdi IN ('bestaatt', 'ikke_bestaatt')
      ELSE false
  END
UNION ALL
SELECT linje,
       CASE slag WHEN 'norskproeve' THEN 'lytte' WHEN 'norskproeve_c1' THEN 'muntlig' ELSE 'resultat' END,
       'resultat_mangler', '', '', false
FROM utv_rad
WHERE slag IN {proever} AND lytte = '' AND lese = '' AND skriftlig = '' AND muntlig = '' AND resultat = ''
UNION ALL
SELECT linje, f.felt, 'bare_proeve', f.verdi, '', false
FROM utv_rad CROSS JOIN LATERAL (VALUES ('fag', fag), ('karakter', raa_karakter)) f (felt, verdi)
WHERE slag IN {proever} AND f.verdi <> ''
UNION ALL
SELECT linje, f.felt, f.kode, '', '', false
FROM utv_rad
CROSS JOIN LATERAL (VALUES ('fag', fag, 'fag_mangler'), ('karakter', raa_karakter, 'karakter_mangler')) f (felt, verdi, kode)
WHERE slag <> '' AND slag NOT IN {proever} AND f.verdi = ''
