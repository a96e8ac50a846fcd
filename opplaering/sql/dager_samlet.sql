-- One row for each pupil, school, kind of training and month. The same month sent again is the same registration.
SELECT leder AS linje, duf, person_id, naar, skole_id, undervisning, maaned,
       'dager:' || skole_id || ':' || undervisning || ':' || to_char(maaned, 'YYYY-MM') || ':' || person_id AS noekkel,
       coalesce(sum(timer) FILTER (WHERE type = 'til_stede'), 0) AS timer,
       coalesce(sum(timer) FILTER (WHERE type = 'gyldig'), 0) AS gyldig,
       coalesce(sum(timer) FILTER (WHERE type = 'ugyldig'), 0) AS ugyldig,
       coalesce(sum(timer) FILTER (WHERE type = 'ikke_avklart'), 0) AS uavklart
FROM utv_dager
GROUP BY leder, duf, person_id, naar, skole_id, undervisning, maaned
