-- The other days of a month where one is refused.
INSERT INTO utv_avvik
SELECT r.linje, 'dato', 'maaned_ufullstendig', '', '', false
FROM utv_rad r
WHERE EXISTS (
    SELECT FROM utv_rad g JOIN utv_avvik a ON a.linje = g.linje AND NOT a.merk
    WHERE g.duf = r.duf AND date_trunc('month', g.dato) = date_trunc('month', r.dato)
)
  AND NOT EXISTS (SELECT FROM utv_avvik a WHERE a.linje = r.linje AND NOT a.merk)
