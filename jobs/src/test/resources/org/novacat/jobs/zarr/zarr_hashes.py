"""Hashes of all arrays of the store named in argv[1], opened by its consolidated metadata and without."""

import hashlib
import sys

import numpy as np
import zarr


def raw(array):
    """The bytes of an array: texts a line each, numbers as doubles."""
    if array.dtype.kind == "S":
        return "\n".join(text.decode("utf-8") for text in array).encode("utf-8")
    return np.ascontiguousarray(array.astype("<f8")).tobytes()


store = sys.argv[1]
for root in (zarr.open_consolidated(store, mode="r"), zarr.open_group(store, mode="r")):
    for group in sorted(root.group_keys()):
        for name in sorted(root[group].array_keys()):
            print(group + "/" + name, hashlib.sha256(raw(root[group][name][:])).hexdigest())
