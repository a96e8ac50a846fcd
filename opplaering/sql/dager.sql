-- The days that are taken in, and the first line of the month each of them goes into.
SELECT r.linje, r.duf, r.person_id, r.naar, r.skole_id, r.undervisning, r.type, r.timer,
       date_trunc('month', r.dato::timestamp)::date AS maaned,
       min(r.linje) OVER (
           PARTITION BY r.person_id, r.skole_id, r.undervisning, date_trunc('month', r.dato::timestamp)
       ) AS leder
FROM utv_rad r
WHERE NOT EXISTS (SELECT FROM utv_avvik a WHERE a.linje = r.linje AND NOT a.merk)
