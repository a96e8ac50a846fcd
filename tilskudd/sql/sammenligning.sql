-- A run beside the one it builds on, person by person: new (earned in the quarter, not in the one before), ended (the
-- other way), corrected (paid late, or taken back), with a deduction, and above the rate of a whole grant year.
-- Row-level security holds: what the reader may not see is not counted. Parameters: naa, foer.
WITH naa AS (
    SELECT person_id,
           sum(beloep) FILTER (WHERE type = 'ordinaer') AS ordinaer,
           sum(beloep) FILTER (WHERE type <> 'ordinaer') AS rettet,
           bool_or(type = 'trekk') AS trekk,
           sum(beloep) > max(sats) AS over_sats
    FROM tilskudd_linje WHERE kjoering_id = %(naa)s GROUP BY person_id
), foer AS (
    SELECT person_id, sum(beloep) AS ordinaer
    FROM tilskudd_linje WHERE kjoering_id = %(foer)s AND type = 'ordinaer' GROUP BY person_id
)
SELECT count(*) FILTER (WHERE ny), coalesce(sum(n_ordinaer) FILTER (WHERE ny), 0)::bigint,
       count(*) FILTER (WHERE slutt), coalesce(sum(f_ordinaer) FILTER (WHERE slutt), 0)::bigint,
       count(rettet), coalesce(sum(rettet), 0)::bigint,
       count(*) FILTER (WHERE trekk), count(*) FILTER (WHERE over_sats)
FROM (
    SELECT n.ordinaer AS n_ordinaer, f.ordinaer AS f_ordinaer, n.rettet, n.trekk, n.over_sats,
           n.ordinaer IS NOT NULL AND f.ordinaer IS NULL AS ny,
           f.ordinaer IS NOT NULL AND n.ordinaer IS NULL AS slutt
    FROM naa n FULL JOIN foer f USING (person_id)
) alle
