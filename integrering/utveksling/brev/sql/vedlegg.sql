-- Files are put on a draft and taken off it, at last when it is deleted. Whoever does it waits for one who
-- finishes the letter.
CREATE FUNCTION brev_vokt_vedlegg() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvilket CONSTANT bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.brev_id ELSE NEW.brev_id END;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'et vedlegg flyttes ikke' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM FROM brev_brev WHERE id = hvilket
        AND (tilstand = 'utkast' OR tilstand = 'slettet' AND TG_OP = 'DELETE') FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'brevet er låst: vedlegg' USING ERRCODE = 'check_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
REVOKE ALL ON FUNCTION brev_vokt_vedlegg() FROM PUBLIC;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON brev_brevvedlegg
    FOR EACH ROW EXECUTE FUNCTION brev_vokt_vedlegg();

-- The files are locked with the letter.
CREATE FUNCTION brev_laas_vedlegg() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE vedlegg_vedlegg v SET laast = now()
    FROM brev_brevvedlegg l WHERE l.brev_id = NEW.id AND v.id = l.vedlegg_id AND v.laast IS NULL;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION brev_laas_vedlegg() FROM PUBLIC;
CREATE TRIGGER b_laas_vedlegg AFTER UPDATE OF tilstand ON brev_brev FOR EACH ROW
    WHEN (OLD.tilstand = 'utkast' AND NEW.tilstand = 'ferdig') EXECUTE FUNCTION brev_laas_vedlegg();

-- A new version of a file is a change of the draft: one who has looked at the letter without it, is told.
CREATE FUNCTION brev_ny_versjon_av_vedlegg() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE brev_brev b SET versjon = b.versjon + 1, endret = now(), endret_av_id = NEW.lastet_opp_av_id
    FROM brev_brevvedlegg l WHERE l.vedlegg_id = NEW.vedlegg_id AND b.id = l.brev_id AND b.tilstand = 'utkast';
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION brev_ny_versjon_av_vedlegg() FROM PUBLIC;
CREATE TRIGGER brev_ny_versjon AFTER INSERT ON vedlegg_vedleggversjon
    FOR EACH ROW EXECUTE FUNCTION brev_ny_versjon_av_vedlegg();
