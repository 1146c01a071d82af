# make          set up .venv and build the sample graph: sources/ -> exports/
# make test     set up and pass every test
# make lint     ruff and mypy
# make bench    how fast; make quality: how right; make pictures: the images of the documentation
# make clean    remove what the other targets made, .venv too

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build

AT_LEAST := import sys; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON := $(shell for name in python3.11 python3.12 python3.13 python3; do \
  if $$name -c '$(AT_LEAST)' 2>/dev/null; then command -v $$name; break; fi; done)
endif
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
GOLD := ../shared/gold

.PHONY: build setup test lint types bench quality pictures clean

build: setup
	$(BIN)/kg build sources/ --out exports/

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@"$(or $(PYTHON),false)" -c '$(AT_LEAST)' || { \
	  echo "Hadath needs Python 3.11 or later and finds none; install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV) || { \
	  echo "No virtual environment could be made; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

test: setup
	$(BIN)/pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

types: setup
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m bench

quality: setup
	@test -d $(GOLD) || { echo "There is no $(GOLD) beside the project: without annotated articles nothing can be measured" >&2; exit 1; }
	@echo "Articles to measure on"
	$(BIN)/kg evaluate $(GOLD)/dev $(GOLD)/docs --floors
	@echo "Articles to learn from, every fifth"
	$(BIN)/kg evaluate $(GOLD)/train $(GOLD)/train-docs --every 5 --floors

pictures: setup
	$(BIN)/python docs/pictures.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist exports/.cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
