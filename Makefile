# Two commands do everything on a fresh machine: `make site` and `make test`.

VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# An environment that was moved with its clone no longer runs: it is made anew.
$(shell grep -sq '$(CURDIR)/$(VENV)' $(BIN)/pip || rm -f $(VENV)/ready $(VENV)/installed $(VENV)/tested $(VENV)/developed)

.PHONY: fuzz lock wheel help site test check lint types serve bench demo words mutants clean

help: ## Show this list.
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' Makefile

site: $(VENV)/installed ## Check the manual, build the site and say where it is.
	@$(BIN)/policybook check
	@$(BIN)/mkdocs build --strict
	@echo "The site is in site/index.html; to read it as visitors will: make serve"

test: $(VENV)/tested ## Run the tests; those that need a browser are skipped where there is none.
	@$(BIN)/python -m pytest -q -n auto --dist loadfile

check: $(VENV)/installed ## Check the manual.
	@$(BIN)/policybook check

lint: $(VENV)/developed ## Look for slips in the code.
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

types: $(VENV)/developed ## Check the types.
	@$(BIN)/mypy src checks tests

serve: $(VENV)/installed ## Serve the site on this machine, and build again when a record changes.
	@$(BIN)/mkdocs serve

bench: $(VENV)/installed ## Print the figures of benchmarks/.
	@$(BIN)/python benchmarks/check.py
	@$(BIN)/python benchmarks/site.py

demo: $(VENV)/installed ## Build the site of the demonstration manual.
	@$(BIN)/mkdocs build --strict -f mkdocs-demo.yml
	@echo "The demonstration's site is in site-demo/index.html"

words: $(VENV)/installed ## Bring new words of the site into its catalogues; then write what is empty there.
	@mkdir -p build
	@$(BIN)/pybabel -q extract --no-default-keywords -k say -k mark -k rich -k many:1,2 --sort-output --no-location -w 120 -o build/words.pot src/policybook
	@for words in src/policybook/text/locale/*.po; do \
	  $(BIN)/pybabel -q update -i build/words.pot -l $$(basename $$words .po) -o $$words -N --ignore-obsolete --ignore-pot-creation-date -w 120; done

mutants: $(VENV)/tested ## Change one thing at a time in the checks, and print what no case notices.
	@$(BIN)/python -m tests.mutants

SECONDS ?= 3600
fuzz: $(VENV)/tested ## Change files at random for an hour, or SECONDS=60, and look that nothing breaks.
	@$(BIN)/python -m tests.fuzz $(SECONDS) $$(date +%s)

lock: $(VENV)/ready ## Resolve the newest allowed libraries anew into requirements-dev.txt, with their hashes.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8,<1'
	@$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --all-extras --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements-dev.txt pyproject.toml

wheel: $(VENV)/developed ## Build the wheel and the source archive, with their checksums.
	@rm -rf dist && $(BIN)/python -m build --quiet && cd dist && sha256sum * > SHA256SUMS && ls

clean: ## Remove what was built.
	@rm -rf site site-demo build dist $(VENV)

$(VENV)/ready:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is missing: get it from python.org, or with 'apt install python3'."; exit 1; }
	@command -v git >/dev/null || { echo "git is missing: get it from git-scm.com, or with 'apt install git'."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: name one with 'make PYTHON=python3.12 ...'."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing: get it with 'apt install python3-venv'."; exit 1; }
	@grep -sq '$(CURDIR)/$(VENV)' $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/installed: pyproject.toml | $(VENV)/ready
	@echo "Installing Policybook and its libraries into $(VENV)/; this takes a minute or two …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/tested: pyproject.toml requirements-dev.txt | $(VENV)/ready
	@echo "Installing Policybook and what its tests need into $(VENV)/; this takes a minute or two …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/developed: $(VENV)/tested
	@touch $@
