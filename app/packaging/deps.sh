#!/bin/sh
# Installs the packages of packages.txt that are missing, for the purposes given as arguments.
# Needs no network when nothing is missing.
set -eu
list=$(dirname "$0")/packages.txt
if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This is no Debian system. Install the counterparts of $list yourself; going on." >&2
    exit 0
fi
missing=
for purpose in "$@"; do
    for package in $(awk -v purpose="$purpose" '$1 == purpose { print $2 }' "$list"); do
        dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $package"
    done
done
[ -n "$missing" ] || exit 0
echo "Installing:$missing"
sudo=
if [ "$(id -u)" != 0 ]; then
    sudo=sudo
    command -v sudo >/dev/null 2>&1 || { echo "Not root and no sudo. As root: apt-get install$missing" >&2; exit 1; }
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
# shellcheck disable=SC2086
$sudo apt-get install -y -qq --no-install-recommends $missing
