-- Two rows of the file about one person that cannot both hold: both are sent back, whichever came first.
INSERT INTO utv_avvik
SELECT a.linje, {start_felt}, CASE WHEN bool_or({samme_ab}) THEN {dobbel} ELSE 'overlapper_i_filen' END,
       '', string_agg(b.linje::text, ', ' ORDER BY b.linje), false
FROM utv_kandidat a
JOIN utv_loep la ON la.linje = a.linje AND la.utfall IN ('ny', 'ny versjon', 'gjentatt')
JOIN utv_kandidat b ON b.duf = a.duf AND b.gruppe <> a.gruppe AND {kolliderer_ab}
JOIN utv_loep lb ON lb.linje = b.linje AND lb.utfall IN ('ny', 'ny versjon', 'gjentatt')
WHERE la.naar < coalesce(lb.slutt, 'infinity') AND lb.naar < coalesce(la.slutt, 'infinity')
GROUP BY a.linje
