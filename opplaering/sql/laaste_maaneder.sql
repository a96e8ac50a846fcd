-- A month that is locked in the pupil's class takes no other hours than those it has.
INSERT INTO utv_avvik
SELECT r.linje, 'maaned', 'maaned_laast', to_char(r.maaned, 'MM.YYYY'), '', false
FROM utv_rad r
JOIN LATERAL (
    SELECT bool_or(l.laast) AS laast
    FROM opplaering_skolegang s
    CROSS JOIN LATERAL (
        SELECT m.laast FROM opplaering_skolemaanedslaas m
        WHERE m.klasse_id = s.klasse_id AND m.maaned = r.maaned ORDER BY m.id DESC LIMIT 1
    ) l
    WHERE s.person_id = r.person_id AND s.skole_id = r.skole_id AND s.erstattet IS NULL AND NOT s.annullert
      AND s.fra < r.maaned + interval '1 month' AND (s.til IS NULL OR s.til >= r.maaned)
) laas ON laas.laast
-- most months have no lock at all: those rows go no further
WHERE r.maaned IN (SELECT m.maaned FROM opplaering_skolemaanedslaas m)
AND NOT EXISTS (
    SELECT FROM opplaering_maanedsfravaer f
    WHERE f.person_id = r.person_id AND f.skole_id = r.skole_id AND f.undervisning = r.undervisning
      AND f.maaned = r.maaned AND f.erstattet IS NULL AND NOT f.annullert
      AND (f.timer, f.gyldig, f.ugyldig, f.uavklart) = (r.timer, r.gyldig, r.ugyldig, r.uavklart)
)
