# The words a person types. On a fresh machine `make run` or `make test` alone is enough: they make
# the environment from the locks and make it anew when these change.
PYTHON ?= $(shell command -v python3.11 || echo python3)
VENV := .venv
IN_VENV := $(VENV)/bin
# The outer pip fills the environment, which thus needs no ensurepip (Debian keeps that apart).
INSTALL := $(PYTHON) -m pip --python $(IN_VENV)/python install --disable-pip-version-check --quiet
RUN_READY := $(VENV)/ready-to-run
DEV_READY := $(VENV)/ready-to-develop
PICTURE := build/default-view.png
# An environment of its own, so that nothing else can get into what is handed to users.
PACKAGE_ENV := build/package-env
PACKAGE_READY := $(PACKAGE_ENV)/ready

.DEFAULT_GOAL := run
.PHONY: run test check bench soak package package-size pictures assistive clean system package-system

run: system $(RUN_READY)  ## open the window
ifeq ($(shell uname)$(DISPLAY)$(WAYLAND_DISPLAY),Linux)
	@mkdir -p $(dir $(PICTURE))
	@$(IN_VENV)/rare-gui export --what window -o $(PICTURE) --force
	@echo "There is no display here. The default view is in $(CURDIR)/$(PICTURE)"
else
	@$(IN_VENV)/rare-gui
endif

test: system $(DEV_READY)  ## pass every test
	@$(IN_VENV)/python -m pytest --numprocesses auto --dist worksteal

check: $(DEV_READY)  ## style, types, import contracts
	@$(IN_VENV)/ruff check
	@$(IN_VENV)/ruff format --check
	@$(IN_VENV)/mypy
	@$(IN_VENV)/lint-imports --no-logo

bench: system $(DEV_READY)  ## measure speed and memory into tests/bench/performance.md
	@$(IN_VENV)/python -m tests.bench

soak: system $(DEV_READY)  ## the long-running tests at full length
	@RARE_GUI_SOAK_REPAINTS=20000 RARE_GUI_SOAK_PICTURES=4000 $(IN_VENV)/python -m pytest tests/soak
	@$(IN_VENV)/python -m pytest --numprocesses auto --dist worksteal -m ordeal

package: system package-system $(PACKAGE_READY)  ## build what users download into dist/, then try it
	@$(PACKAGE_ENV)/bin/python packaging/build_bundle.py
	@$(PACKAGE_ENV)/bin/python packaging/check_bundle.py

package-size: package  ## measure size and start of the packaged program into packaging/size.md
	@$(PACKAGE_ENV)/bin/python packaging/measure_bundle.py

pictures: system package-system $(RUN_READY)  ## take pictures of the real window into build/shots/
	@$(IN_VENV)/python packaging/take_pictures.py

assistive: system $(RUN_READY)  ## read the running program as a screen reader does
	@missing="$$($(PYTHON) packaging/linux/missing_packages.py assistive)"; test -z "$$missing" || { \
	    echo "To read the screen, please run as root:"; echo "    apt-get install $$missing"; exit 1; }
	@/usr/bin/python3 packaging/linux/read_tree.py $(IN_VENV)/rare-gui

clean:  ## remove everything that can be made again
	rm -rf $(VENV) build dist .coverage .hypothesis .*_cache
	find rare_gui tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

system:
	@missing="$$($(PYTHON) packaging/linux/missing_packages.py)"; test -z "$$missing" || { \
	    echo "Qt needs libraries that are missing here. Please run as root:"; \
	    echo "    apt-get install $$missing"; exit 1; }

package-system:
	@missing="$$($(PYTHON) packaging/linux/missing_packages.py package)"; test -z "$$missing" || { \
	    echo "To build and try packages, please run as root:"; \
	    echo "    apt-get install $$missing"; exit 1; }

$(PACKAGE_READY): packaging/requirements.lock packaging/requirements-package.lock pyproject.toml
	@echo "Making the environment for packages in $(PACKAGE_ENV)"
	@$(PYTHON) -m venv --clear --without-pip $(PACKAGE_ENV)
	@$(PYTHON) -m pip --python $(PACKAGE_ENV)/bin/python install --disable-pip-version-check --quiet \
	    --no-deps --require-hashes -r packaging/requirements.lock -r packaging/requirements-package.lock
	@$(PYTHON) -m pip --python $(PACKAGE_ENV)/bin/python install --disable-pip-version-check --quiet \
	    --no-deps --no-build-isolation --editable .
	@touch $@

$(RUN_READY): packaging/requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m pip --version >/dev/null || { echo "Please install pip (Debian: python3-pip)"; exit 1; }
	@echo "Making the environment in $(VENV)"
	@$(PYTHON) -m venv --without-pip $(VENV)
	@$(INSTALL) --no-deps --require-hashes -r packaging/requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_READY): $(RUN_READY) packaging/requirements-dev.lock
	@echo "Adding the tools for development"
	@$(INSTALL) --no-deps --require-hashes -r packaging/requirements-dev.lock
	@touch $@
