-- A checklist holds codes of its list only. Checked when written: a code closed later stays where it was ticked.
CREATE FUNCTION nir_vokt_sjekkliste() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM unnest(NEW.innhold) kode WHERE NOT grunnmur_er_kode(TG_ARGV[0], kode, NULL)) THEN
        RAISE EXCEPTION 'kodelister: %.innhold tar bare koder fra listen %', TG_TABLE_NAME, TG_ARGV[0]
            USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, COLUMN = 'innhold', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER nir_integreringsplan_innhold_kode_inn BEFORE INSERT ON nir_integreringsplan
    FOR EACH ROW EXECUTE FUNCTION nir_vokt_sjekkliste('planinnhold');
CREATE TRIGGER nir_norskplan_innhold_kode_inn BEFORE INSERT ON nir_norskplan
    FOR EACH ROW EXECUTE FUNCTION nir_vokt_sjekkliste('norskplaninnhold');
