# make run: the dashboard on the seed articles.  make test: all tests; make check: those without a browser
# or a server.  All need Python 3.11-3.13, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
NODE := $(BIN)/python scripts/node.py
NODE_STAMP := node_modules/.installed

.PHONY: install run test check test-setup lint javascript hostile faults fuzz bench load screenshots docs pins clean

install: $(STAMP)

# The pins are all that is needed (a test asks `pip check`), so none are looked for: older pips
# would warn that lxml has no extra "html_clean", which they spell as its makers do no longer.
$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

run: install
	$(BIN)/dateline serve --open

$(DEV_STAMP): $(STAMP) requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	touch $@

$(NODE_STAMP): package.json package-lock.json | $(DEV_STAMP)
	$(NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

test-setup: $(DEV_STAMP) $(NODE_STAMP)
	@command -v chromium >/dev/null && command -v chromium-headless-shell >/dev/null || scripts/install_chromium.sh
	@command -v redis-server >/dev/null || scripts/install_redis.sh
	@scripts/install_nominatim.sh $(PYTHON) $(VENV)/nominatim
	@test -x /usr/sbin/nginx || command -v nginx >/dev/null || scripts/install_nginx.sh

# Browsers and servers wait for each other: three at a time keep two cores busy.
WORKERS ?= 3
PARALLEL := -n $(WORKERS) --dist loadgroup --no-loadscope-reorder

test: test-setup lint
	$(BIN)/python -m pytest $(PARALLEL)

check: lint
	$(BIN)/python -m pytest $(PARALLEL) -m "not browser and not server"

lint: $(DEV_STAMP) $(NODE_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(NODE) node node_modules/typescript/bin/tsc
	$(NODE) node node_modules/eslint/bin/eslint.js .
	$(BIN)/python scripts/licenses.py
	$(BIN)/python scripts/advisories.py

# What the browser loads, of the modules: dashboard/map/static/built, dashboard/page/components/built.
javascript: $(NODE_STAMP)
	$(BIN)/python scripts/record_types.py
	$(NODE) node scripts/build_javascript.js

# Everything SECURITY.md promises, alone.
hostile: test-setup
	$(BIN)/python -m pytest tests/hostile tests/browser/test_hostile.py tests/browser/test_hostile_files.py \
		tests/geo/test_fetching.py tests/scripts

# Processes killed, disks full, stores down, files spoilt, memory after 500 articles: some minutes.
faults: test-setup
	DATELINE_TEST_FULL=1 $(BIN)/python -m pytest tests/faults tests/browser/test_faults.py

# Longer than the tests do; FUZZ="--seconds 600 html pdf" says how long and what.
fuzz: $(DEV_STAMP)
	$(BIN)/python scripts/fuzz.py $(FUZZ)

bench: test-setup
	$(BIN)/python -m benchmarks

# Many readers at once, for some ten minutes, on loopback.
load: test-setup
	$(BIN)/python -m benchmarks load

screenshots: test-setup
	$(BIN)/python scripts/screenshots.py

# The documents as a site in build/site, with their generated parts made anew.
DOCS_STAMP := $(VENV)/.installed-docs
$(DOCS_STAMP): $(STAMP) requirements-docs.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-docs.txt
	touch $@

docs: $(DOCS_STAMP)
	$(BIN)/python scripts/generate_docs.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict
	$(BIN)/python scripts/check_site.py build/site
	@echo "Look at it: $(BIN)/python -m http.server --directory build/site --bind 127.0.0.1"

# Compile the pins again. No address of an index ends up in the files.
UV ?= uv
UV_FLAGS := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make pins"
pins:
	$(UV) pip compile $(UV_FLAGS) --extra online --extra signin --extra postgresql --extra metrics -o requirements.txt pyproject.toml
	$(UV) pip compile $(UV_FLAGS) --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml
	$(UV) pip compile $(UV_FLAGS) --extra docs -c requirements.txt -c requirements-dev.txt -o requirements-docs.txt pyproject.toml
	cd tests/nominatim && $(UV) pip compile $(UV_FLAGS) --override overrides.txt -o requirements.txt requirements.in

clean:
	rm -rf $(VENV) node_modules dist build .mypy_cache .ruff_cache .pytest_cache
