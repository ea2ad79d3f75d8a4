# make run: the dashboard on the seed articles.  make test: all tests; make check: those without a browser
# or a server.  All need Python 3.11-3.13, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev

.PHONY: install run test check test-setup lint hostile faults fuzz bench load screenshots pins clean

install: $(STAMP)

$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

run: install
	$(BIN)/dateline serve --open

$(DEV_STAMP): $(STAMP) requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

test-setup: $(DEV_STAMP)
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

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/licenses.py
	$(BIN)/python scripts/advisories.py

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

# Compile the pins again. No address of an index ends up in the files.
UV ?= uv
UV_FLAGS := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make pins"
pins:
	$(UV) pip compile $(UV_FLAGS) --extra online --extra signin --extra postgresql --extra metrics -o requirements.txt pyproject.toml
	$(UV) pip compile $(UV_FLAGS) --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml
	cd tests/nominatim && $(UV) pip compile $(UV_FLAGS) --override overrides.txt -o requirements.txt requirements.in

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache
