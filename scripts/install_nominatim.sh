#!/bin/sh
# The tests of geocoding ask a real Nominatim on this machine: PostgreSQL, PostGIS and osm2pgsql
# from Debian, and Nominatim in an environment of its own (GPL-3: a tool of the tests, it is run
# and never imported). Does nothing where all of it is there.
# Usage: scripts/install_nominatim.sh PYTHON FOLDER
set -eu
python=$1
folder=$2
pins="$(dirname "$0")/../tests/nominatim/requirements.txt"

without() {
    echo "NOT TESTED: geocoding against a real Nominatim, since $1" >&2
    [ -z "${CI:-}" ]
    exit
}

has_debian() {
    command -v osm2pgsql >/dev/null && ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1
}

if ! has_debian; then
    command -v apt-get >/dev/null || without "there is no apt-get to install PostGIS and osm2pgsql with."
    sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo -n"
    { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq \
        --no-install-recommends postgresql postgresql-postgis osm2pgsql; } ||
        without "PostgreSQL, PostGIS and osm2pgsql could not be installed."
fi
# pyicu-wheels stands in for pyicu, which compiles; so no dependencies but those that are pinned.
if ! [ "$folder/.installed" -nt "$pins" ]; then
    "$python" -m venv --clear "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
        --require-hashes -r "$pins"
    touch "$folder/.installed"
fi
