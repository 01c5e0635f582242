# Two commands are all a newcomer needs: "make site" and "make test".
PYTHON ?= python3
BIN = .venv/bin
STAMP = .venv/site-ready
DEV_STAMP = .venv/test-ready

.PHONY: site test quick serve lock messages benchmark schema clean

site: $(STAMP)
	$(BIN)/practicebook build

test: $(DEV_STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadgroup

# The part that needs no browser, no site and no minute: for every save.
quick: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/python -m pytest -q -n 2 -m "not browser and not site and not slow"

serve: $(STAMP)
	$(BIN)/practicebook serve

benchmark: $(DEV_STAMP)
	$(BIN)/python -m benchmarks

# Texts of the interface: collects new English texts into the catalogues for the translators.
messages: $(DEV_STAMP)
	$(BIN)/pybabel -q extract -F babel.cfg -k words -k _ -k gettext -k ngettext:1,2 -k counted:1,2 -k said -k say -k told -k n:1,2 --omit-header --no-location --sort-output -o build/messages.pot .
	for po in practicebook/locale/*/LC_MESSAGES/practicebook.po; do \
	  $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --omit-header --no-wrap -D practicebook -i build/messages.pot -o $$po -l $$(echo $$po | cut -d/ -f3); done

schema: $(DEV_STAMP)
	$(BIN)/python -c "from pathlib import Path; from practicebook import vocabulary; from practicebook.models import schema; from practicebook.project import Project; p = Project.find(Path.cwd()); schema.write(vocabulary.load(p), p.schema)"

# Versions with hashes; needs uv (pip install uv).
lock:
	uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements.lock
	uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf build

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Practicebook needs Python 3.11 or newer." if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(DEV_STAMP): requirements-dev.lock $(STAMP)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
