-- A finished note stands: it is handed over once, and nothing else of it changes but when it was registered.
CREATE FUNCTION karriere_notat_staar() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'et ferdig notat slettes ikke' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.overlevert IS NOT NULL AND (NEW.overlevert, NEW.overlevert_av_id, NEW.overlevert_til_id)
        IS DISTINCT FROM (OLD.overlevert, OLD.overlevert_av_id, OLD.overlevert_til_id) THEN
        RAISE EXCEPTION 'et notat overleveres én gang' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (to_jsonb(NEW) - ARRAY['overlevert', 'overlevert_av_id', 'overlevert_til_id', 'registrert_imdinett'])
        IS DISTINCT FROM
        (to_jsonb(OLD) - ARRAY['overlevert', 'overlevert_av_id', 'overlevert_til_id', 'registrert_imdinett']) THEN
        RAISE EXCEPTION 'et ferdig notat endres ikke' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER karriere_notat_staar BEFORE UPDATE OR DELETE ON karriere_notat
    FOR EACH ROW EXECUTE FUNCTION karriere_notat_staar();
