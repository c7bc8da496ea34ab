# Two commands do everything on a fresh machine with Python 3.11 and make:
#   make demo   the main job, core dependencies only
#   make test   everything: linters, types, import rules, tests and doctests
PYTHON ?= python3
CORE := .venv-core
DEV := .venv
PIP_OPTIONS := --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test lint types imports unit clean

demo: $(CORE)/installed
	$(CORE)/bin/stancekit demo

test: lint types imports unit

lint: $(DEV)/installed
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .

types: $(DEV)/installed
	$(DEV)/bin/mypy

imports: $(DEV)/installed
	$(DEV)/bin/lint-imports

unit: $(DEV)/installed
	$(DEV)/bin/pytest

$(CORE)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(CORE)
	$(CORE)/bin/python -m pip install $(PIP_OPTIONS) --editable .
	touch $@

$(DEV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(DEV)
	$(DEV)/bin/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(DEV)/bin/python -m pip install $(PIP_OPTIONS) --editable '.[fewshot,html,tokenizers,transformers]' --group dev
	touch $@

clean:
	rm -rf $(CORE) $(DEV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
