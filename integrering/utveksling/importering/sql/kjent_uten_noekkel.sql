-- A key nobody has used before, on a row that is in the register already: nothing to register, worth a note.
-- (Unless the registration it equals is itself moved by another row of the file.)
WITH lik AS (
    SELECT k.linje, k.noekkel, d.registrering_id
    FROM utv_kandidat k
    JOIN {tabell} d ON d.person_id = k.person_id AND d.erstattet IS NULL AND NOT d.annullert
        AND ({d_verdier}) IS NOT DISTINCT FROM ({k_verdier})
    WHERE k.noekkel <> '' AND k.registrering_id IS NULL
      AND NOT EXISTS (SELECT FROM utv_kandidat m WHERE m.registrering_id = d.registrering_id)
), merket AS (
    INSERT INTO utv_avvik SELECT linje, 'noekkel', 'kjent_uten_noekkel', noekkel, '', true FROM lik
), utfall AS (
    INSERT INTO utv_utfall SELECT linje, 'uendret' FROM lik
)
DELETE FROM utv_kandidat WHERE linje IN (SELECT linje FROM lik)
