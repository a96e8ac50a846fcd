WITH s (id, mangler, delvise) AS MATERIALIZED ({utvalg})
SELECT 'alle', '', count(*) FROM s
UNION ALL
SELECT 'mangler', hva, count(*) FROM s CROSS JOIN unnest(s.mangler) hva GROUP BY hva
UNION ALL
SELECT 'delvis', hva, count(*) FROM s CROSS JOIN unnest(s.delvise) hva GROUP BY hva
