-- What the database holds about applications, whatever the code above does: legal moves, four eyes, and that what is
-- sent, decided, reported and closed stands. SECURITY DEFINER: the checks see all rows.

CREATE FUNCTION soekt_nekt(grunn text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', grunn USING ERRCODE = 'check_violation';
END $$;

-- The columns a move may change, beside who saved last and who is answerable; NULL is a move there is not.
CREATE FUNCTION soekt_lovlig(fra text, til text) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE fra || '>' || til
        WHEN 'utkast>utkast' THEN ARRAY['utlysning_id', 'tittel', 'tiltak', 'formaal', 'maalgruppe', 'deltakere',
            'fra', 'til']
        WHEN 'utkast>klar' THEN ARRAY['tilstand', 'klar_av_id', 'klar_tid', 'soekt_beloep', 'grunn']
        WHEN 'klar>utkast' THEN ARRAY['tilstand', 'klar_av_id', 'klar_tid', 'soekt_beloep', 'grunn',
            'godkjent_av_id', 'godkjent_tid']
        WHEN 'klar>klar' THEN ARRAY['godkjent_av_id', 'godkjent_tid']
        WHEN 'klar>sendt' THEN ARRAY['tilstand', 'sendt_av_id', 'sendt_dato', 'sendt_grunn', 'kvittering']
        WHEN 'sendt>sendt' THEN ARRAY[]::text[]
        WHEN 'sendt>innvilget' THEN ARRAY['tilstand', 'vedtatt', 'vedtak_av_id', 'innvilget', 'vedtak_vilkaar',
            'vedtak_ref', 'rapportfrist']
        WHEN 'sendt>avslaatt' THEN ARRAY['tilstand', 'vedtatt', 'vedtak_av_id', 'vedtak_vilkaar', 'vedtak_ref']
        WHEN 'innvilget>innvilget' THEN ARRAY['rapportfrist']
        WHEN 'innvilget>i_gang' THEN ARRAY['tilstand', 'startet']
        WHEN 'i_gang>i_gang' THEN ARRAY['rapportfrist', 'rapport_gjort', 'rapport_resultater', 'rapport_erfaringer']
        WHEN 'i_gang>rapportert' THEN ARRAY['tilstand', 'rapportert', 'rapportert_av_id', 'rapport_kvittering']
        WHEN 'rapportert>rapportert' THEN ARRAY[]::text[]
        WHEN 'rapportert>avsluttet' THEN ARRAY['tilstand', 'avsluttet', 'avsluttet_av_id', 'tilbakebetalt']
        WHEN 'utkast>trukket' THEN ARRAY['tilstand', 'grunn']
        WHEN 'klar>trukket' THEN ARRAY['tilstand', 'grunn']
        WHEN 'sendt>trukket' THEN ARRAY['tilstand', 'grunn']
    END
    $$;

CREATE FUNCTION soekt_vokt_soeknad() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvem CONSTANT bigint := NULLIF(current_setting('app.bruker', true), '')::bigint;
    lov text[];
    feil text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM soekt_nekt('en søknad slettes aldri: trekk den');
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.tilstand <> 'utkast' OR NEW.opprettet_av_id IS DISTINCT FROM hvem OR hvem IS NULL
            OR NEW.klar_av_id IS NOT NULL OR NEW.godkjent_av_id IS NOT NULL OR NEW.sendt_dato IS NOT NULL
            OR NEW.vedtatt IS NOT NULL OR NEW.innvilget IS NOT NULL OR NEW.rapportert IS NOT NULL
            OR NEW.avsluttet IS NOT NULL THEN
            PERFORM soekt_nekt('en ny søknad er et utkast, i eget navn');
        END IF;
        NEW.skrevet_av := ARRAY[hvem];
        RETURN NEW;
    END IF;
    lov := soekt_lovlig(OLD.tilstand, NEW.tilstand);
    IF lov IS NULL THEN
        PERFORM soekt_nekt(format('en søknad går ikke fra %s til %s', OLD.tilstand, NEW.tilstand));
    END IF;
    SELECT n.key INTO feil
    FROM jsonb_each(to_jsonb(NEW)) n JOIN jsonb_each(to_jsonb(OLD)) o USING (key)
    WHERE n.value <> o.value AND n.key <> ALL (lov || ARRAY['versjon', 'endret', 'endret_av_id', 'ansvarlig_id'])
    LIMIT 1;
    IF FOUND THEN
        PERFORM soekt_nekt(format('%s står fast når søknaden er %s', feil, OLD.tilstand));
    END IF;
    -- whoever did it is the one who asks
    IF (NEW.tilstand = 'klar' AND OLD.tilstand = 'utkast' AND NEW.klar_av_id IS DISTINCT FROM hvem)
        OR (NEW.tilstand = 'sendt' AND OLD.tilstand = 'klar' AND NEW.sendt_av_id IS DISTINCT FROM hvem)
        OR (OLD.tilstand = 'sendt' AND NEW.tilstand IN ('innvilget', 'avslaatt')
            AND NEW.vedtak_av_id IS DISTINCT FROM hvem)
        OR (NEW.tilstand = 'rapportert' AND OLD.tilstand = 'i_gang' AND NEW.rapportert_av_id IS DISTINCT FROM hvem)
        OR (NEW.tilstand = 'avsluttet' AND NEW.avsluttet_av_id IS DISTINCT FROM hvem)
        OR hvem IS NULL THEN
        PERFORM soekt_nekt('det føres i eget navn');
    END IF;
    IF NEW.tilstand = 'utkast' AND NEW.godkjent_av_id IS NOT NULL THEN
        PERFORM soekt_nekt('et utkast er ikke godkjent');
    END IF;
    -- four eyes: who approves is another than those who made it and made it ready
    IF NEW.godkjent_av_id IS DISTINCT FROM OLD.godkjent_av_id AND NEW.godkjent_av_id IS NOT NULL
        AND (OLD.godkjent_av_id IS NOT NULL OR NEW.godkjent_av_id IS DISTINCT FROM hvem
            OR hvem = ANY (OLD.skrevet_av)) THEN
        PERFORM soekt_nekt('den som godkjenner er en annen enn de som har skrevet søknaden');
    END IF;
    IF OLD.tilstand = 'utkast' AND NEW.tilstand IN ('utkast', 'klar') AND hvem <> ALL (OLD.skrevet_av) THEN
        NEW.skrevet_av := OLD.skrevet_av || hvem;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_soeknad
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_soeknad();

-- What belongs to an application is written only in the states named as the trigger's arguments.
CREATE FUNCTION soekt_vokt_innhold() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvilken CONSTANT bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.soeknad_id ELSE NEW.soeknad_id END;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.soeknad_id <> OLD.soeknad_id THEN
        PERFORM soekt_nekt('det hører til en annen søknad');
    END IF;
    PERFORM FROM soekt_soeknad WHERE id = hvilken AND tilstand = ANY (TG_ARGV) FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM soekt_nekt(format('%s står fast nå', TG_TABLE_NAME));
    END IF;
    -- whoever writes in the draft's content has written the draft
    UPDATE soekt_soeknad SET endret = endret WHERE id = hvilken AND tilstand = 'utkast'
        AND NULLIF(current_setting('app.bruker', true), '')::bigint <> ALL (skrevet_av);
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_partner
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_innhold('utkast');
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_budsjettlinje
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_innhold('utkast');
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_vilkaarsvar
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_innhold('utkast');
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_bruk
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_innhold('innvilget', 'i_gang');
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_resultat
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_innhold('innvilget', 'i_gang');
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_metode
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_innhold('innvilget', 'i_gang', 'rapportert');

-- An amount spent never changes: it is annulled once, by the one who asks.
CREATE FUNCTION soekt_vokt_bruk() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvem CONSTANT bigint := NULLIF(current_setting('app.bruker', true), '')::bigint;
    uendret soekt_bruk;
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM soekt_nekt('en føring slettes aldri: annuller den');
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.registrert_av_id IS DISTINCT FROM hvem OR NEW.annullert IS NOT NULL THEN
            PERFORM soekt_nekt('bruk føres i eget navn');
        END IF;
        IF NEW.linje_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM soekt_budsjettlinje l WHERE l.id = NEW.linje_id AND l.soeknad_id = NEW.soeknad_id
        ) THEN
            PERFORM soekt_nekt('budsjettposten hører til en annen søknad');
        END IF;
        RETURN NEW;
    END IF;
    uendret := NEW;
    uendret.annullert := OLD.annullert;
    uendret.annullert_av_id := OLD.annullert_av_id;
    uendret.annullert_grunn := OLD.annullert_grunn;
    IF uendret IS DISTINCT FROM OLD OR OLD.annullert IS NOT NULL OR NEW.annullert_av_id IS DISTINCT FROM hvem THEN
        PERFORM soekt_nekt('en føring endres aldri: annuller den');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_bruk
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_bruk();

