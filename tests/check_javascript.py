"""Check the types of the explorer's JavaScript by `tsc --checkJs`.

python tests/check_javascript.py

Uses the `tsc` on the path, else the one that `npm exec` brings at a pinned version.
"""

import shutil
import subprocess
import sys
from pathlib import Path

WEB = Path(__file__).parent.parent / "atlas_scraper" / "explorer" / "web"
TYPESCRIPT = "typescript@5.9.3"
OPTIONS = (
    *("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals", "--noUnusedParameters"),
    *("--target", "es2022", "--module", "es2022", "--moduleResolution", "bundler", "--lib", "es2023,dom,dom.iterable"),
)


def tsc() -> list[str]:
    """Give the command that runs the compiler; empty where there is none on the path."""
    found = shutil.which("tsc")
    return [found] if found else []


def check(compiler: list[str]) -> str:
    """Check all modules; give what is wrong with them, empty when nothing is."""
    paths = [str(path) for path in sorted([*WEB.glob("*.js"), *WEB.glob("*.d.ts")])]
    ran = subprocess.run([*compiler, *OPTIONS, *paths], capture_output=True, text=True, check=False)  # noqa: S603
    return ran.stdout + ran.stderr


def main() -> int:
    """Check, and print what is wrong."""
    npm = shutil.which("npm")
    compiler = tsc() or ([npm, "exec", "--yes", f"--package={TYPESCRIPT}", "--", "tsc"] if npm else [])
    if not compiler:
        sys.stderr.write("no tsc and no npm on the path: install Node.js\n")
        return 2
    wrong = check(compiler)
    sys.stdout.write(wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
