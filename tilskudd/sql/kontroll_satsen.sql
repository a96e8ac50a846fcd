-- Persons who have been given more than the rate of a grant year, or less than nothing.
SELECT 'person ' || person_id || ': ' || ordning || ' ' || sum(beloep) || ' kr'
FROM (
    SELECT l.person_id, l.ordning, l.beloep,
           first_value(l.sats) OVER (PARTITION BY l.person_id, l.ordning ORDER BY k.kvartal DESC, l.dager_etter DESC)
               AS sats
    FROM tilskudd_linje l JOIN tilskudd_kjoering k ON k.id = l.kjoering_id AND k.tilstand IN ('godkjent', 'utbetalt')
) alle
GROUP BY person_id, ordning
HAVING sum(beloep) > max(sats) OR sum(beloep) < 0
