-- A name as it is compared: its words in small letters, in alphabetical order («Prøve, Amina» is «Amina Prøve»).
CREATE FUNCTION registerlister_navn(navn text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
SELECT coalesce(string_agg(o, ' ' ORDER BY o), '')
FROM regexp_split_to_table(lower(navn), '[^[:alnum:]]+') AS o
WHERE o <> ''
$$;
