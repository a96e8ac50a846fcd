-- An answer that is sent stands; a municipality writes while the round takes answers, the county while it is open.
CREATE FUNCTION bosetting_vokt_svar() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND OLD.status = 'sendt' THEN
        PERFORM bosetting_nekt('et sendt svar står; en endring er en ny utgave');
    END IF;
    IF NOT EXISTS (
        SELECT FROM bosetting_runde r
        WHERE r.id = NEW.runde_id AND (
            r.tilstand = 'dialog' AND r.svar_stengt IS NULL
            OR NEW.kanal = 'fylket' AND r.tilstand IN ('utkast', 'dialog')
        )
    ) THEN
        PERFORM bosetting_nekt('runden tar ikke imot svar');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON bosetting_kommunesvar
    FOR EACH ROW EXECUTE FUNCTION bosetting_vokt_svar();
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON bosetting_anbefaling
    FOR EACH ROW EXECUTE FUNCTION bosetting_vokt_del();
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON bosetting_beregning
    FOR EACH ROW EXECUTE FUNCTION bosetting_vokt_del();
