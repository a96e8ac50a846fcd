-- After an undoing: the persons that the import made, and that nothing is registered about any more, keep no name.
-- Lists show persons with details only. Their cached name, birth date and search words come back with the next details.
CREATE FUNCTION utveksling_toem_personer(import bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DECLARE
    antall integer;
BEGIN
    DELETE FROM nir_soekeord o
    USING (
        SELECT p.id, p.fornavn, p.etternavn
        FROM utveksling_importspor s, unnest(s.ider) spenn, nir_person p
        WHERE s.kvittering_id = import AND s.tabell = 'nir_person'
          AND p.id >= lower(spenn) AND p.id < upper(spenn)
    ) p
    CROSS JOIN LATERAL unnest(nir_ord(p.fornavn || ' ' || p.etternavn)) AS gammelt (ord)
    WHERE o.ord = gammelt.ord AND o.person_id = p.id
      AND NOT EXISTS (
          SELECT FROM nir_personopplysning x
          WHERE x.person_id = p.id AND x.erstattet IS NULL AND NOT x.annullert
      );
    UPDATE nir_person p SET fornavn = '', etternavn = '', foedselsdato = NULL
    FROM utveksling_importspor s, unnest(s.ider) spenn
    WHERE s.kvittering_id = import AND s.tabell = 'nir_person'
      AND p.id >= lower(spenn) AND p.id < upper(spenn)
      AND NOT EXISTS (
          SELECT FROM nir_personopplysning o
          WHERE o.person_id = p.id AND o.erstattet IS NULL AND NOT o.annullert
      );
    GET DIAGNOSTICS antall = ROW_COUNT;
    RETURN antall;
END $$;
REVOKE ALL ON FUNCTION utveksling_toem_personer(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION utveksling_toem_personer(bigint) TO app_motor;
