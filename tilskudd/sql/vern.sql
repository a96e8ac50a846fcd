-- What the database holds about runs, whatever the code above does: legal moves, four eyes, order, rates, and that
-- nothing in an approved run changes. SECURITY DEFINER: the checks see all rows, also of protected persons.

-- The rates a run may use: adopted ones; in a demonstration also examples, where nothing is adopted.
CREATE FUNCTION tilskudd_brukbare_satser(i_demo boolean)
    RETURNS TABLE (ordning text, aar_nr smallint, landgruppe text, budsjettaar smallint, beloep int, status text)
    LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS $$
    SELECT DISTINCT ON (s.ordning, s.aar_nr, s.landgruppe, s.budsjettaar)
           s.ordning, s.aar_nr, s.landgruppe, s.budsjettaar, s.beloep, s.status
    FROM tilskudd_sats s
    WHERE s.status = 'vedtatt' OR (i_demo AND s.status = 'eksempel')
    ORDER BY s.ordning, s.aar_nr, s.landgruppe, s.budsjettaar, s.status = 'vedtatt' DESC
    $$;

-- The approved run that the next one builds on.
CREATE FUNCTION tilskudd_siste_godkjente() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT id FROM tilskudd_kjoering WHERE tilstand IN ('godkjent', 'utbetalt') ORDER BY kvartal DESC LIMIT 1
    $$;

