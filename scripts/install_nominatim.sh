#!/bin/sh
# The tests of geocoding ask a real Nominatim on this machine: PostgreSQL with PostGIS and osm2pgsql
# from Debian, Nominatim in an environment of its own (GPL-3: a tool of the tests, never imported).
# Usage: scripts/install_nominatim.sh PYTHON FOLDER
set -eu
python=$1
folder=$2
here=$(dirname "$0")
if ! command -v osm2pgsql >/dev/null || ! ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; then
    if ! command -v apt-get >/dev/null; then
        echo "NOT TESTED: a real Nominatim needs PostgreSQL, PostGIS and osm2pgsql from your system's packages." >&2
        exit 0
    fi
    sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends postgresql postgresql-postgis osm2pgsql
fi
"$python" -m venv "$folder"
# pyicu-wheels stands in for pyicu, which compiles: hence no dependencies but those in the file.
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
    -r "$here/../tests/nominatim/requirements.txt"
