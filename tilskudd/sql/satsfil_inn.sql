-- Take in the good rows of the rates' file: what is there already, or twice in the file, changes nothing. A row that is
-- adopted becomes a proposal that waits for a second person. Parameter: bruker.
WITH gode AS (
    SELECT r.*, s.id AS sats_id, coalesce(s.status = 'vedtatt', false) OR f.id IS NOT NULL AS kjent,
        row_number() OVER (
            PARTITION BY r.ordning, r.aar_nr, r.landgruppe, r.budsjettaar, r.status ORDER BY r.linje
        ) AS nr
    FROM utv_rad r
    LEFT JOIN tilskudd_sats s
        ON (s.ordning, s.aar_nr, s.landgruppe, s.budsjettaar) = (r.ordning, r.aar_nr, r.landgruppe, r.budsjettaar)
        AND (s.status = 'eksempel') = (r.status = 'eksempel')
    LEFT JOIN tilskudd_satsforslag f ON f.tilstand = 'venter' AND r.status = 'vedtatt'
        AND (f.ordning, f.aar_nr, f.landgruppe, f.budsjettaar) = (r.ordning, r.aar_nr, r.landgruppe, r.budsjettaar)
    WHERE NOT EXISTS (SELECT FROM utv_avvik a WHERE a.linje = r.linje AND NOT a.merk)
), inn AS (
    INSERT INTO tilskudd_sats (ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde)
    SELECT ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde
    FROM gode WHERE nr = 1 AND status <> 'vedtatt' AND sats_id IS NULL
), foreslaatt AS (
    INSERT INTO tilskudd_satsforslag
        (ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde, tilstand, lagt_inn_av_id, grunn)
    SELECT ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde, 'venter', %(bruker)s, ''
    FROM gode WHERE nr = 1 AND status = 'vedtatt' AND NOT kjent
)
INSERT INTO utv_utfall
SELECT linje, 'uendret' FROM gode
WHERE NOT (nr = 1 AND CASE WHEN status = 'vedtatt' THEN NOT kjent ELSE sats_id IS NULL END)
