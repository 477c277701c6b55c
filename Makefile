# Everything is set up on first use: a virtual environment in .venv with the locked packages.
# Needed beforehand: make, and Python 3.11 or newer with its venv module.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INPUT ?= input
OUTPUT ?= output
FLAGS ?=

.DEFAULT_GOAL := help
.PHONY: help convert review validate test slow matrix agreement core-tasks shapes habits sensitivity mutants hostile fuzz bench lint types imports schemas lock clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 12

convert: $(VENV)/.ready ## convert all of input/ into output/
	@$(BIN)/bcp convert $(INPUT) --output $(OUTPUT) $(FLAGS)

review: $(VENV)/.ready ## make pages to see each source beside its data
	@$(BIN)/bcp review $(OUTPUT) --sources $(INPUT) $(FLAGS)

validate: $(VENV)/.ready ## check what is in output/ against the schemas and rules again
	@$(BIN)/bcp validate $(OUTPUT)/json $(OUTPUT)/xml $(FLAGS)

test: $(VENV)/.ready-test lint types imports ## run all checks and the fast suite of tests
	@$(BIN)/python -m pytest

matrix: $(VENV)/.ready-test ## print profiles by every engine and convert them back (FLAGS="--engines latex")
	@$(BIN)/python -m tests.rendering.matrix --profiles 4 --drawn 24 $(FLAGS)

agreement: $(VENV)/.ready-test ## read tagged files by their tags and as drawn, and compare the cells
	@$(BIN)/python -m tests.rendering.agreement $(FLAGS)

core-tasks: $(VENV)/.ready-test ## print profiles of core tasks by eighteen makers and convert them back
	@$(BIN)/python -m tests.core_tasks.matrix $(FLAGS)

shapes: $(VENV)/.ready-test ## print profiles of random shape by every producer and convert them back
	@$(BIN)/python -m tests.shapes.matrix $(FLAGS)

habits: $(VENV)/.ready-test ## draw PDFs with the habits of many producers and convert them back
	@$(BIN)/python -m tests.habits --jobs 2 $(FLAGS)

sensitivity: $(VENV)/.ready-test ## move each tolerance of the PDF reader by a fifth, and tell what that changes
	@$(BIN)/python -m tests.sensitivity $(FLAGS)

mutants: $(VENV)/.ready-test ## change each module of the PDF reader, and tell what its unit tests do not notice
	@$(BIN)/python -m tests.mutants $(FLAGS)

slow: $(VENV)/.ready-test ## run the slow suite of tests: all that takes minutes (tests/README.md)
	@$(BIN)/python -m pytest -m slow $(FLAGS)

hostile: $(VENV)/.ready-test ## of these, a batch among files that were made to do harm
	@$(BIN)/python -m pytest -m slow -n 0 tests/hostile

fuzz: $(VENV)/.ready-test ## damage files without end, a minute for each reader
	@$(BIN)/python -m tests.hostile.fuzz $(FLAGS)

bench: $(VENV)/.ready-test ## how long a conversion takes, beside what the engines take alone
	@$(BIN)/python -m tests.benchmark.speed
	@$(BIN)/python -m tests.benchmark.batch $(FLAGS)
	@$(BIN)/python -m tests.benchmark.comparison

lint: $(VENV)/.ready-test ## ruff
	@$(BIN)/ruff check pipeline tests

types: $(VENV)/.ready-test ## mypy --strict
	@$(BIN)/mypy

imports: $(VENV)/.ready-test ## the import contract
	@$(BIN)/lint-imports

schemas: $(VENV)/.ready ## write schemas/ anew from the model
	@$(BIN)/python -m pipeline.contract

lock: $(VENV)/.ready-test ## pin the packages of pyproject.toml anew, with hashes
	@$(BIN)/python -m pip install --quiet pip-tools
	@$(call compile,requirements.lock,--extra setup --extra exports)
	@$(call compile,requirements-test.lock,--extra setup --extra exports --extra test)

clean: ## remove the environment, caches and results
	@rm -rf $(VENV) $(OUTPUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# No index address may end up in the lock files, so that any index can serve them.
compile = $(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(2) -o $(1) pyproject.toml

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(call environment,requirements.lock)
	@touch $@

$(VENV)/.ready-test: requirements-test.lock pyproject.toml
	@$(call environment,requirements-test.lock)
	@touch $@ $(VENV)/.ready

# An environment that was left half-made, or whose Python is gone, is made anew.
define environment
set -e; \
command -v $(PYTHON) >/dev/null || { \
  echo "Python is missing. On Debian or Ubuntu: apt-get install python3 python3-venv" >&2; exit 2; }; \
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
  echo "$(PYTHON) is $$($(PYTHON) -V 2>&1), but Python 3.11 or newer is needed. Install one (Debian 12," >&2; \
  echo "Ubuntu 24.04 and later have it) and name it: make PYTHON=python3.12 ..." >&2; exit 2; }; \
$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
  echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 2; }; \
$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
  echo "Setting up $(VENV) ..." >&2; \
  $(PYTHON) -m venv $$(test ! -f $(VENV)/pyvenv.cfg || echo --clear) $(VENV); }; \
$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); \
$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endef
