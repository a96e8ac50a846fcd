-- Take in the good rows of the rates' file: what is there already, or twice in the file, changes nothing.
WITH gode AS (
    SELECT r.*, row_number() OVER (PARTITION BY ordning, aar_nr, landgruppe, budsjettaar, status ORDER BY linje) AS nr
    FROM utv_rad r
    WHERE NOT EXISTS (SELECT FROM utv_avvik a WHERE a.linje = r.linje AND NOT a.merk)
), nye AS (
    SELECT g.* FROM gode g
    WHERE nr = 1 AND NOT EXISTS (
        SELECT FROM tilskudd_sats s
        WHERE s.ordning = g.ordning AND s.aar_nr = g.aar_nr AND s.landgruppe = g.landgruppe
          AND s.budsjettaar = g.budsjettaar AND (s.status = 'eksempel') = (g.status = 'eksempel')
    )
), inn AS (
    INSERT INTO tilskudd_sats (ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde)
    SELECT ordning, aar_nr, landgruppe, budsjettaar, beloep, status, kilde FROM nye
)
INSERT INTO utv_utfall
SELECT linje, 'uendret' FROM gode WHERE linje NOT IN (SELECT linje FROM nye)
