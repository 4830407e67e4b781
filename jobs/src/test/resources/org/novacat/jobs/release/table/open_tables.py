"""Opens Parquet tables with astropy and prints what it finds, one line each, for a test.

Arguments: files. Says what is missing where astropy cannot read Parquet.
"""
import sys

from astropy.table import Table

try:
    import pandas
    import pyarrow.parquet
except ImportError as missing:
    print("no", missing.name)
    sys.exit()

for path in sys.argv[1:]:
    table = Table.read(path, format="parquet")
    print(path.rsplit("/", 1)[1], len(table), ",".join(table.colnames), sep="|")
    for name in ("wavelength", "n_spectra", "rows", "magnitude", "s_ra"):
        if name in table.colnames:
            value = table[name][0]
            print(name, list(value) if hasattr(value, "__len__") else value, sep="|")
