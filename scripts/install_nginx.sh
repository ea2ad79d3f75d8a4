#!/bin/sh
# The hosting tests run the shipped nginx site with Debian's nginx.
set -eu
if ! command -v apt-get >/dev/null; then
    echo "The hosting tests need nginx and openssl: install them with your system's packages." >&2
    exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends nginx openssl
