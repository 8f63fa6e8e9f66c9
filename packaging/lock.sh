#!/bin/sh
# Writes the three locks from pyproject.toml, for every platform and with hashes.
# Existing pins stay; --upgrade looks for newer releases. Needs uv (pip install uv).
set -eu
cd "$(dirname "$0")/.."
lock=packaging/requirements.lock
dev_lock=packaging/requirements-dev.lock
package_lock=packaging/requirements-package.lock

compile() {
    # --no-config: this machine's own settings must not reach the locks.
    uv pip compile --no-config --quiet --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --no-header "$@" >/dev/null
}

# hatchling is the build backend: with it in the lock, `pip install --no-build-isolation .` works.
# PySide6 6.10.3 keeps its reference counts on Python 3.11: DECISIONS.md, 1.
printf '%s\n' hatchling PySide6-Essentials==6.10.3 |
    compile "$@" --output-file "$lock" pyproject.toml -

# The other locks hold only what the first does not, and agree with it.
already_locked=$(sed -n 's/^\([a-z0-9.-]*\)==.*/--no-emit-package \1/p' "$lock")
# shellcheck disable=SC2086 # one word per option and name
compile "$@" --constraint "$lock" $already_locked --output-file "$dev_lock" --extra dev --extra cluster pyproject.toml
# shellcheck disable=SC2086
compile "$@" --constraint "$lock" $already_locked --output-file "$package_lock" --extra package pyproject.toml
