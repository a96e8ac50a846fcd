-- A decided plan stands as it was decided: only where the measures stand, and who follows them up, goes on.
CREATE FUNCTION planer_vokt_plan() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
DECLARE
    fritt text[] := ARRAY['tilstand', 'ansvarlig_id', 'versjon', 'endret', 'endret_av_id'];
BEGIN
    IF OLD.tilstand IN ('vedtatt', 'avsluttet') AND (
        NEW.tilstand NOT IN ('vedtatt', 'avsluttet') OR to_jsonb(NEW) - fritt <> to_jsonb(OLD) - fritt
    ) THEN
        RAISE EXCEPTION 'the plan is decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'planer_laast';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER planer_vokt_plan BEFORE UPDATE ON planer_plan FOR EACH ROW EXECUTE FUNCTION planer_vokt_plan();

CREATE FUNCTION planer_vokt_del() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
DECLARE
    fritt text[] := ARRAY['status', 'status_dato', 'ansvarlig_id', 'versjon', 'endret', 'endret_av_id'];
    plan_id bigint := coalesce(
        (to_jsonb(NEW) ->> 'plan_id')::bigint,
        (SELECT m.plan_id FROM planer_maal m WHERE m.id = (to_jsonb(NEW) ->> 'maal_id')::bigint)
    );
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - fritt = to_jsonb(OLD) - fritt THEN
        RETURN NEW;
    END IF;
    IF (SELECT p.tilstand FROM planer_plan p WHERE p.id = plan_id) IN ('vedtatt', 'avsluttet') THEN
        RAISE EXCEPTION 'the plan is decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'planer_laast';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER planer_vokt_maal BEFORE INSERT OR UPDATE ON planer_maal
    FOR EACH ROW EXECUTE FUNCTION planer_vokt_del();
CREATE TRIGGER planer_vokt_tiltak BEFORE INSERT OR UPDATE ON planer_plantiltak
    FOR EACH ROW EXECUTE FUNCTION planer_vokt_del();

-- What is published is never changed, only taken back.
CREATE FUNCTION planer_vokt_utgivelse() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    IF OLD.trukket OR to_jsonb(NEW) - 'trukket' <> to_jsonb(OLD) - 'trukket' THEN
        RAISE EXCEPTION 'what is published is not changed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'planer_utgivelse_fast';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER planer_vokt_utgivelse BEFORE UPDATE ON planer_utgivelse
    FOR EACH ROW EXECUTE FUNCTION planer_vokt_utgivelse();
