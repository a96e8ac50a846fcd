-- An outcome has its day, and a day its outcome (as `klage` in nir's rules).
SELECT linje, CASE utfall WHEN '' THEN 'utfall' ELSE 'utfallsdato' END, 'utfall_og_dato', '', '', false
FROM utv_rad WHERE (utfall = '') <> (raa_utfallsdato = '')
