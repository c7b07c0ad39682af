# Thin calls of `python -m sensei ...`, which works by itself.
#
#   make koans            a session that watches your koans: save a file to be judged
#                         TOPIC=autograd  TRACK=essential  FROM=slug  DEVICE=cuda
#   make hint             one more hint        make list            where you stand
#   make solution KOAN=x  the answer           make reset KOAN=x    begin a koan again
#   make update           a new version, your answers kept (FROM=folder, DRY=1)
#   make practice         what you are about to forget, against the clock: MINUTES=25
#                         TOPIC=autograd KATA=slug REPEAT=5 NEW=3 DEVICE=cuda SEED=1
#   make stats            where you stand, with a picture       EXPORT=items.csv
#   make test             everything that CI runs
#
# VENV= (empty) uses the Python on the path as it is: conda, Colab, a container.

VENV ?= .venv
PYTHON ?= python3

ifeq ($(strip $(VENV)),)
python := $(PYTHON)
else ifeq ($(OS),Windows_NT)
python := $(VENV)/Scripts/python.exe
else
python := $(VENV)/bin/python
endif
sensei := $(python) -m sensei
device := $(if $(DEVICE),--device $(DEVICE))

.DEFAULT_GOAL := koans
.PHONY: koans hint list reset solution run update practice stats test lint types unit \
	solutions check derive new topics bench picture setup

koans: setup  # at a terminal "not all passed yet" is no error of make's
	@$(sensei) koans $(device) $(if $(TOPIC),--topic '$(TOPIC)') \
		$(if $(TRACK),--track '$(TRACK)') $(if $(FROM),--from '$(FROM)') \
		|| { code=$$?; [ $$code -eq 1 ] && [ -t 1 ]; }

hint: setup
	@$(sensei) hint $(KOAN) $(device)

list: setup
	@$(sensei) list $(device)

run: setup
	@$(sensei) run $(KOAN) $(device)

reset solution: setup
	@$(if $(KOAN),,$(error say which koan: make $@ KOAN=slug, as in `make list`))
	@$(sensei) $@ $(KOAN)

update: setup
	@$(sensei) update $(if $(FROM),--from "$(FROM)") $(if $(DRY),--dry-run)

practice: setup
	@$(sensei) practice $(if $(MINUTES),'--minutes=$(MINUTES)') \
		$(if $(TOPIC),'--topic=$(TOPIC)') $(if $(KATA),'--kata=$(KATA)') \
		$(if $(REPEAT),'--repeat=$(REPEAT)') $(if $(NEW),'--new=$(NEW)') \
		$(if $(DEVICE),'--device=$(DEVICE)') $(if $(SEED),'--seed=$(SEED)')

stats: setup
	@$(sensei) stats $(device) $(if $(EXPORT),'--export=$(EXPORT)') \
		$(if $(PICTURE),'--picture=$(PICTURE)')

test: lint types unit solutions check

# A learner's own lines in koans/ are theirs; the gate checks what they derive from.
ours := bootstrap.py conftest.py data koans/__init__.py sensei solutions tests

lint: setup
	$(python) -m ruff check $(ours)
	$(python) -m ruff format --check $(ours)

types: setup
	$(python) -m mypy

unit: setup
	$(python) -m pytest tests -q -n auto

solutions: setup
	$(python) -m pytest solutions -q

check: setup
	$(sensei) check $(if $(ONLY),--only $(ONLY)) $(if $(SEEDS),--seeds $(SEEDS)) \
		$(device)

derive: setup
	@$(sensei) derive $(if $(ONLY),--only $(ONLY)) $(if $(FORCE),--force)

new: setup
	@$(if $(and $(TOPIC),$(SLUG)),,$(error make new TOPIC=09_autograd_graph SLUG=what_it_teaches AFTER=slug))
	@$(sensei) new --topic $(TOPIC) --slug $(SLUG) $(if $(AFTER),--after $(AFTER))

topics: setup
	@$(sensei) topics

bench: setup
	@$(sensei) bench $(if $(WRITE),--write)

picture: setup
	@$(sensei) picture docs/koans.svg

setup:
ifneq ($(strip $(VENV)),)
	@$(PYTHON) bootstrap.py $(VENV)
endif
