-- Whether a version is the newest of its file: what others than the file's owner see. An older one may be the
-- one with the mistake in it. SECURITY DEFINER: a policy on the versions cannot read the versions.
CREATE FUNCTION vedlegg_er_siste(vedlegg bigint, nr integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT NOT EXISTS (SELECT FROM vedlegg_vedleggversjon WHERE vedlegg_id = vedlegg AND nummer > nr)
$$;
REVOKE ALL ON FUNCTION vedlegg_er_siste(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vedlegg_er_siste(bigint, integer) TO app_fylke, app_enhet, app_skole, app_frivillig;
