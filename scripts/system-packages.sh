#!/usr/bin/env bash
# Installs the system libraries that Qt (and, for "test", the test suite) needs on Debian and its relatives.
# Usage: scripts/system-packages.sh run|test
# Elsewhere nothing is done: Windows and macOS carry what Qt needs. SORSTUDIO_SKIP_SYSTEM_PACKAGES=1 skips the check.
set -euo pipefail

purpose="${1:-run}"
python="${PYTHON:-python3}"

needed=(libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 fonts-dejavu-core)
on_a_screen=(libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1
    libxcb-render-util0 libxcb-image0)
for_tests=(poppler-utils xvfb xauth)

has_screen() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

is_installed() {
    # Debian 13 and Ubuntu 24.04 renamed some libraries: libglib2.0-0 is libglib2.0-0t64 there.
    local name
    for name in "$1" "$1t64"; do
        if dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q '^install ok installed$'; then return 0; fi
    done
    return 1
}

if [ "${SORSTUDIO_SKIP_SYSTEM_PACKAGES:-}" = 1 ]; then exit 0; fi
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "Not a Debian system: system libraries are not checked."
    exit 0
fi

wanted=("${needed[@]}")
if [ "$purpose" = test ]; then
    wanted+=("${on_a_screen[@]}" "${for_tests[@]}")
elif has_screen; then
    wanted+=("${on_a_screen[@]}")
fi

missing=()
for package in "${wanted[@]}"; do
    is_installed "$package" || missing+=("$package")
done
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then missing+=(python3-venv); fi
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

if [ "$(id -u)" -eq 0 ]; then
    echo "Installing system libraries: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    exit 0
fi

cat >&2 <<MESSAGE
These system packages are missing: ${missing[*]}
Install them, then run make again:

    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}

(To go on without them: SORSTUDIO_SKIP_SYSTEM_PACKAGES=1 make $purpose)
MESSAGE
exit 1
