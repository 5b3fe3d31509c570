#!/usr/bin/env bash
# Prints the first Python on the path that is new enough (3.11); says what is missing when there is none.
set -euo pipefail

for candidate in python3 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$candidate"
        exit 0
    fi
done
echo "SOR Studio needs Python 3.11 or newer, and none was found. See https://www.python.org/downloads/" >&2
exit 1
