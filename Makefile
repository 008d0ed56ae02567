# Two commands on a fresh machine with Python 3.11 or later:
#   make check    set up .venv, then check the reports in seeds/
#   make test     the same set-up with the test tools, then format, lint, types, import contract and tests
# Others: make docs, make report, make lint, make fuzz, make bench, make score, make peers.
# Name another interpreter with PYTHON=/path/to/python3.

BIN := .venv/bin
PYTHON ?=
CANDIDATES := $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python)
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable
SCORER ?= ../shared/tools/score.py
CORPORA ?= ../shared/corpora
BENCH_CACHE ?= build/bench
TEXTS ?=
SIZES ?=
PEERS ?= $(CORPORA)/peers

.PHONY: check report docs test lint fuzz bench score peers help
.DELETE_ON_ERROR:

check: .venv/.installed
	$(BIN)/check seeds/ --fail-on never

# What the commands say of seeds/, kept for readers and for tests, which hold it to what they say today.
report: .venv/.installed
	$(BIN)/python tests/kept_reports.py

# The pages of docs/ as a site in build/docs/, the rule reference made anew; a warning is an error.
docs: .venv/.installed-docs
	$(BIN)/python tools/build_reference.py
	$(BIN)/sphinx-build --fail-on-warning --keep-going --quiet docs build/docs

test: lint
	$(BIN)/pytest

lint: .venv/.installed-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Half an hour of odd input, or FUZZ_SECONDS of it; what breaks something is kept in tests/fuzz/found/ and tested from
# then on. Where atheris, which breeds inputs by the branches that they reach, cannot be installed, hypothesis invents them.
fuzz: .venv/.installed-test
	$(PIP_INSTALL) '.[fuzz]' || echo "without atheris: hypothesis invents the inputs" >&2
	$(BIN)/python tests/fuzz/run.py $(TARGETS)

# Every script runs, and the whole fails where one of them misses a limit or finds other bytes. TEXTS names real reports
# to extract from too, SIZES other numbers of reports (1000 10000 100000 1000000 takes two hours on two cores).
bench: .venv/.installed-test
	@status=0; \
	$(BIN)/python benchmarks/startup.py || status=1; \
	$(BIN)/python benchmarks/against.py || status=1; \
	$(BIN)/python benchmarks/extraction.py --peers "$(BENCH_CACHE)" $(if $(TEXTS),--texts "$(TEXTS)") || status=1; \
	$(BIN)/python benchmarks/means.py || status=1; \
	$(BIN)/python benchmarks/scale.py --hot 1000 $(SIZES) || status=1; \
	$(BIN)/python benchmarks/cluster.py || status=1; \
	exit $$status

score: .venv/.installed
	$(BIN)/python benchmarks/accuracy/score_corpora.py --scorer "$(SCORER)" --command "$(BIN)/check" $(CORPORA)

peers: .venv/.installed
	$(BIN)/python benchmarks/accuracy/peers.py "$(PEERS)"

help:
	@sed -n '1,/^$$/s/^# \{0,1\}//p' Makefile

# The stamps are older than pyproject.toml when what is installed may no longer be what it asks for.
.venv/.installed: pyproject.toml .venv/.created
	$(PIP_INSTALL) '.[documents]'
	@touch $@

.venv/.installed-test: pyproject.toml .venv/.created
	$(PIP_INSTALL) '.[documents,cluster,test]'
	@touch .venv/.installed $@

.venv/.installed-docs: pyproject.toml .venv/.created
	$(PIP_INSTALL) '.[docs]'
	@touch .venv/.installed $@

.venv/.created:
	@found=; \
	for python in $(CANDIDATES); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "No Python 3.11 or later among: $(CANDIDATES). Install one, or name it: make check PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "$$found cannot make a virtual environment: its modules venv and ensurepip are missing." >&2; \
	  echo "On Debian and Ubuntu they come with the package python3-venv." >&2; \
	  exit 1; \
	fi; \
	echo "$$found -m venv .venv"; \
	"$$found" -m venv .venv
	@touch $@
