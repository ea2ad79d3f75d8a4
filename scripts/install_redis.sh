#!/bin/sh
# The tests of replicas that share answers and limits start a Redis server of their own.
set -eu
if ! command -v apt-get >/dev/null; then
    echo "The tests need redis-server: install it with your system's packages." >&2
    exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends redis-server
