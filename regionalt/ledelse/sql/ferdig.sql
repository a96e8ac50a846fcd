-- A finished report is kept as it is; a draft may be written, but no report is taken away.
CREATE FUNCTION ledelse_ferdig() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.ferdigstilt IS NOT NULL THEN
        RAISE EXCEPTION 'Årsrapporten kan ikke endres eller slettes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION ledelse_ferdig() FROM PUBLIC;

CREATE TRIGGER a_ferdig BEFORE UPDATE OR DELETE ON ledelse_aarsrapport
    FOR EACH ROW EXECUTE FUNCTION ledelse_ferdig();
CREATE TRIGGER b_toemmes_ikke BEFORE TRUNCATE ON ledelse_aarsrapport
    FOR EACH STATEMENT EXECUTE FUNCTION ledelse_ferdig();
