#!/bin/sh
# The browser tests drive Debian's Chromium without a window; fonts make the screenshots, which are
# taken with one, look like a desktop's.
set -eu
if ! command -v apt-get >/dev/null; then
    echo "The browser tests need /usr/bin/chromium: install it with your system's packages." >&2
    exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium chromium-headless-shell fonts-noto-core
