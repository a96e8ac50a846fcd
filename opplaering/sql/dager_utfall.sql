-- What became of a month is said of each of its days. The key is our own: the sender has not heard of it.
DELETE FROM utv_avvik WHERE kode = 'kjent_uten_noekkel';
INSERT INTO utv_utfall
SELECT d.linje, u.status FROM utv_dager d JOIN utv_utfall u ON u.linje = d.leder WHERE d.linje <> d.leder;
INSERT INTO utv_avvik
SELECT d.linje, CASE a.felt WHEN 'maaned' THEN 'dato' ELSE a.felt END, a.kode, a.verdi, a.mer, a.merk
FROM utv_dager d JOIN utv_avvik a ON a.linje = d.leder WHERE d.linje <> d.leder;
UPDATE utv_avvik SET felt = 'dato' WHERE felt = 'maaned'
