# Runs the press. Everything sets itself up: the first call makes .venv, later ones find it there.
#
#   make pdf MANUSCRIPT="my text.md" STYLE=pamphlet SHAPE=a5 OUT=~/Desktop

SHELL = /bin/sh
.DEFAULT_GOAL = help

VENV = .venv
STAMP = $(VENV)/.stamp
BIN = $(VENV)/bin

# Given to the recipes through the environment, so that names may hold spaces and quotation marks.
SETTINGS = MANUSCRIPT STYLE SHAPE FIT OUT SCHEME SHEET PAPER FLIP MARGIN INK PRESET
export $(SETTINGS) PYTHON
# What is wrong with a setting is told by the name that it has here.
export PUBLISH_CALLER = make

# What make does not know it would pass over in silence, and build all manuscripts in place of the one that was meant.
GOALS = help pdf epub html booklet zine press cover all print-test check conformance test lint bench golden gallery lock clean distclean $(STAMP)
UNKNOWN_GOALS := $(filter-out $(GOALS),$(MAKECMDGOALS))
GIVEN := $(foreach name,$(filter-out MAKE% -*,$(.VARIABLES)),$(if $(findstring command,$(origin $(name))),$(name)))
UNKNOWN_SETTINGS := $(filter-out $(SETTINGS) PYTHON UPGRADE SHELL,$(GIVEN))
ifneq ($(UNKNOWN_GOALS),)
$(error there is nothing called "$(firstword $(UNKNOWN_GOALS))" to make$(if $(wildcard $(UNKNOWN_GOALS)),: a text is named by MANUSCRIPT="$(UNKNOWN_GOALS)"); "make" alone lists what there is)
endif
ifneq ($(UNKNOWN_SETTINGS),)
$(error $(firstword $(UNKNOWN_SETTINGS))= is no setting; there are $(SETTINGS))
endif

BUILD = $(BIN)/python -m publish build $${MANUSCRIPT:+"$$MANUSCRIPT"} $${STYLE:+--style "$$STYLE"} $${SHAPE:+--shape "$$SHAPE"} \
	$${FIT:+--fit "$$FIT"} $${OUT:+-o "$$OUT"} $${SCHEME:+--scheme "$$SCHEME"} $${SHEET:+--sheet "$$SHEET"} $${PAPER:+--paper "$$PAPER"} \
	$${FLIP:+--flip "$$FLIP"} $${MARGIN:+--margin "$$MARGIN"} $${INK:+--ink "$$INK"} $${PRESET:+--preset "$$PRESET"}

.PHONY: $(filter-out $(STAMP),$(GOALS))

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  MANUSCRIPT=path/to/text.md builds that one in place of all in manuscripts/;'
	@echo '  STYLE=name, SHAPE=a5 or 120x190mm, FIT=8 (pages) and OUT=folder say how, and where to (build/);'
	@echo '  SCHEME=signatures, SHEET=a4, PAPER=80gsm, FLIP=short, MARGIN=5mm, INK=cmyk and PRESET=kdp how it is printed.'

pdf: $(STAMP) ## a PDF of every manuscript, or of MANUSCRIPT
epub: $(STAMP) ## an EPUB
html: $(STAMP) ## a web page, in one file
booklet: $(STAMP) ## sheets to print on both sides, fold and staple
press: $(STAMP) ## the file a print shop asks for
cover: $(STAMP) ## front, spine and back on one sheet, for a glued book
pdf epub html booklet press cover:
	@$(BUILD) -f $@

zine: $(STAMP) ## eight small pages of one sheet, of MANUSCRIPT
	@MANUSCRIPT="$${MANUSCRIPT:-manuscripts/stairwell.md}" && SCHEME=zine && $(BUILD) -f booklet

all: $(STAMP) ## all of these but the zine
	@$(BUILD) -f pdf -f epub -f html -f booklet -f press -f cover

print-test: $(STAMP) ## a sheet that tells how your printer turns paper
	@$(BIN)/python -m publish print-test $${SHEET:+--sheet "$$SHEET"} $${OUT:+-o "$$OUT/print-test.pdf"}

check: $(STAMP) ## proof-read every manuscript, or MANUSCRIPT
	@$(BIN)/python -m publish check $${MANUSCRIPT:+"$$MANUSCRIPT"}

conformance: $(STAMP) ## run the validators over all that is made of the samples
	@$(BIN)/python tests/conformance.py

# A file's tests stay together, for some of them share what took long to make.
test: $(STAMP) ## run the tests
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(STAMP) ## look at the code: its form, its faults, its types
	@$(BIN)/ruff check publish tests
	@$(BIN)/ruff format --check --quiet publish tests
	@$(BIN)/mypy

golden: $(STAMP) ## write the tests' expected texts anew: read the difference before you keep it
	@PUBLISH_GOLDEN=1 $(BIN)/python -m pytest

bench: $(STAMP) ## measure the times that matter
	@$(BIN)/python tests/benchmarks/run.py

gallery: $(STAMP) ## make the pictures of the styles anew
	@$(BIN)/python tests/gallery.py

lock: ## choose the versions in requirements.lock (UPGRADE=1: the newest there are)
	@command -v uv >/dev/null || { echo 'make lock needs uv: python3 -m pip install uv' >&2; exit 1; }
	@UV_CUSTOM_COMPILE_COMMAND='make lock' uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --extra dev $(if $(UPGRADE),--upgrade) \
		--output-file requirements.lock pyproject.toml

clean: ## remove what was built
	@rm -rf build dist .pytest_cache .hypothesis
	@find publish tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

distclean: clean ## remove .venv as well: the next call fetches the libraries again
	@rm -rf $(VENV)

# Only what requirements.lock names is installed, with its hashes; the project itself is linked in.
# A .venv that works is kept, so that a change of versions fetches just these.
define SETUP
new_enough() { "$$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
say() { printf '%s\n' "$$@" >&2; }

if [ -n "$$PYTHON" ]; then
    new_enough "$$PYTHON" || { say "PYTHON=$$PYTHON is not Python 3.11 or newer."; exit 1; }
    python=$$PYTHON
else
    for name in python3 python3.13 python3.12 python3.11; do
        if new_enough "$$name"; then python=$$name; break; fi
    done
fi
if command -v uv >/dev/null; then
    new_enough $(BIN)/python || uv venv --quiet --clear --python "$${python:->=3.11}" $(VENV)
    uv pip sync --quiet --compile-bytecode --require-hashes --only-binary :all: --python $(BIN)/python requirements.lock
    uv pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python --editable .
elif [ -n "$$python" ]; then
    $(BIN)/python -m pip --version >/dev/null 2>&1 || { rm -rf $(VENV); "$$python" -m venv $(VENV); }
    PIP_DISABLE_PIP_VERSION_CHECK=1; export PIP_DISABLE_PIP_VERSION_CHECK
    $(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: --requirement requirements.lock
    $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
else
    say "Publish needs Python 3.11 or newer, and there is none here." \
        "Install it, or tell where it is: make PYTHON=/path/to/python3.12"
    exit 1
fi
endef
export SETUP

$(STAMP): pyproject.toml requirements.lock
	@echo 'Setting up .venv' >&2
	@sh -ec "$$SETUP"
	@touch $@
