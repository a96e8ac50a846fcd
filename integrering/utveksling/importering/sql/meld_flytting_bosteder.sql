-- A municipality says that someone it does not have lives there now: a case for the county, if the number exists.
-- The row is answered the same way whether it does or not.
SELECT count(nir_meld_flytting(r.duf, r.fra))
FROM (
    SELECT DISTINCT ON (r.duf) r.duf, r.fra
    FROM utv_rad r JOIN utv_avvik a ON a.linje = r.linje AND a.kode = 'ukjent_hos_dere'
    WHERE r.kommune_id = %(kommune)s AND r.fra BETWEEN date '1900-01-01' AND %(i_dag)s
      AND (r.raa_til = '' OR r.til >= %(i_dag)s)
    ORDER BY r.duf, r.fra DESC
) r
