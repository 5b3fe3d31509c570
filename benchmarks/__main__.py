"""All benchmarks, one after the other: each prints its table beside named peers measured in the same run."""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = ("plan_file", "comparing", "layout_and_paint", "rules", "suggestions", "table", "window")


def main() -> int:
    """Run each in a process of its own, so that none warms another up; the answer is the worst exit code."""
    runs = (subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False) for name in BENCHMARKS)
    return max(run.returncode for run in runs)


if __name__ == "__main__":
    sys.exit(main())
