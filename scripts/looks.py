"""Compares what pairs of PDFs look like, in three readers.

    .build/checkers/bin/python scripts/looks.py FOLDER [--keep DIR] [--every N]

FOLDER holds pairs `NAME.a.pdf` and `NAME.b.pdf`. Each page is drawn at 144 dots to the inch by poppler (pdftoppm), MuPDF
(mutool) and pdfium. Two pictures look the same where

* at least 99.5 % of the pixels lie within 16 of 255, for each colour, of what the other picture has there or beside it (one pixel
  of dilation: readers smooth edges of shapes and of letters in different ways), and
* no patch of pixels that do not is larger than 24, and none of pixels that are not within 80 is larger than 12. Readers set letters
  on quarters of a pixel: a hundredth of a point, by which both files are free to round, may move one by a quarter, and the colour
  of a stem a pixel wide and 24 high by a quarter of all.

Where one of these fails the page is drawn again at 150 dots. Cairo counts in 256ths of a point, and at 144 dots half a point is a
whole pixel: an edge that lies on a pixel's is drawn on one side of it in one file and on the other in the other, and readers that
widen thin lines to whole pixels move all of a line so. What is wrong is seen at both.

Prints a line for each page that does not, and ends with 1 then. --keep writes the two pictures and their difference beside each
other; --every N takes one page of N, another one of each document.
"""

import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy
import pypdfium2
from PIL import Image

DOTS = (144, 150)
NEAR = 16
ALIKE = 0.995
# How large a patch may be of pixels that are further away than so much.
PATCHES = {NEAR: 24, NEAR + 64: 12}


def poppler(path, page, dots, folder):
    out = folder / "poppler"
    subprocess.run(
        ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), "-singlefile", path, out],
        check=True, capture_output=True)
    return Image.open(f"{out}.ppm")


def mupdf(path, page, dots, folder):
    out = folder / "mupdf.ppm"
    subprocess.run(
        ["mutool", "draw", "-q", "-r", str(dots), "-c", "rgb", "-o", out, path, str(page)],
        check=True, capture_output=True)
    return Image.open(out)


def pdfium(path, page, dots, _):
    document = pypdfium2.PdfDocument(path)
    try:
        return document[page - 1].render(scale=dots / 72).to_pil()
    finally:
        document.close()


READERS = {"poppler": poppler, "mupdf": mupdf, "pdfium": pdfium}


def bounds(picture):
    """The least and the most of each colour at each pixel and beside it."""
    low, high = picture.copy(), picture.copy()
    for axis in (0, 1):
        for source, ends, best in ((low.copy(), low, numpy.minimum), (high.copy(), high, numpy.maximum)):
            first = [slice(None)] * 3
            last = [slice(None)] * 3
            first[axis], last[axis] = slice(0, -1), slice(1, None)
            first, last = tuple(first), tuple(last)
            best(ends[first], source[last], out=ends[first])
            best(ends[last], source[first], out=ends[last])
    return low, high


def distances(a, b):
    """How far each pixel is from what the other picture has there or beside it, in the worst of its colours."""
    result = numpy.zeros(a.shape[:2], numpy.int16)
    if (a == b).all():
        return result
    for one, other in ((a, b), (b, a)):
        low, high = bounds(other)
        numpy.maximum(result, numpy.maximum(low - one, one - high).max(axis=2), out=result)
    return result


def largest_patch(mask):
    """How many pixels the largest patch has, and where its first one is: neighbours are eight."""
    left = set(zip(*(axis.tolist() for axis in numpy.nonzero(mask))))
    size, place = 0, None
    while left:
        first = left.pop()
        patch, count = [first], 0
        while patch:
            y, x = patch.pop()
            count += 1
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    beside = (y + dy, x + dx)
                    if beside in left:
                        left.remove(beside)
                        patch.append(beside)
        if count > size:
            size, place = count, first
    return size, place


def fault(job, reader, dots, folder):
    """What differs, in words; None where the pages look the same."""
    name, a_path, b_path, page, keep = job
    a, b = (
        numpy.asarray(READERS[reader](path, page, dots, folder).convert("RGB")).astype(numpy.int16)
        for path in (a_path, b_path))
    if a.shape != b.shape:
        return f"{a.shape[1]} by {a.shape[0]} pixels, and {b.shape[1]} by {b.shape[0]}"
    distance = distances(a, b)
    mask = distance > NEAR
    alike = 1 - mask.mean()
    patches = {near: largest_patch(distance > near) for near in PATCHES}
    if alike >= ALIKE and all(patches[near][0] <= most for near, most in PATCHES.items()):
        return None
    patch, place = patches[NEAR]
    if keep:
        marked = numpy.where(mask[..., None], [255, 0, 0], 255 - (255 - a) // 4)
        sheet = numpy.concatenate([a, b, marked], axis=1).astype(numpy.uint8)
        Image.fromarray(sheet).save(f"{keep}/{name.replace('/', '_')}-{page}-{reader}-{dots}.png")
    return f"{alike * 100:.2f} % alike, largest patch {patch} pixels" + (
        f" at {place[1]}, {place[0]}" if place else "")


def compare(job):
    """The faults of a page."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for reader in READERS:
            faults = []
            for dots in DOTS:
                faults.append(fault(job, reader, dots, pathlib.Path(folder)))
                if faults[-1] is None:
                    break
            else:
                found.append(f"{job[0]}, page {job[3]}, {reader}: {faults[0]}")
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--keep")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
    jobs, faults = [], []
    folder = pathlib.Path(options.folder)
    names = sorted(str(path.relative_to(folder))[:-6] for path in folder.rglob("*.a.pdf"))
    for index, name in enumerate(names):
        paths = [str(folder / f"{name}.{side}.pdf") for side in "ab"]
        counts = []
        for path in paths:
            document = pypdfium2.PdfDocument(path)
            counts.append(len(document))
            document.close()
        if counts[0] != counts[1]:
            faults.append(f"{name}: {counts[0]} pages, and {counts[1]}")
        share = min(options.every, counts[0])
        for page in range(1 + index % share, min(counts) + 1, share):
            jobs.append((name, *paths, page, options.keep))
    if not jobs:
        faults.append("there is nothing to compare")
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(compare, jobs, chunksize=1):
            faults += found
    for fault in faults:
        print(fault)
    print(f"{len(jobs)} pages compared in {len(READERS)} readers", file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
