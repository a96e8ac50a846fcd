-- A month has no more hours than this, however many rows it came in.
INSERT INTO utv_avvik
SELECT linje, 'timer', 'for_mange_timer', greatest(timer, gyldig, ugyldig, uavklart)::text, '', false
FROM utv_rad WHERE greatest(timer, gyldig, ugyldig, uavklart) > 300
