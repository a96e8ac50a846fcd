-- What is wrong with a payment as a whole, and what is worth knowing.
SELECT linje, 'betalt', 'betalt_fram_i_tid', raa_betalt, '', false FROM utv_rad WHERE dato > %(i_dag)s
UNION ALL
SELECT linje, 'kode', 'ikke_persontilskudd', kode, '', true
FROM utv_rad WHERE kode !~ {persontilskudd}
UNION ALL
SELECT linje, 'duf', 'persontilskudd_uten_duf', '', '', true
FROM utv_rad WHERE duf = '' AND kode ~ {persontilskudd}
