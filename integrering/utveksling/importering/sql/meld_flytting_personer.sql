-- The county gets a case for each of them, as when the municipality registers one by hand.
SELECT count(nir_meld_flytting(duf, %(i_dag)s))
FROM (SELECT DISTINCT verdi AS duf FROM utv_avvik WHERE kode = 'duf_annet_sted') d
