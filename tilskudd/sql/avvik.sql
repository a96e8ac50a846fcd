-- Tail of `opptjening.sql`: show what a run would add, write nothing.
SELECT * FROM linje ORDER BY person_id, ordning, mottaker_id, kvartal
