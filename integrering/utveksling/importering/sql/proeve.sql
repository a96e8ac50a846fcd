-- Each test has its own parts and scale, and some result (as `proeve` in nir's rules).
SELECT linje, f.felt, 'resultat_passer_ikke', f.verdi, '', false
FROM utv_rad
CROSS JOIN LATERAL (
    VALUES ('lytte', lytte), ('lese', lese), ('skriftlig', skriftlig), ('muntlig', muntlig), ('resultat', resultat)
) f (felt, verdi)
WHERE proeve <> '' AND f.verdi <> ''
  AND NOT CASE proeve
      WHEN 'norskproeve' THEN f.felt <> 'resultat' AND f.verdi IN ('under_a1', 'a1', 'a2', 'b1', 'b2')
      WHEN 'norskproeve_c1' THEN f.felt IN ('muntlig', 'skriftlig') AND f.verdi IN ('c1', 'ikke_bestaatt')
      ELSE f.felt = 'resultat' AND f.verdi IN ('bestaatt', 'ikke_bestaatt')
  END
UNION ALL
SELECT linje,
       CASE proeve WHEN 'norskproeve' THEN 'lytte' WHEN 'norskproeve_c1' THEN 'muntlig' ELSE 'resultat' END,
       'resultat_mangler', '', '', false
FROM utv_rad
WHERE proeve <> '' AND lytte = '' AND lese = '' AND skriftlig = '' AND muntlig = '' AND resultat = ''