CREATE FUNCTION tilskudd_nekt(grunn text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', grunn USING ERRCODE = 'check_violation';
END $$;

-- Approval: everything that must hold at that moment.
CREATE FUNCTION tilskudd_vokt_godkjenning(ny tilskudd_kjoering) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    siste tilskudd_kjoering;
BEGIN
    IF ny.godkjent_av_id IS NULL OR ny.godkjent_av_id = ny.beregnet_av_id
        OR ny.godkjent_av_id IS DISTINCT FROM NULLIF(current_setting('app.bruker', true), '')::bigint THEN
        PERFORM tilskudd_nekt('den som godkjenner er en annen enn den som beregnet');
    END IF;
    IF ny.forrige_id IS DISTINCT FROM tilskudd_siste_godkjente() THEN
        PERFORM tilskudd_nekt('en annen kjøring er godkjent siden denne ble beregnet');
    END IF;
    SELECT * INTO siste FROM tilskudd_kjoering WHERE id = ny.forrige_id;
    IF siste.id IS NOT NULL AND (ny.slag = 'aapning' OR ny.kvartal <> siste.kvartal + 1) THEN
        PERFORM tilskudd_nekt('kvartalene godkjennes i rekkefølge');
    END IF;
    IF EXISTS (SELECT FROM tilskudd_manglersats WHERE kjoering_id = ny.id) THEN
        PERFORM tilskudd_nekt('tilskuddsår mangler sats');
    END IF;
    IF EXISTS (
        SELECT FROM tilskudd_kjoeringssats k
        LEFT JOIN tilskudd_brukbare_satser(ny.demo) s USING (ordning, aar_nr, landgruppe, budsjettaar, beloep, status)
        WHERE k.kjoering_id = ny.id AND k.brukt AND s.ordning IS NULL
    ) THEN
        PERFORM tilskudd_nekt('satsene er endret siden kjøringen ble beregnet');
    END IF;
END $$;

CREATE FUNCTION tilskudd_vokt_kjoering() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    uendret tilskudd_kjoering;
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM tilskudd_nekt('en kjøring slettes aldri');
    END IF;
    IF NEW.utbetalingsdato <= (NEW.skjaeringstidspunkt AT TIME ZONE 'Europe/Oslo')::date THEN
        PERFORM tilskudd_nekt('utbetalingsdatoen er etter skjæringstidspunktet');
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.tilstand <> 'beregnes' OR NEW.godkjent_av_id IS NOT NULL THEN
            PERFORM tilskudd_nekt('en ny kjøring skal beregnes først');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.id <> OLD.id OR NEW.kvartal <> OLD.kvartal OR NEW.slag <> OLD.slag OR NEW.demo <> OLD.demo
        OR NEW.skjaeringstidspunkt <> OLD.skjaeringstidspunkt OR NEW.beregnet_av_id <> OLD.beregnet_av_id THEN
        PERFORM tilskudd_nekt('det en kjøring gjelder endres aldri: beregn på nytt');
    END IF;
    IF OLD.tilstand <> 'beregnes'
        AND (NEW.forrige_id IS DISTINCT FROM OLD.forrige_id OR NEW.beregnet_tid IS DISTINCT FROM OLD.beregnet_tid
            OR NEW.antall_linjer <> OLD.antall_linjer OR NEW.antall_mangler <> OLD.antall_mangler) THEN
        PERFORM tilskudd_nekt('resultatet av en kjøring endres aldri: beregn på nytt');
    END IF;
    IF OLD.tilstand IN ('godkjent', 'utbetalt', 'forkastet') THEN
        -- only who marked it paid, and when; the job's row may be tidied away
        uendret := NEW;
        uendret.tilstand := OLD.tilstand;
        uendret.utbetalt_av_id := OLD.utbetalt_av_id;
        uendret.utbetalt_tid := OLD.utbetalt_tid;
        uendret.jobb_id := OLD.jobb_id;
        IF uendret IS DISTINCT FROM OLD THEN
            PERFORM tilskudd_nekt('en avsluttet kjøring endres aldri');
        END IF;
    END IF;
    IF NEW.tilstand <> OLD.tilstand THEN
        IF (OLD.tilstand, NEW.tilstand) NOT IN (
            ('beregnes', 'beregnet'), ('beregnet', 'til_godkjenning'), ('til_godkjenning', 'godkjent'),
            ('godkjent', 'utbetalt'),
            ('beregnes', 'forkastet'), ('beregnet', 'forkastet'), ('til_godkjenning', 'forkastet')
        ) THEN
            PERFORM tilskudd_nekt(format('en kjøring går ikke fra %s til %s', OLD.tilstand, NEW.tilstand));
        END IF;
        IF NEW.tilstand = 'godkjent' THEN
            PERFORM tilskudd_vokt_godkjenning(NEW);
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON tilskudd_kjoering
    FOR EACH ROW EXECUTE FUNCTION tilskudd_vokt_kjoering();

-- What a run holds is written while it is calculated, and never touched once it is approved.
-- One check per statement, on the rows it wrote: next to nothing for a hundred thousand lines.
CREATE FUNCTION tilskudd_vokt_innhold() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME <> 'tilskudd_kjoeringssats' THEN
        PERFORM tilskudd_nekt('en linje endres aldri: beregn på nytt');
    END IF;
    IF EXISTS (
        SELECT FROM (SELECT DISTINCT kjoering_id FROM roert) r JOIN tilskudd_kjoering k ON k.id = r.kjoering_id
        WHERE CASE WHEN TG_OP = 'DELETE' THEN k.tilstand IN ('godkjent', 'utbetalt') ELSE k.tilstand <> 'beregnes' END
    ) THEN
        PERFORM tilskudd_nekt('linjene i en kjøring skrives bare mens den beregnes, og står fast når den er godkjent');
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE
    tabell text;
BEGIN
    FOREACH tabell IN ARRAY ARRAY[
        'tilskudd_linje', 'tilskudd_mottakersum', 'tilskudd_manglersats', 'tilskudd_kjoeringssats'
    ] LOOP
        EXECUTE format('CREATE TRIGGER b_vokt_inn AFTER INSERT ON %I REFERENCING NEW TABLE AS roert
            FOR EACH STATEMENT EXECUTE FUNCTION tilskudd_vokt_innhold()', tabell);
        EXECUTE format('CREATE TRIGGER b_vokt_endring AFTER UPDATE ON %I REFERENCING NEW TABLE AS roert
            FOR EACH STATEMENT EXECUTE FUNCTION tilskudd_vokt_innhold()', tabell);
        EXECUTE format('CREATE TRIGGER b_vokt_ut AFTER DELETE ON %I REFERENCING OLD TABLE AS roert
            FOR EACH STATEMENT EXECUTE FUNCTION tilskudd_vokt_innhold()', tabell);
        EXECUTE format('CREATE TRIGGER c_aldri_toemt BEFORE TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION toklokker_aldri_slettet()', tabell);
    END LOOP;
    -- the engine looks at the statistics before a run, and renews them when they are old (PostgreSQL 17 and later)
    IF current_setting('server_version_num')::int >= 170000 THEN
        FOREACH tabell IN ARRAY ARRAY[
            'nir_personopplysning', 'nir_bosted', 'nir_vedtak', 'nir_fulltidvgo', 'nir_stans'
        ] LOOP
            EXECUTE format('GRANT MAINTAIN ON %I TO app_motor', tabell);
        END LOOP;
    END IF;
END $$;

-- What runs as the owner is called by nobody but the triggers; only the last approved run may be asked for.
REVOKE ALL ON FUNCTION tilskudd_siste_godkjente(), tilskudd_vokt_godkjenning(tilskudd_kjoering),
    tilskudd_vokt_kjoering(), tilskudd_vokt_innhold() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tilskudd_siste_godkjente() TO app_fylke, app_motor;
