-- How many are registered for an event, whoever they work for: a municipality sees its own rows only, and still must
-- know whether there are places. It runs as the owner and gives a number only.
CREATE FUNCTION kompetanse_antall(arrangementet bigint, plassen text) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT count(*)::int FROM kompetanse_paamelding WHERE arrangement_id = arrangementet AND plass = plassen
    $$;
REVOKE ALL ON FUNCTION kompetanse_antall(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kompetanse_antall(bigint, text) TO app_fylke, app_enhet, app_motor;
