# `make run` starts the system, `make test` checks it; both install what they need. The work is in scripts/bygg.py.
OPPGAVER := run test check lock bench reset

.PHONY: $(OPPGAVER)
$(OPPGAVER):
	@exec sh scripts/python.sh scripts/bygg.py $@
