"""Opens exported tables with astropy and prints what it finds, one line each, for a test.

Arguments: files, each known by its ending. Doubles are printed bit by bit; all NaN are one.
"""
import struct
import sys
import warnings

from astropy.io import fits
from astropy.table import Table

FORMATS = {"fits": "fits", "vot": "votable", "ecsv": "ascii.ecsv", "csv": "ascii.csv"}


def value(x):
    if x.dtype.kind != "f":
        return str(int(x))
    bits = struct.pack(">d", x) if x == x else b"\x7f\xf8" + bytes(6)
    return bits.hex()


def show(path):
    ending = path.rsplit(".", 1)[1]
    if ending == "fits":
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a checksum that does not fit is a warning
            with fits.open(path, checksum=True) as hdus:
                hdus.verify("exception")
                print("fits", "meta", hdus[1].header["OBJECT"], hdus[1].header["DEC"], sep="|")
    table = Table.read(path, format=FORMATS[ending])
    if ending == "ecsv":
        print("ecsv", "meta", table.meta["OBJECT"], table.meta["DEC"], sep="|")
    for name in table.colnames:
        column = table[name]
        unit = "" if column.unit is None else column.unit.to_string("vounit")
        print(ending, name, unit, *[value(x) for x in column], sep="|")


def spectrum(path):
    try:
        from specutils import Spectrum1D
    except Exception as reason:  # also a broken library that it needs: as good as absent
        print("no specutils:", reason, file=sys.stderr)
        return
    read = Spectrum1D.read(path, format="tabular-fits")
    print("specutils", "flux", read.flux.unit.to_string("vounit"), *map(value, read.flux.value), sep="|")
    print("specutils", "uncertainty", "", *map(value, read.uncertainty.array), sep="|")


for argument in sys.argv[1:]:
    show(argument)
    if argument.endswith(".fits"):
        spectrum(argument)
