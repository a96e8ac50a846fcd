-- What is wrong with a row of the rates' file as a whole: no such combination, examples outside a demonstration,
-- the same key twice in the file, or in the register with other values. An adopted rate may take the place of one
-- that was proposed or unconfirmed: that is how a budget ends; it waits for a second person, which the row is told.
-- Parameter: demo.
INSERT INTO utv_avvik
SELECT linje, 'aar_nr', 'sats_kombinasjon', '', '', false
FROM utv_rad
WHERE NOT ((ordning = 'P-AR' AND landgruppe <> '') OR (ordning = 'P37D' AND aar_nr = 1 AND landgruppe = ''))
  AND ordning IN ('P-AR', 'P37D') AND aar_nr IS NOT NULL
UNION ALL
SELECT linje, 'status', 'sats_eksempel', '', '', false
FROM utv_rad WHERE status = 'eksempel' AND NOT %(demo)s
UNION ALL
SELECT a.linje, 'ordning', 'sats_dobbel', '', string_agg(b.linje::text, ', ' ORDER BY b.linje), false
FROM utv_rad a
JOIN utv_rad b USING (ordning, aar_nr, landgruppe, budsjettaar)
WHERE a.linje <> b.linje AND (a.status = 'eksempel') = (b.status = 'eksempel')
  AND (a.beloep, a.status, a.kilde) IS DISTINCT FROM (b.beloep, b.status, b.kilde)
GROUP BY a.linje
UNION ALL
SELECT r.linje, 'beloep', 'sats_andre_verdier', s.beloep::text, s.status, false
FROM utv_rad r
JOIN tilskudd_sats s USING (ordning, aar_nr, landgruppe, budsjettaar)
WHERE (s.status = 'eksempel') = (r.status = 'eksempel')
  AND NOT (r.status = 'vedtatt' AND s.status <> 'vedtatt')
  AND (s.beloep, s.status, s.kilde) IS DISTINCT FROM (r.beloep, r.status, r.kilde)
UNION ALL
SELECT r.linje, 'status', CASE WHEN f.id IS NULL THEN 'sats_venter' ELSE 'sats_venter_annen' END,
       coalesce(f.beloep::text, ''), '', f.id IS NULL
FROM utv_rad r
LEFT JOIN tilskudd_satsforslag f ON f.tilstand = 'venter'
    AND (f.ordning, f.aar_nr, f.landgruppe, f.budsjettaar) = (r.ordning, r.aar_nr, r.landgruppe, r.budsjettaar)
WHERE r.status = 'vedtatt' AND (f.beloep, f.status, f.kilde) IS DISTINCT FROM (r.beloep, r.status, r.kilde)
  AND NOT EXISTS (
      SELECT FROM tilskudd_sats s
      WHERE s.status = 'vedtatt'
        AND (s.ordning, s.aar_nr, s.landgruppe, s.budsjettaar) = (r.ordning, r.aar_nr, r.landgruppe, r.budsjettaar)
  )
