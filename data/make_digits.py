"""Write the digits of scikit-learn's package as the IDX files that MNIST has.

    pip install scikit-learn      (no dependency of torch-koans: only of this script)
    python data/make_digits.py

The files are part of the repository. The script is kept so that everyone can see
how they came about; it writes the same bytes every time.
"""

from __future__ import annotations

import gzip
import hashlib
import struct
from importlib.resources import files
from pathlib import Path

RAW = Path(__file__).resolve().parent / "MNIST" / "raw"
TRAIN = 1287
"""So many of the 1,797 images are for training: ten of the fourteen filled-in forms.

The forms stand one after the other, about 130 digits each, and each begins with
0 to 9 three times. Form eleven begins at 1,287, so the test images are written by
hands that wrote no training image (as far as one form is one hand: the source names
thirteen writers, and tells no image's).
"""


def read_source() -> list[list[int]]:
    """Return one row per image: 64 pixels, each 0 to 16, and the label."""
    packed = files("sklearn.datasets.data").joinpath("digits.csv.gz").read_bytes()
    lines = gzip.decompress(packed).decode().splitlines()
    return [[int(float(number)) for number in line.split(",")] for line in lines]


def idx(shape: tuple[int, ...], values: list[int]) -> bytes:
    """Return the values as an IDX file: two zeros, 8 for bytes, ndim, sizes, values."""
    header = struct.pack(f">BBBB{len(shape)}I", 0, 0, 8, len(shape), *shape)
    return header + bytes(values)


def main() -> None:
    rows = read_source()
    starts = [
        i
        for i in range(len(rows))
        if [row[-1] for row in rows[i : i + 30]] == 3 * list(range(10))
    ]
    assert len(rows) == 1797
    assert TRAIN in starts
    RAW.mkdir(parents=True, exist_ok=True)
    for name, part in (("train", rows[:TRAIN]), ("t10k", rows[TRAIN:])):
        pixels = [round(pixel * 255 / 16) for row in part for pixel in row[:-1]]
        labels = [row[-1] for row in part]
        contents = {
            f"{name}-images-idx3-ubyte": idx((len(part), 8, 8), pixels),
            f"{name}-labels-idx1-ubyte": idx((len(part),), labels),
        }
        for file, content in contents.items():
            (RAW / file).write_bytes(content)
            print(hashlib.sha256(content).hexdigest(), len(content), file)


if __name__ == "__main__":
    main()
