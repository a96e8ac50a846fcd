-- Nobody reads or writes the answers but through these. They run as the owner.

-- The held events the one who asks came to (by the e-mail address of the user), and whether they have answered.
CREATE FUNCTION kompetanse_mine_evalueringer() RETURNS TABLE (arrangement_id bigint, paamelding_id bigint, svart boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT p.arrangement_id, p.id, EXISTS (SELECT FROM kompetanse_evaluert e WHERE e.paamelding_id = p.id)
    FROM tilgang_bruker b
    JOIN kompetanse_paamelding p ON p.epost = lower(b.email) AND p.epost <> '' AND p.plass = 'plass'
    JOIN kompetanse_arrangement a ON a.id = p.arrangement_id AND a.tilstand = 'holdt'
    WHERE b.id = NULLIF(current_setting('app.bruker', true), '')::int
        AND EXISTS (SELECT FROM kompetanse_oppmoete o WHERE o.paamelding_id = p.id)
    $$;

-- Save the answer of the one who asks; false when they have answered, or did not come. All answers about the event
-- are written anew, in no order: neither keys, places nor transactions tell which came last.
CREATE FUNCTION kompetanse_evaluer(
    arrangementet bigint, nytten int, innholdet int, opplegget int, teksten text
) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM FROM kompetanse_arrangement WHERE id = arrangementet FOR NO KEY UPDATE;
    INSERT INTO kompetanse_evaluert (paamelding_id)
        SELECT m.paamelding_id FROM kompetanse_mine_evalueringer() m
        WHERE m.arrangement_id = arrangementet AND NOT m.svart;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    WITH foer AS (
        DELETE FROM kompetanse_evaluering WHERE arrangement_id = arrangementet RETURNING nytte, innhold, opplegg, tekst
    )
    INSERT INTO kompetanse_evaluering (id, arrangement_id, nytte, innhold, opplegg, tekst)
        SELECT gen_random_uuid(), arrangementet, s.nytte, s.innhold, s.opplegg, s.tekst
        FROM (SELECT * FROM foer UNION ALL SELECT nytten, innholdet, opplegget, teksten) s
        ORDER BY random();
    RETURN true;
END
    $$;

-- What the county sees: how many have answered, and from three on how many gave each score, and the comments.
CREATE FUNCTION kompetanse_evaluering_samlet(arrangementet bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT CASE WHEN count(*) < 3 THEN jsonb_build_object('antall', count(*)) ELSE jsonb_build_object(
        'antall', count(*),
        'nytte', jsonb_build_array(
            count(*) FILTER (WHERE nytte = 1), count(*) FILTER (WHERE nytte = 2), count(*) FILTER (WHERE nytte = 3),
            count(*) FILTER (WHERE nytte = 4), count(*) FILTER (WHERE nytte = 5)
        ),
        'innhold', jsonb_build_array(
            count(*) FILTER (WHERE innhold = 1), count(*) FILTER (WHERE innhold = 2), count(*) FILTER (WHERE innhold = 3),
            count(*) FILTER (WHERE innhold = 4), count(*) FILTER (WHERE innhold = 5)
        ),
        'opplegg', jsonb_build_array(
            count(*) FILTER (WHERE opplegg = 1), count(*) FILTER (WHERE opplegg = 2), count(*) FILTER (WHERE opplegg = 3),
            count(*) FILTER (WHERE opplegg = 4), count(*) FILTER (WHERE opplegg = 5)
        ),
        'tekster', coalesce(jsonb_agg(tekst ORDER BY tekst) FILTER (WHERE tekst <> ''), '[]')
    ) END
    FROM kompetanse_evaluering WHERE arrangement_id = arrangementet
    $$;

REVOKE ALL ON FUNCTION kompetanse_mine_evalueringer() FROM PUBLIC;
REVOKE ALL ON FUNCTION kompetanse_evaluer(bigint, int, int, int, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION kompetanse_evaluering_samlet(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kompetanse_mine_evalueringer() TO app_fylke, app_enhet;
GRANT EXECUTE ON FUNCTION kompetanse_evaluer(bigint, int, int, int, text) TO app_fylke, app_enhet;
GRANT EXECUTE ON FUNCTION kompetanse_evaluering_samlet(bigint) TO app_fylke;
