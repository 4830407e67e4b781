"""Opens exported photometry with astropy and prints what it finds, one line a column, for a test.

Arguments: files, each known by its ending. Doubles are printed bit by bit; what is masked, NaN or
empty is "none".
"""
import struct
import sys

import numpy
from astropy.table import Table

FORMATS = {"vot": "votable", "ecsv": "ascii.ecsv"}


def value(x):
    if x is numpy.ma.masked or str(x) == "" or x != x:
        return "none"
    if isinstance(x, (bool, numpy.bool_)):
        return "true" if x else "false"
    if isinstance(x, (float, numpy.floating)):
        return struct.pack(">d", x).hex()
    return str(x)


for path in sys.argv[1:]:
    ending = path.rsplit(".", 1)[1]
    table = Table.read(path, format=FORMATS[ending])
    for name in table.colnames:
        column = table[name]
        unit = "" if column.unit is None else column.unit.to_string("vounit")
        print(ending, name, unit, *[value(x).replace("\n", " ") for x in column], sep="|")
