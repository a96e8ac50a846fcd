-- A snapshot is written in one transaction and never touched again, by anyone.
CREATE FUNCTION matrise_frosset() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    RAISE EXCEPTION 'matrise: et øyeblikksbilde endres og slettes ikke';
END $$;
REVOKE ALL ON FUNCTION matrise_frosset() FROM PUBLIC;

CREATE FUNCTION matrise_bilde_inn() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    NEW.laget = now();
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION matrise_bilde_inn() FROM PUBLIC;

-- Lines and persons come together with their snapshot, in its own transaction, or not at all.
CREATE FUNCTION matrise_del_inn() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (SELECT FROM nye n JOIN matrise_oeyeblikksbilde b ON b.id = n.bilde_id WHERE b.laget <> now()) THEN
        RAISE EXCEPTION 'matrise: et øyeblikksbilde endres og slettes ikke';
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION matrise_del_inn() FROM PUBLIC;

CREATE TRIGGER a_laget_naa BEFORE INSERT ON matrise_oeyeblikksbilde
    FOR EACH ROW EXECUTE FUNCTION matrise_bilde_inn();
