SELECT hva, count(*) FILTER (WHERE mangler), count(*) FILTER (WHERE NOT mangler)
FROM ({utvalg}) AS s (mangler_, delvise_)
CROSS JOIN LATERAL (
    SELECT unnest(s.mangler_), true UNION ALL SELECT unnest(s.delvise_), false
) AS punkt (hva, mangler)
GROUP BY hva
