"""A store of ours, read by zarr-python, and a store of zarr-python for us.

zarr_peer.py OURS THEIRS
Prints a line for each array of OURS, opened with consolidated metadata and without, and for each of THEIRS:
WHICH PATH DTYPE SHAPE SHA-256 ATTRIBUTES. An array that we need not read has the word "refused" for its sum.
"""
import hashlib
import json
import os
import sys

import numcodecs
import numpy as np
import zarr


def digest(array):
    """Of the texts, each on a line, or of the numbers: little endian, whole ones in 64 bits."""
    if array.dtype.kind in "SUO":
        texts = [x.decode("utf-8") if isinstance(x, bytes) else str(x) for x in array.ravel()]
        return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()
    if array.dtype.kind in "iub":
        array = array.astype("<i8")
    array = array.astype(array.dtype.newbyteorder("<"))
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()


def line(which, array, sum256):
    shape = ",".join(map(str, array.shape))
    print(which, array.path, array.dtype.str, shape, sum256, json.dumps(dict(array.attrs), sort_keys=True))


def show(which, group):
    print(which, "group", json.dumps(dict(group.attrs), sort_keys=True))
    group.visititems(
        lambda path, item: line(which, item, digest(item[...])) if isinstance(item, zarr.Array) else None
    )


def theirs(root):
    """Each kind that we read, and each that we must refuse by name."""
    numbers = np.random.RandomState(1)
    bits = numbers.randint(0, 2**32, size=(300, 70), dtype="u4")
    whole = numbers.randint(-(2**62), 2**62, size=(41,), dtype="i8")
    texts = ["", "V339 Del", "Å λ", "\U0001f4ab nova", "x" * 30, "z"] * 20
    utf8 = np.array([t.encode("utf-8") for t in texts])
    noshuffle = numcodecs.Blosc("zlib", 1, 0)
    read = {
        "f4": (bits.view("f4"), dict(chunks=(128, 64), compressor=numcodecs.Blosc("zstd", 5, 2), fill_value=np.nan)),
        "f4_big": (bits.view("f4").astype(">f4"), dict(chunks=(128, 64))),
        "f8": (np.cumsum(bits / 7.0, axis=1), dict(chunks=(256, 33), compressor=None)),
        "f8_slash": (bits / 7.0, dict(chunks=(64, 33), dimension_separator="/")),
        "f8_three": ((bits / 3.0).reshape(30, 10, 70), dict(chunks=(7, 10, 33))),
        "f8_scalar": (np.array(6.5), dict()),
        "f8_f_order": (whole / 3.0, dict(chunks=(10,), order="F")),
        "f8_zstd": (whole / 3.0, dict(chunks=(10,), compressor=numcodecs.Zstd(3))),
        "i8_zlib": (whole, dict(chunks=(10,), compressor=numcodecs.Zlib(1))),
        "i4_gzip": ((whole >> 33).astype("i4"), dict(chunks=(10,), compressor=numcodecs.GZip(1))),
        "i2_big": (whole.astype(">i2"), dict(chunks=(10,), compressor=noshuffle)),
        "i1": (whole.astype("i1"), dict(chunks=(10,))),
        "u8": (np.abs(whole).astype("u8"), dict(chunks=(10,))),
        "u4": (whole.astype("u4"), dict(chunks=(10,))),
        "u2": (whole.astype("u2"), dict(chunks=(10,))),
        "u1": (whole.astype("u1"), dict(chunks=(10,))),
        "bool": (whole > 0, dict(chunks=(10,), fill_value=True)),
        "s_lz4": (utf8, dict(chunks=(50,))),
        "u": (np.array(texts), dict(chunks=(50,))),
        "u_big": (np.array(texts).astype(">U30"), dict(chunks=(50,))),
        "text": (np.array(texts, dtype=object), dict(chunks=(50,), object_codec=numcodecs.VLenUTF8())),
    }
    for name, (array, how) in read.items():
        made = root.create_dataset(name, data=array, **how)
        made.attrs["units"] = "Angstrom"
        line("theirs", made, digest(made[...]))
    for name, kind, fill in (("f8_absent", "f8", 1.5), ("i4_absent", "i4", -7), ("s_absent", "S5", b"none"), ("u_absent", "U5", "none")):
        made = root.create_dataset(name, shape=(25,), chunks=(10,), dtype=kind, fill_value=fill)
        made[:10] = np.ones(10).astype(kind)
        line("theirs", made, digest(made[...]))
    refused = {
        "f_order": (bits, dict(order="F")),
        "lzma": (whole, dict(compressor=numcodecs.LZMA())),
        "delta": (whole, dict(filters=[numcodecs.Delta("i8")])),
        "f2": (whole.astype("f2"), dict()),
        "c8": (whole.astype("c8"), dict()),
        "date": (whole.astype("M8[s]"), dict()),
        "structure": (np.zeros(5, dtype=[("a", "i4"), ("b", "f8")]), dict()),
        "json": (np.array(texts, dtype=object), dict(object_codec=numcodecs.JSON())),
    }
    for name, (array, how) in refused.items():
        line("theirs", root.create_dataset(name, data=array, **how), "refused")


show("ours", zarr.open_group(sys.argv[1], mode="r"))
show("consolidated", zarr.open_consolidated(sys.argv[1], mode="r"))
group = zarr.open_group(sys.argv[2], mode="w")
group.attrs["maker"] = "zarr-python " + zarr.__version__
theirs(group.create_group("a"))
zarr.consolidate_metadata(group.store)
