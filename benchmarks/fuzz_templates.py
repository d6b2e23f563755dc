"""Run templates made at random until the time is up; the first fault ends it.

``python benchmarks/fuzz_templates.py SECONDS [SEED]``
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "hugo" / "templates"))

from random_templates import check, check_printing, soup, template


def main() -> None:
    """Say how many were made, how many parsed and how many ran without an error."""
    seconds = float(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    end = time.monotonic() + seconds
    made = ran = parsed = 0
    while time.monotonic() < end:
        random = Random(seed + made)
        text = soup(random) if made % 4 == 0 else template(random)
        made += 1
        try:
            parsed += check_printing(text)
            ran += check(text, kind="html" if made % 2 else "md")
        except Exception:
            print(f"seed {seed + made - 1}: {text!r}")
            raise
    print(f"{made} templates from seed {seed}: {parsed} parsed, {ran} ran to the end")


if __name__ == "__main__":
    main()
