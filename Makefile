# make run    the whole main job on the bundled example; with a screen the window opens afterwards
# make test   linters, types, tests
# Both build their own .venv when it is missing or older than pyproject.toml and constraints.txt.

.PHONY: run test venv lint format shots examples rules bench clean system-run system-test
.NOTPARALLEL:
.DELETE_ON_ERROR:

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
JOBS ?= 2

run: system-run $(READY)
	$(PY) -m sorstudio demo --out build/run --open

test: system-test $(READY) lint
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n $(JOBS) --timeout 120

venv: system-test $(READY)

lint: $(READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(READY)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

# Pictures of the window on the bundled example, into docs/img.
shots: system-run $(READY)
	QT_QPA_PLATFORM=offscreen $(PY) scripts/make_shots.py

# The invented municipality of examples/eksempelby, and the change request that its acts lead to.
examples: system-run $(READY)
	$(PY) scripts/make_example.py
	QT_QPA_PLATFORM=offscreen $(PY) scripts/make_request.py
	QT_QPA_PLATFORM=offscreen $(PY) scripts/make_outcome.py

# The reference of the rules in docs, from the rule book.
rules: system-run $(READY)
	mkdir -p build
	$(PY) -m sorstudio rules --format md > build/regler.md
	mv build/regler.md docs/regler.md

bench: system-run $(READY)
	QT_QPA_PLATFORM=offscreen $(PY) -m benchmarks

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

system-run:
	@python="$$(scripts/find-python.sh)" && PYTHON="$$python" scripts/system-packages.sh run

system-test:
	@python="$$(scripts/find-python.sh)" && PYTHON="$$python" scripts/system-packages.sh test

# An interpreter that no longer starts (moved folder, upgraded Python) counts as a missing one.
$(READY): pyproject.toml constraints.txt
	@if ! $(PY) -c 'import pip' 2>/dev/null; then \
		python="$$(scripts/find-python.sh)" && "$$python" -m venv --clear $(VENV); \
	fi
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@touch $(READY)