-- The words of a condition stand: what was answered is what was asked.
CREATE FUNCTION soekt_vokt_vilkaar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR (NEW.utlysning_id, NEW.tekst, NEW.omraade) <> (OLD.utlysning_id, OLD.tekst, OLD.omraade) THEN
        PERFORM soekt_nekt('et vilkår endres ikke: legg til et nytt');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE UPDATE OR DELETE ON soekt_vilkaar
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_vilkaar();

-- Files come until the application is closed, are taken off only a draft, and are locked from it is sent.
CREATE FUNCTION soekt_vokt_vedlegg() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    hvilken CONSTANT bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.soeknad_id ELSE NEW.soeknad_id END;
    naa text;
BEGIN
    SELECT tilstand INTO naa FROM soekt_soeknad WHERE id = hvilken FOR SHARE;
    IF TG_OP = 'UPDATE' OR naa IN ('avsluttet', 'trukket') OR (TG_OP = 'DELETE' AND naa <> 'utkast') THEN
        PERFORM soekt_nekt('vedleggene står fast');
    END IF;
    IF TG_OP = 'INSERT' AND naa NOT IN ('utkast', 'klar') THEN
        UPDATE vedlegg_vedlegg SET laast = now() WHERE id = NEW.vedlegg_id AND laast IS NULL;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE OR DELETE ON soekt_soeknadsvedlegg
    FOR EACH ROW EXECUTE FUNCTION soekt_vokt_vedlegg();

CREATE FUNCTION soekt_laas_vedlegg() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    UPDATE vedlegg_vedlegg v SET laast = now()
    FROM soekt_soeknadsvedlegg l WHERE l.soeknad_id = NEW.id AND v.id = l.vedlegg_id AND v.laast IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER b_laas_vedlegg AFTER UPDATE OF tilstand ON soekt_soeknad FOR EACH ROW
    WHEN (OLD.tilstand = 'klar' AND NEW.tilstand = 'sendt') EXECUTE FUNCTION soekt_laas_vedlegg();

DO $$
DECLARE
    tabell text;
    navn text;
BEGIN
    FOREACH tabell IN ARRAY ARRAY['soekt_soeknad', 'soekt_bruk', 'soekt_vilkaar'] LOOP
        EXECUTE format('CREATE TRIGGER c_aldri_toemt BEFORE TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION toklokker_aldri_slettet()', tabell);
    END LOOP;
    FOREACH navn IN ARRAY ARRAY['soekt_vokt_soeknad', 'soekt_vokt_innhold', 'soekt_vokt_bruk', 'soekt_vokt_vedlegg',
        'soekt_laas_vedlegg'] LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %I() FROM PUBLIC', navn);
    END LOOP;
END $$;
