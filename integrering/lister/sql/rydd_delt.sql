-- An administrator's way to what a colleague shares, and no further: stop the sharing, or delete the filter. It runs as
-- the owner of the schema because the row is out of the administrator's sight as soon as it is not shared, and because
-- the county's administrator has the same database role as the rest of the county. Returns false when there is no such
-- filter (any more). What was done is written down, and cannot be written in any other way.
CREATE FUNCTION lister_rydd_delt(filter uuid, slett boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvem int := NULLIF(current_setting('app.bruker', true), '')::int;
    hvor int := NULLIF(current_setting('app.virksomhet', true), '')::int;
    dag date := (now() AT TIME ZONE 'Europe/Oslo')::date;
BEGIN
    IF NOT EXISTS (
        SELECT FROM tilgang_rolletildeling r
        WHERE r.bruker_id = hvem AND r.virksomhet_id = hvor AND r.stengt IS NULL
          AND r.rolle IN ('administrator', 'kommune_administrator')
          AND r.fra <= dag AND (r.til IS NULL OR r.til >= dag)
    ) THEN
        RAISE EXCEPTION 'bare en administrator' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO lister_filterrydding (tid, virksomhet_id, eier_id, bruker_id, liste, navn, slettet)
    SELECT now(), f.virksomhet_id, f.bruker_id, hvem, f.liste, f.navn, slett
    FROM lister_lagretfilter f WHERE f.id = filter AND f.virksomhet_id = hvor AND f.delt FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF slett THEN
        DELETE FROM lister_lagretfilter WHERE id = filter;
    ELSE
        UPDATE lister_lagretfilter SET delt = false, versjon = versjon + 1, endret = now(), endret_av_id = hvem
        WHERE id = filter;
    END IF;
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION lister_rydd_delt(uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lister_rydd_delt(uuid, boolean) TO app_fylke, app_forvalter;
