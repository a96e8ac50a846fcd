-- Tail of `endring.sql`: show what a run would add, write nothing.
SELECT person_id, ordning, mottaker_id, kvartal, beloep_etter - beloep_foer AS beloep
FROM linje ORDER BY person_id, ordning, mottaker_id, kvartal
