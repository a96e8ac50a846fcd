-- What can be wrong with a person as a whole.
SELECT linje, 'foedselsdato', 'i_framtiden', raa_foedselsdato, '', false FROM utv_rad WHERE foedselsdato > %(i_dag)s
UNION ALL
-- A permit is not older than its holder.
SELECT linje, 'tillatelse_dato', 'foer_foedsel', raa_tillatelse_dato, '', false
FROM utv_rad WHERE tillatelse_dato < foedselsdato
UNION ALL
-- Only those who may see protected persons register the protection.
SELECT linje, 'adressebeskyttelse', 'ikke_skjermede', '', '', false
FROM utv_rad WHERE adressebeskyttelse IN ('fortrolig', 'strengt_fortrolig') AND NOT %(skjermede)s
UNION ALL
-- Control digits that do not add up are worth a look, and never a refusal (weights as in nir's rules).
SELECT linje, 'duf', 'duf_kontroll', duf, '', true
FROM (SELECT linje, duf, duf::bytea AS b FROM utv_rad WHERE duf ~ '^[0-9]{{12}}$') r
WHERE (
    4 * get_byte(b, 0) + 6 * get_byte(b, 1) + 3 * get_byte(b, 2) + 2 * get_byte(b, 3) + 4 * get_byte(b, 4)
    + 6 * get_byte(b, 5) + 3 * get_byte(b, 6) + 2 * get_byte(b, 7) + 7 * get_byte(b, 8) + 5 * get_byte(b, 9)
    - 42 * 48
) %% 11 <> (get_byte(b, 10) - 48) * 10 + get_byte(b, 11) - 48
