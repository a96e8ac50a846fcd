-- What lists ask of a person's status, read out of its cells: which items are in a state, and the earliest deadline of
-- what somebody has to register. Used by generated columns, so they can never disagree with the cells.
CREATE FUNCTION nir_med_tilstand(celler jsonb, tilstand text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT coalesce(array_agg(c.key ORDER BY c.key), '{}')
    FROM jsonb_each(celler) AS c (key, celle)
    WHERE c.celle ->> 't' = tilstand
    $$;

CREATE FUNCTION nir_neste_frist(celler jsonb) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT make_date(substr(f, 1, 4)::int, substr(f, 6, 2)::int, substr(f, 9, 2)::int)
    FROM (
        SELECT min(c.celle ->> 'f') AS f FROM jsonb_each(celler) AS c (key, celle)
        WHERE c.celle ->> 't' IN ('mangler', 'delvis')
    ) tidligste
    $$;
