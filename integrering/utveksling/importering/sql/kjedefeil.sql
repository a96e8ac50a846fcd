-- Rows that cannot take their place in the order of versions.
INSERT INTO utv_avvik
SELECT linje, CASE WHEN left(gruppe, 1) = 'n' THEN 'noekkel' ELSE {start_felt} END,
       CASE WHEN utfall = 'ulike_i_filen' AND left(gruppe, 1) = 'n' THEN 'noekkel_ulike' ELSE utfall END, '', '', false
FROM utv_loep WHERE utfall NOT IN ('ny', 'ny versjon', 'gjentatt', 'uendret')
