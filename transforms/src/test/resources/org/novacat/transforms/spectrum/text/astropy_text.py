"""Writes a spectrum in each text form of astropy, reads each back with astropy, and those that
specutils reads with specutils too, and prints what they read as JSON: the columns of each file."""

import json
import sys
import warnings

import numpy as np
from astropy import units as u
from astropy.table import Table

warnings.simplefilter("ignore")
folder = sys.argv[1]
n = 120
wavelength = 3800 + 2.37 * np.arange(n) + 1e-4 * np.arange(n) ** 2
flux = 1e-14 * (1 + 0.3 * np.sin(np.arange(n) / 7))
error = np.abs(flux) * 0.01
table = Table(
    {
        "wavelength": wavelength * u.AA,
        "flux": flux * u.Unit("erg / (s cm2 Angstrom)"),
        "error": error * u.Unit("erg / (s cm2 Angstrom)"),
    },
    meta={"OBJECT": "V1405 Cas"},
)
plain = Table({name: np.asarray(table[name]) for name in table.colnames})

ascii_forms = [
    "csv",
    "tab",
    "basic",
    "commented_header",
    "fixed_width",
    "fixed_width_two_line",
    "rst",
    "rdb",
    "no_header",
    "ipac",
    "ecsv",
]
said = {}
for form in ascii_forms:
    name = f"{form}.txt"
    source = table if form in ("ipac", "ecsv") else plain
    source.write(f"{folder}/{name}", format=f"ascii.{form}", overwrite=True)
    back = Table.read(f"{folder}/{name}", format=f"ascii.{form}")
    said[name] = [[float(x) for x in back[column]] for column in back.colnames]
for form in ("tabledata", "binary", "binary2"):
    name = f"{form}.vot"
    table.write(f"{folder}/{name}", format="votable", tabledata_format=form, overwrite=True)
    back = Table.read(f"{folder}/{name}", format="votable")
    said[name] = [[float(x) for x in back[column]] for column in back.colnames]
try:
    from specutils import Spectrum1D
except ImportError as absent:  # specutils is not everywhere
    print(f"without specutils: {absent}", file=sys.stderr)
else:
    for form in ("ecsv", "ipac"):
        read = Spectrum1D.read(f"{folder}/{form}.txt", format=form.upper())
        said[f"specutils {form}.txt"] = [
            [float(x) for x in read.spectral_axis.to_value(u.AA)],
            [float(x) for x in read.flux.value],
            [float(x) for x in read.uncertainty.array],
        ]
print(json.dumps(said))
