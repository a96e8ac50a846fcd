-- Lines whose «before» is not the sum of the lines before them, and lines that stand twice in a run.
SELECT 'linje ' || id FROM (
    SELECT l.id, l.beloep_foer, count(*) OVER denne AS antall,
           coalesce(sum(l.beloep) OVER (noekkel ORDER BY k.kvartal ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
               AS foer
    FROM tilskudd_linje l JOIN tilskudd_kjoering k ON k.id = l.kjoering_id AND k.tilstand IN ('godkjent', 'utbetalt')
    WINDOW noekkel AS (PARTITION BY l.person_id, l.ordning, l.aar_nr, l.mottaker_id, l.kvartal),
           denne AS (PARTITION BY l.kjoering_id, l.person_id, l.ordning, l.aar_nr, l.mottaker_id, l.kvartal)
) alle
WHERE antall > 1 OR beloep_foer <> foer
