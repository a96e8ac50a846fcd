-- What can be wrong with a vedtak as a whole. Its start may lie before its date: late decisions exist.
SELECT linje, 'vedtaksdato', 'i_framtiden', raa_vedtaksdato, '', false FROM utv_rad WHERE vedtaksdato > %(i_dag)s
UNION ALL
SELECT linje, 'vedtaksdato', 'foer_foedsel', raa_vedtaksdato, '', false FROM utv_rad WHERE vedtaksdato < foedt
