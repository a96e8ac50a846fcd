-- What was written stands: payments (but for the person that is found by the number), events, claims; a file is taken
-- back once.
CREATE FUNCTION innbetalinger_fast() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'det som er skrevet i %, endres og slettes aldri', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER a_fast BEFORE UPDATE OR DELETE ON innbetalinger_posthendelse
    FOR EACH ROW EXECUTE FUNCTION innbetalinger_fast();
CREATE TRIGGER a_fast BEFORE UPDATE OR DELETE ON innbetalinger_krav
    FOR EACH ROW EXECUTE FUNCTION innbetalinger_fast();
CREATE TRIGGER a_fast BEFORE UPDATE OR DELETE ON innbetalinger_kravlinje
    FOR EACH ROW EXECUTE FUNCTION innbetalinger_fast();
CREATE TRIGGER a_fast BEFORE DELETE ON innbetalinger_innbetaling
    FOR EACH ROW EXECUTE FUNCTION innbetalinger_fast();
CREATE TRIGGER b_fast BEFORE UPDATE ON innbetalinger_innbetaling
    FOR EACH ROW WHEN (
        (OLD.fil_id, OLD.linje, OLD.duf, OLD.kode, OLD.gjelder, OLD.kvartal, OLD.dato, OLD.beloep_oere, OLD.referanse)
        IS DISTINCT FROM
        (NEW.fil_id, NEW.linje, NEW.duf, NEW.kode, NEW.gjelder, NEW.kvartal, NEW.dato, NEW.beloep_oere, NEW.referanse)
        OR OLD.person_id IS NOT NULL
    ) EXECUTE FUNCTION innbetalinger_fast();
CREATE TRIGGER a_fast BEFORE DELETE ON innbetalinger_innbetalingsfil
    FOR EACH ROW EXECUTE FUNCTION innbetalinger_fast();
CREATE TRIGGER b_fast BEFORE UPDATE ON innbetalinger_innbetalingsfil
    FOR EACH ROW WHEN (OLD.trukket_tid IS NOT NULL OR (OLD.antall, OLD.sum_oere) <> (NEW.antall, NEW.sum_oere))
    EXECUTE FUNCTION innbetalinger_fast();

DO $$
DECLARE
    tabell text;
BEGIN
    FOREACH tabell IN ARRAY ARRAY['posthendelse', 'krav', 'kravlinje', 'innbetaling', 'innbetalingsfil'] LOOP
        EXECUTE format('CREATE TRIGGER c_aldri_toemt BEFORE TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION toklokker_aldri_slettet()', 'innbetalinger_' || tabell);
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION innbetalinger_fast() FROM PUBLIC;
