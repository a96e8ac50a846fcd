-- Take in the good rows of the rates' file: what is there already, or twice in the file, changes nothing; an adopted
-- rate takes the place of one that was proposed or unconfirmed (the database keeps the rate's history).
WITH gode AS (
    SELECT r.*, s.id AS sats_id, s.status AS status_foer,
        row_number() OVER (
            PARTITION BY r.ordning, r.aar_nr, r.landgruppe, r.budsjettaar, r.status ORDER BY r.linje
        ) AS nr
    FROM utv_rad r
    LEFT JOIN tilskudd_sats s
        ON (s.ordning, s.aar_nr, s.landgruppe, s.budsjettaar) = (r.ordning, r.aar_nr, r.landgruppe, r.budsjettaar)
        AND (s.status = 'eksempel') = (r.status = 'eksempel')
    WHERE NOT EXISTS (SELECT FROM utv_avvik a WHERE a.linje = r.linje AND NOT a.merk)
), inn AS (
    INSERT INTO tilskudd_sats (ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde)
    SELECT ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde FROM gode WHERE nr = 1 AND sats_id IS NULL
), vedtatt AS (
    UPDATE tilskudd_sats s SET beloep = g.beloep, status = g.status, kilde = g.kilde
    FROM gode g WHERE g.nr = 1 AND s.id = g.sats_id AND g.status = 'vedtatt' AND g.status_foer <> 'vedtatt'
)
INSERT INTO utv_utfall
SELECT linje, CASE WHEN nr = 1 AND status = 'vedtatt' AND status_foer <> 'vedtatt' THEN 'ny versjon' ELSE 'uendret' END
FROM gode WHERE NOT (nr = 1 AND sats_id IS NULL)
