-- Grounds of § 23 are for Norwegian, of § 24 for social studies, of § 25 for both (as `fritak` in nir's rules).
SELECT linje, 'rettsgrunnlag', 'grunn_passer_ikke', rettsgrunnlag, '', false
FROM utv_rad
WHERE rettsgrunnlag <> ''
  AND left(rettsgrunnlag, 2) NOT IN (
      '25',
      CASE
          WHEN fritak_fra IN ('norsk', 'norskproeve') THEN '23'
          WHEN fritak_fra IN ('samfunn', 'samfunnsproeve') THEN '24'
          ELSE left(rettsgrunnlag, 2)
      END
  )
