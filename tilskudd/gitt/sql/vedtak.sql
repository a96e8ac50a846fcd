-- Four eyes and the pot: two different persons assess, a third decides, and the decisions of a call fit its pot.
-- SECURITY DEFINER: the checks see all rows, also the assessment that is still hidden.
CREATE FUNCTION gitt_krev_meg(hvem bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF hvem IS DISTINCT FROM NULLIF(current_setting('app.bruker', true), '')::bigint THEN
        PERFORM gitt_nekt('det skrives i eget navn');
    END IF;
END $$;

-- Assessments are seen by others when both are delivered, or when one says it cannot be handled.
CREATE FUNCTION gitt_vurdert(soeknad bigint, i_runde smallint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*) FILTER (WHERE habil) >= 2 OR count(*) FILTER (WHERE anbefaling = 'avvis') >= 1
    FROM gitt_vurdering WHERE soeknad_id = soeknad AND runde = i_runde
$$;

-- What is granted by the last decision of each application of a call.
CREATE FUNCTION gitt_innvilget(utlysning bigint, unntatt bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(sum(beloep), 0) FROM (
        SELECT DISTINCT ON (v.soeknad_id) v.beloep
        FROM gitt_vedtak v JOIN gitt_soeknad s ON s.id = v.soeknad_id
        WHERE s.utlysning_id = utlysning AND s.id IS DISTINCT FROM unntatt
        ORDER BY v.soeknad_id, v.runde DESC
    ) siste
$$;

CREATE FUNCTION gitt_krev_runde(soeknad bigint, i_runde smallint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    naa text;
BEGIN
    SELECT tilstand INTO naa FROM gitt_soeknad WHERE id = soeknad FOR UPDATE;
    IF i_runde <> (SELECT count(*) + 1 FROM gitt_vedtak WHERE soeknad_id = soeknad)
        OR naa IS DISTINCT FROM (CASE WHEN i_runde = 1 THEN 'sendt' ELSE 'avgjort' END)
        OR (i_runde > 1 AND NOT EXISTS (SELECT FROM gitt_klage WHERE soeknad_id = soeknad AND runde = i_runde))
    THEN
        PERFORM gitt_nekt('søknaden er ikke til behandling i denne runden');
    END IF;
END $$;

CREATE FUNCTION gitt_vokt_vurdering() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM gitt_krev_meg(NEW.av_id);
    PERFORM gitt_krev_runde(NEW.soeknad_id, NEW.runde);
    IF EXISTS (SELECT FROM gitt_vedtak WHERE soeknad_id = NEW.soeknad_id AND av_id = NEW.av_id) THEN
        PERFORM gitt_nekt('den som har vedtatt, vurderer ikke');
    END IF;
    IF EXISTS (SELECT FROM gitt_vurdering WHERE soeknad_id = NEW.soeknad_id AND av_id = NEW.av_id AND NOT habil) THEN
        PERFORM gitt_nekt('den som er inhabil, vurderer ikke');
    END IF;
    IF NEW.habil AND (
        SELECT count(*) FROM gitt_vurdering WHERE soeknad_id = NEW.soeknad_id AND runde = NEW.runde AND habil
    ) >= 2 THEN
        PERFORM gitt_nekt('to har vurdert søknaden');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT ON gitt_vurdering FOR EACH ROW EXECUTE FUNCTION gitt_vokt_vurdering();

CREATE FUNCTION gitt_vokt_vedtak() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    s gitt_soeknad;
    pott bigint;
BEGIN
    PERFORM gitt_krev_meg(NEW.av_id);
    PERFORM gitt_krev_runde(NEW.soeknad_id, NEW.runde);
    IF EXISTS (SELECT FROM gitt_vurdering WHERE soeknad_id = NEW.soeknad_id AND av_id = NEW.av_id) THEN
        PERFORM gitt_nekt('den som har vurdert, vedtar ikke');
    END IF;
    IF NOT (CASE WHEN NEW.utfall = 'avvist'
        THEN EXISTS (
            SELECT FROM gitt_vurdering
            WHERE soeknad_id = NEW.soeknad_id AND runde = NEW.runde AND anbefaling = 'avvis')
        ELSE 2 = (
            SELECT count(DISTINCT av_id) FROM gitt_vurdering
            WHERE soeknad_id = NEW.soeknad_id AND runde = NEW.runde AND habil)
        END)
    THEN PERFORM gitt_nekt('to må ha vurdert søknaden før den avgjøres'); END IF;
    SELECT * INTO s FROM gitt_soeknad WHERE id = NEW.soeknad_id;
    IF (NEW.utfall = 'innvilget' AND NEW.beloep <> s.beloep) OR (NEW.utfall = 'delvis' AND NEW.beloep >= s.beloep) THEN
        PERFORM gitt_nekt('beløpet passer ikke med utfallet');
    END IF;
    SELECT ramme INTO pott FROM gitt_utlysning WHERE id = s.utlysning_id FOR UPDATE;
    IF gitt_innvilget(s.utlysning_id, s.id) + NEW.beloep > pott THEN
        PERFORM gitt_nekt('vedtakene er større enn rammen');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT ON gitt_vedtak FOR EACH ROW EXECUTE FUNCTION gitt_vokt_vedtak();

CREATE FUNCTION gitt_vokt_ramme() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.ramme < OLD.ramme AND NEW.ramme < gitt_innvilget(NEW.id, NULL) THEN
        PERFORM gitt_nekt('rammen er mindre enn det som er vedtatt');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_ramme BEFORE UPDATE ON gitt_utlysning FOR EACH ROW EXECUTE FUNCTION gitt_vokt_ramme();

CREATE FUNCTION gitt_vokt_avgjort() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.tilstand = 'avgjort' AND OLD.tilstand <> 'avgjort'
        AND NOT EXISTS (SELECT FROM gitt_vedtak WHERE soeknad_id = NEW.id) THEN
        PERFORM gitt_nekt('en søknad er avgjort når det er gjort vedtak');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER b_avgjort BEFORE UPDATE ON gitt_soeknad FOR EACH ROW EXECUTE FUNCTION gitt_vokt_avgjort();

-- Money: never more than is granted, registered by one and approved by another, and each thing once.
CREATE FUNCTION gitt_vedtatt(soeknad bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT beloep FROM gitt_vedtak WHERE soeknad_id = soeknad ORDER BY runde DESC LIMIT 1), 0)::bigint
$$;

CREATE FUNCTION gitt_vokt_utbetaling() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM gitt_soeknad WHERE id = NEW.soeknad_id FOR UPDATE;
    IF TG_OP = 'INSERT' THEN
        PERFORM gitt_krev_meg(NEW.registrert_av_id);
        IF NEW.godkjent_av_id IS NOT NULL OR NEW.forkastet THEN
            PERFORM gitt_nekt('en ny utbetaling er ikke godkjent');
        END IF;
        IF NEW.beloep + (
            SELECT coalesce(sum(beloep), 0) FROM gitt_utbetaling WHERE soeknad_id = NEW.soeknad_id AND NOT forkastet
        ) > gitt_vedtatt(NEW.soeknad_id) THEN
            PERFORM gitt_nekt('utbetalingene er større enn tilskuddet');
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.godkjent IS NOT NULL OR OLD.forkastet THEN
        PERFORM gitt_nekt('en utbetaling som er godkjent eller forkastet, endres ikke');
    END IF;
    IF NEW.godkjent IS NOT NULL THEN
        PERFORM gitt_krev_meg(NEW.godkjent_av_id);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE ON gitt_utbetaling
    FOR EACH ROW EXECUTE FUNCTION gitt_vokt_utbetaling();

CREATE FUNCTION gitt_vokt_rapport() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.godkjent IS NOT NULL THEN
        PERFORM gitt_nekt('en rapport som er kontrollert, endres ikke');
    END IF;
    PERFORM gitt_krev_meg(NEW.kontrollert_av_id);
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE UPDATE ON gitt_rapport FOR EACH ROW EXECUTE FUNCTION gitt_vokt_rapport();

CREATE FUNCTION gitt_vokt_krav() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM gitt_krev_meg(NEW.foreslaatt_av_id);
        IF NEW.vedtatt IS NOT NULL OR NEW.beloep > (
            SELECT coalesce(sum(beloep), 0) FROM gitt_utbetaling
            WHERE soeknad_id = NEW.soeknad_id AND godkjent IS NOT NULL
        ) THEN
            PERFORM gitt_nekt('det kreves ikke mer enn det som er utbetalt, og forslag vedtas av en annen');
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.betalt IS NOT NULL OR (OLD.vedtatt IS NOT NULL AND (
        (NEW.vedtatt, NEW.vedtatt_av_id, NEW.brev_id) IS DISTINCT FROM (OLD.vedtatt, OLD.vedtatt_av_id, OLD.brev_id)
    )) THEN
        PERFORM gitt_nekt('et krav som er vedtatt eller betalt, endres ikke');
    END IF;
    PERFORM gitt_krev_meg(CASE WHEN OLD.vedtatt IS NULL THEN NEW.vedtatt_av_id ELSE NEW.betalt_av_id END);
    RETURN NEW;
END $$;
CREATE TRIGGER a_vokt BEFORE INSERT OR UPDATE ON gitt_krav FOR EACH ROW EXECUTE FUNCTION gitt_vokt_krav();

REVOKE ALL ON FUNCTION gitt_vurdert(bigint, smallint), gitt_innvilget(bigint, bigint), gitt_krev_runde(bigint, smallint),
    gitt_vedtatt(bigint), gitt_vokt_vurdering(), gitt_vokt_vedtak(), gitt_vokt_ramme(), gitt_vokt_avgjort(),
    gitt_vokt_utbetaling(), gitt_vokt_krav() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gitt_vurdert(bigint, smallint) TO app_fylke;
