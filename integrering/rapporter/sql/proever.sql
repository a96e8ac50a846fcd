-- Results per municipality, school year, part and level. A school year begins on 1 August.
SELECT coalesce(k.nummer, ''), date_part('year', t.dato - interval '7 months')::int, d.delproeve, d.nivaa, count(*)
FROM nir_proeve t
JOIN nir_person p ON p.id = t.person_id AND NOT p.skjermet
LEFT JOIN tilgang_virksomhet k ON k.id = p.kommune_id
CROSS JOIN LATERAL (
    VALUES ('lytte', t.lytte), ('lese', t.lese), ('skriftlig', t.skriftlig), ('muntlig', t.muntlig)
) d (delproeve, nivaa)
WHERE t.erstattet IS NULL AND NOT t.annullert AND t.proeve = ANY (%(proever)s) AND d.nivaa = ANY (%(nivaaer)s)
  AND t.dato >= %(fra)s AND t.dato <= %(til)s
GROUP BY 1, 2, 3, 4
