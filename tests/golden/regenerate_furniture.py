"""Write furniture.json: what real Hugo makes of the shortcodes of sites/furniture.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_furniture.py

Each page of that site calls shortcodes of the kind that sites keep for themselves.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or "hugo"


def main() -> None:
    """Build the site and write the content of each page."""
    said = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True)
    version = next(word for word in said.stdout.split() if word.startswith("v0."))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "site")
        shutil.copytree(HERE / "sites" / "furniture", root)
        subprocess.run([HUGO, "--quiet"], cwd=root, check=True)
        pages = {
            f"/{file.parent.relative_to(root / 'public').as_posix()}/": file.read_text("utf-8").strip()
            for file in sorted((root / "public").rglob("index.html"))
        }
    record = {"hugo": version, "pages": {url: html for url, html in pages.items() if html}}
    target = HERE / "furniture.json"
    target.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
