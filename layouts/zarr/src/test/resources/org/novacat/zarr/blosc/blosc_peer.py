"""Blosc frames beside numcodecs: decodes ours, and writes its own of the same bytes.

blosc_peer.py OURS THEIRS
OURS:   typesize, length, bytes, length, frame; again and again (int32 little endian)
THEIRS: number of the bytes in OURS, length, frame; likewise
"""
import itertools
import os
import struct
import sys

import numpy as np
from numcodecs import Blosc, blosc

blosc.use_threads = True  # only then is BLOSC_SPLITMODE looked at
bad = same = frames = 0
split_modes = ("NEVER", "ALWAYS")
codecs = [name for name in ("zstd", "lz4", "lz4hc", "zlib", "blosclz") if name in blosc.list_compressors()]


def number(file):
    return struct.unpack("<i", file.read(4))[0]


def theirs(raw, typesize, case):
    """Everything at small lengths, some of it at large ones."""
    settings = list(itertools.product(codecs, (1, 7) if len(raw) < 70000 else (5,), (0, 1, 2), split_modes))
    if len(raw) > 70000:
        settings = settings[case % 15 :: 15]
    array = np.frombuffer(raw, dtype="V%d" % typesize)
    for cname, clevel, shuffle, split in settings:
        os.environ["BLOSC_SPLITMODE"] = split
        frame = Blosc(cname, clevel, shuffle).encode(array)
        # Made to split what is too short, c-blosc writes frames that it cannot read itself.
        if split == "NEVER" or (typesize <= 16 and len(raw) >= 128 * typesize):
            yield frame
    os.environ["BLOSC_SPLITMODE"] = "FORWARD_COMPAT"  # c-blosc remembers the last one


with open(sys.argv[1], "rb") as ours, open(sys.argv[2], "wb") as out:
    for case in itertools.count():
        head = ours.read(4)
        if not head:
            break
        typesize = struct.unpack("<i", head)[0]
        raw = ours.read(number(ours))
        frame = ours.read(number(ours))
        if bytes(Blosc().decode(frame)) != raw:
            bad += 1
            print("numcodecs decodes case %d otherwise: %d bytes, typesize %d" % (case, len(raw), typesize))
        if len(raw) % typesize:
            continue
        # Bytes behind the head are other ones with another zstd.
        peer = Blosc("zstd", 5 + case % 3, 2).encode(np.frombuffer(raw, dtype="V%d" % typesize))
        same += peer == frame
        if peer[:12] != frame[:12]:
            bad += 1
            print("numcodecs has another head in case %d: %s" % (case, peer[:12].hex()))
        if len(raw) < 70000 and case % 7:
            continue
        for each in theirs(raw, typesize, case):
            out.write(struct.pack("<ii", case, len(each)) + each)
            frames += 1
print("cases %d, otherwise %d, theirs %d, same bytes %d" % (case, bad, frames, same))
