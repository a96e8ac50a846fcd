-- A cell is one of the five states; what lacks has no dates but real ones.
CREATE FUNCTION nir_celler_i_orden(celler jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT jsonb_typeof(celler) = 'object' AND celler <> '{}' AND coalesce(bool_and(
        c.celle ->> 't' IN ('registrert', 'delvis', 'mangler', 'gjelder_ikke', 'ukjent')
        AND jsonb_typeof(c.celle -> 'g') = 'string'
        AND coalesce(c.celle ->> 'f', '2000-01-01') ~ '^\d{4}-\d\d-\d\d$'
        AND coalesce(c.celle ->> 's', '2000-01-01') ~ '^\d{4}-\d\d-\d\d$'
        AND coalesce(c.celle ->> 'd', '2000-01-01') ~ '^\d{4}-\d\d-\d\d$'
    ), false)
    FROM jsonb_each(CASE WHEN jsonb_typeof(celler) = 'object' THEN celler ELSE '{}' END) AS c (key, celle)
    $$;
ALTER TABLE nir_registreringsstatus ADD CONSTRAINT nir_registreringsstatus_celler CHECK (nir_celler_i_orden(celler));
-- every row is written each night: the new version lies beside the old one, and no index is touched
ALTER TABLE nir_registreringsstatus SET (fillfactor = 50);
