-- The forums that the organisation which asks is a member of today. It runs as the owner, for the policies of
-- forums and members would otherwise ask each other for ever. It gives numbers only.
CREATE FUNCTION samarbeid_mine_fora() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT forum_id FROM samarbeid_medlem
    WHERE virksomhet_id = NULLIF(current_setting('app.virksomhet', true), '')::int
      AND fra <= (now() AT TIME ZONE 'Europe/Oslo')::date
      AND (til IS NULL OR til >= (now() AT TIME ZONE 'Europe/Oslo')::date)
    $$;
REVOKE ALL ON FUNCTION samarbeid_mine_fora() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION samarbeid_mine_fora() TO app_enhet;
