"""Writes spectral stores by zarr-python: arguments are their folder and how each stores its texts."""
import sys

import numpy as np
import zarr
from numcodecs import Blosc, VLenUTF8

rows, samples = 7, 5
codec = Blosc(cname="zstd", clevel=5, shuffle=Blosc.BITSHUFFLE)


def tensor(root, name, values, units):
    array = root.create_dataset(
        name, data=values, chunks=values.shape, dtype=values.dtype, compressor=codec, fill_value=np.nan
    )
    array.attrs["units"] = units


def text(root, texts, name, values):
    if texts == "S":
        data = np.array([v.encode("utf-8") for v in values])
        root.create_dataset(name, data=data, chunks=len(values))
    elif texts == "U":
        root.create_dataset(name, data=np.array(values), chunks=len(values))
    else:
        data = np.array(values, dtype=object)
        root.create_dataset(name, data=data, chunks=len(values), dtype=object, object_codec=VLenUTF8())


def store(folder, texts):
    root = zarr.open_group("%s/%s.zarr" % (folder, texts), mode="w")
    root.attrs.update(
        schema_version="2.0",
        ingest_pipeline="other",
        created_at="2026-01-02T03:04:05.123456+00:00",
        git_commit="abc",
    )
    flux = (np.arange(rows * samples, dtype="f4") + 1).reshape(rows, samples)
    flux[2, 3] = np.nan
    nothing = np.full((rows, samples), np.nan, dtype="f4")
    tensor(root, "signal/flux_raw", flux, "adu")
    tensor(root, "signal/wavelength", 4000 + np.arange(rows * samples, dtype=">f8").reshape(rows, samples), "Angstrom")
    tensor(root, "signal/uncertainty_raw", nothing, "adu")
    tensor(root, "continuum/continuum_model", nothing, "adu")
    tensor(root, "continuum/continuum_uncertainty", nothing, "adu")
    text(root, texts, "continuum/method", ["none"] * rows)
    text(root, texts, "metadata/spec_id", ["s%d" % i for i in range(rows)])
    text(root, texts, "metadata/source_type", ["observed"] * rows)
    text(root, texts, "metadata/flux_type", ["flux"] * rows)
    text(root, texts, "metadata/h0_object", ["V339 Del \u2014 \u00e9%d \U0001f31f" % i for i in range(rows)])
    snr = np.arange(rows, dtype="f8") + 0.25
    root.create_dataset("metadata/snr", data=snr, chunks=rows, compressor=codec, fill_value=0.0)
    root.create_dataset("metadata/night", data=np.arange(rows, dtype="u2"), chunks=rows, compressor=codec)
    root.create_dataset("metadata/good", data=np.arange(rows) % 2 == 0, chunks=rows, compressor=codec)
    root.require_group("params")


for kind in sys.argv[2:]:
    store(sys.argv[1], kind)
