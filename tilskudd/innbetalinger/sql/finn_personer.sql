-- The persons of the payments, also those who came into the register after the file did.
UPDATE innbetalinger_innbetaling i SET person_id = p.id
FROM nir_person p WHERE i.person_id IS NULL AND i.duf <> '' AND p.duf = i.duf
