-- The facts a run sees at its cut-off, and the rates pinned in it: what `opptjening.sql` earns from (`motor.py`).
-- Parameters: kjoering (whose rates are used), t (the cut-off instant).
WITH sats AS MATERIALIZED (
    SELECT ordning, aar_nr, landgruppe, budsjettaar, beloep
    FROM tilskudd_kjoeringssats WHERE kjoering_id = %(kjoering)s
),
kjent_person AS (
    SELECT person_id, id, foedselsdato, tillatelse, tillatelse_dato, landgruppe
    FROM nir_personopplysning
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
),
kjent_bosted AS (
    SELECT person_id, id, kommune_id, fra, til
    FROM nir_bosted
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
),
kjent_vedtak AS (
    SELECT person_id, id, startdato
    FROM nir_vedtak
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
      AND ordning = 'norsk' AND vedtakstype = 'innvilget'
),
kjent_stans AS (
    SELECT person_id, id, fra
    FROM nir_stans
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
      AND ordning = 'norsk' AND varighet = 'permanent'
),
kjent_vgo AS (
    SELECT person_id, id, fylke_id, fra, til
    FROM nir_fulltidvgo
    WHERE registrert <= %(t)s AND (erstattet IS NULL OR %(t)s < erstattet) AND NOT annullert
      AND til IS NOT NULL AND (timer_per_uke >= 30 OR (kombinasjonsklasse AND hovedansvar_fylke))
)
