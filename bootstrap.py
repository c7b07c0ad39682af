"""Makes the virtual environment: whole, or not at all.

    python bootstrap.py .venv

Installs what pyproject.toml asks for at the versions in constraints.txt (for Python
3.10 in constraints-3.10.txt). A stamp is written last; where it is missing, or made
from other versions, the next call starts over. Needs nothing but Python 3.10 or newer.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 10)


def pins():
    """Return the file of tested versions: torch 2.15 wants Python 3.11 or newer."""
    old = sys.version_info[:2] == (3, 10)
    return ROOT / ("constraints-3.10.txt" if old else "constraints.txt")


def wanted():
    """Return a fingerprint of what the environment is made from."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = project.partition("[project]")[2].partition("[tool.")[0]
    pinned = pins().read_text(encoding="utf-8")
    text = "\n".join([sys.version.split()[0], asked, pinned])
    return hashlib.sha256(text.encode()).hexdigest()


def python_of(venv):
    """Return the environment's interpreter."""
    windows = os.name == "nt"
    return venv / ("Scripts/python.exe" if windows else "bin/python")


def is_ready(venv):
    """Say whether the environment is whole and as it should be."""
    stamp = venv / "ready"
    return (
        stamp.exists()
        and stamp.read_text(encoding="utf-8") == wanted()
        and python_of(venv).exists()
    )


def make(venv):
    """Make the environment; whatever stops this, nothing half-made stays behind."""
    if venv.exists() and not (venv / "pyvenv.cfg").exists():
        sys.exit(f"{venv} is no virtual environment. Move it away, or set VENV=.")
    done = False
    try:
        remove(venv)
        print(f"Making {venv} (torch is large: some minutes, once).", flush=True)
        run([sys.executable, "-m", "venv", str(venv)], venv)
        pip = [str(python_of(venv)), "-m", "pip", "--disable-pip-version-check"]
        constraints = ["-c", str(pins())]
        install = [*pip, "install", "--quiet", *constraints, "-e", f"{ROOT}[dev]"]
        run(install, venv)
        (venv / "ready").write_text(wanted(), encoding="utf-8")
        done = True
    finally:
        if not done:
            remove(venv)


def remove(venv):
    """Remove the environment; pyvenv.cfg goes last, by which it is known as one."""
    for part in sorted(venv.glob("*"), key=lambda part: part.name == "pyvenv.cfg"):
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink()
    shutil.rmtree(venv, ignore_errors=True)


def run(command, venv):
    """Run a command; where it fails, say so, and what to do, and stop."""
    code = subprocess.call(command)
    if code == 0:
        return
    print(f"\n{' '.join(command)}\nfailed (exit code {code}).", file=sys.stderr)
    if "venv" in command:
        print(
            "On Debian and Ubuntu: apt install python3-venv. Or use the Python that "
            "you have as it is: make koans VENV=",
            file=sys.stderr,
        )
    else:
        print(
            f"{venv} is removed again. See what pip says above: the network, the disk "
            "(6 GB), or a package. Then call again.",
            file=sys.stderr,
        )
    sys.exit(1)


def main():
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; {sys.executable} is "
            f"{found}. Name another: make koans PYTHON=python3.12"
        )
    if len(sys.argv) != 2:
        sys.exit("usage: python bootstrap.py FOLDER")
    venv = Path(sys.argv[1]).absolute()
    if not is_ready(venv):
        try:
            make(venv)
        except KeyboardInterrupt:
            sys.exit(f"\nStopped. {venv} is removed; the next call starts over.")


if __name__ == "__main__":
    main()
