-- DUF numbers that exist where the one who asks cannot see them: said the same way whatever the reason.
INSERT INTO utv_avvik
SELECT a.linje, 'duf', 'duf_annet_sted', a.duf, '', false
FROM utv_loep l JOIN utv_kandidat a ON a.linje = l.linje
WHERE l.utfall IN ('ny', 'ny versjon', 'gjentatt', 'uendret') AND NOT EXISTS (SELECT FROM nir_person p WHERE p.duf = a.duf)
