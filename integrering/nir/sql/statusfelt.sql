-- What the lists ask of every person stands in the person's row: which permit and when, the first day of the bosteder
-- and vedtak that hold, whether a school period does. Only facts; what they mean is said by the rules. Asked of the
-- tables of facts, a filter and its count took seconds at 100 000 persons.

-- Whoever registers something else about the same persons waits here, and sees what was written before. Called by the
-- functions below only, as the owner.
CREATE FUNCTION nir_laas_personer(personer bigint[]) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM FROM nir_person WHERE id IN (SELECT unnest(personer)) ORDER BY id FOR NO KEY UPDATE;
END $$;
REVOKE ALL ON FUNCTION nir_laas_personer(bigint[]) FROM PUBLIC;

-- As before (funksjoner.sql), with the first day anywhere. NULL takes all persons in one pass.
CREATE OR REPLACE FUNCTION nir_sett_kommune(personer bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    dag date := (now() AT TIME ZONE 'Europe/Oslo')::date;
    antall integer;
BEGIN
    IF personer IS NULL THEN
        UPDATE nir_person p SET kommune_id = naa.kommune_id
        FROM (
            SELECT DISTINCT ON (person_id) person_id, kommune_id
            FROM nir_bosted
            WHERE erstattet IS NULL AND NOT annullert
            ORDER BY person_id, (fra <= dag) DESC, abs(fra - dag)
        ) naa
        WHERE p.id = naa.person_id AND p.kommune_id IS DISTINCT FROM naa.kommune_id;
    ELSE
        PERFORM nir_laas_personer(personer);
        UPDATE nir_person p
        SET kommune_id = coalesce(naa.kommune_id, p.kommune_id), foerste_bosted = naa.foerste
        FROM unnest(personer) AS hvem (person_id)
        CROSS JOIN LATERAL (
            SELECT (array_agg(b.kommune_id ORDER BY (b.fra <= dag) DESC, abs(b.fra - dag)))[1] AS kommune_id,
                   min(b.fra) AS foerste
            FROM nir_bosted b
            WHERE b.person_id = hvem.person_id AND b.erstattet IS NULL AND NOT b.annullert
        ) naa
        WHERE p.id = hvem.person_id
          AND (p.kommune_id, p.foerste_bosted)
              IS DISTINCT FROM (coalesce(naa.kommune_id, p.kommune_id), naa.foerste);
    END IF;
    GET DIAGNOSTICS antall = ROW_COUNT;
    RETURN antall;
END $$;

CREATE FUNCTION nir_vedtak_endret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM nir_laas_personer((SELECT array_agg(DISTINCT person_id) FROM nye));
    UPDATE nir_person p SET foerste_vedtak = naa.foerste
    FROM (SELECT DISTINCT person_id FROM nye) hvem
    CROSS JOIN LATERAL (
        SELECT min(v.startdato) AS foerste
        FROM nir_vedtak v
        WHERE v.person_id = hvem.person_id AND v.erstattet IS NULL AND NOT v.annullert AND v.ordning = 'norsk'
    ) naa
    WHERE p.id = hvem.person_id AND p.foerste_vedtak IS DISTINCT FROM naa.foerste;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION nir_vedtak_endret() FROM PUBLIC;
CREATE TRIGGER e_foerste_vedtak AFTER INSERT ON nir_vedtak REFERENCING NEW TABLE AS nye
    FOR EACH STATEMENT EXECUTE FUNCTION nir_vedtak_endret();

CREATE FUNCTION nir_fulltidvgo_endret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM nir_laas_personer((SELECT array_agg(DISTINCT person_id) FROM nye));
    UPDATE nir_person p SET har_periode = naa.finnes
    FROM (SELECT DISTINCT person_id FROM nye) hvem
    CROSS JOIN LATERAL (
        SELECT count(*) > 0 AS finnes
        FROM nir_fulltidvgo v
        WHERE v.person_id = hvem.person_id AND v.erstattet IS NULL AND NOT v.annullert
    ) naa
    WHERE p.id = hvem.person_id AND p.har_periode IS DISTINCT FROM naa.finnes;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION nir_fulltidvgo_endret() FROM PUBLIC;
CREATE TRIGGER e_har_periode AFTER INSERT ON nir_fulltidvgo REFERENCING NEW TABLE AS nye
    FOR EACH STATEMENT EXECUTE FUNCTION nir_fulltidvgo_endret();

-- As before (soekeord.sql), with the permit. Annulled details leave the name, and no permit.
CREATE OR REPLACE FUNCTION nir_personopplysning_endret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    DELETE FROM nir_soekeord s
    USING nye n
    JOIN nir_person p ON p.id = n.person_id
    CROSS JOIN LATERAL unnest(nir_ord(p.fornavn || ' ' || p.etternavn)) AS gammelt (ord)
    WHERE n.erstattet IS NULL AND NOT n.annullert
      AND (p.fornavn, p.etternavn) IS DISTINCT FROM (n.fornavn, n.etternavn)
      AND s.ord = gammelt.ord AND s.person_id = p.id;

    UPDATE nir_person p
    SET fornavn = n.fornavn, etternavn = n.etternavn, foedselsdato = n.foedselsdato,
        skjermet = n.adressebeskyttelse <> '', tillatelse = n.tillatelse, tillatelse_dato = n.tillatelse_dato
    FROM nye n
    WHERE p.id = n.person_id AND n.erstattet IS NULL AND NOT n.annullert
      AND (p.fornavn, p.etternavn, p.foedselsdato, p.skjermet, p.tillatelse, p.tillatelse_dato)
          IS DISTINCT FROM (n.fornavn, n.etternavn, n.foedselsdato, n.adressebeskyttelse <> '',
                            n.tillatelse, n.tillatelse_dato);
    UPDATE nir_person p SET tillatelse = '', tillatelse_dato = NULL
    FROM nye n
    WHERE p.id = n.person_id AND n.erstattet IS NULL AND n.annullert;

    -- in the order of the index: a large import is faster
    INSERT INTO nir_soekeord (ord, person_id)
    SELECT DISTINCT o.ord, n.person_id
    FROM nye n CROSS JOIN LATERAL unnest(nir_ord(n.fornavn || ' ' || n.etternavn)) AS o (ord)
    WHERE n.erstattet IS NULL AND NOT n.annullert
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
