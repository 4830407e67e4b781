"""Opens each file named on a line of standard input; prints those that are not sound FITS."""
import sys
import warnings

from astropy.io import fits

warnings.simplefilter("error")
for name in sys.stdin.read().splitlines():
    try:
        with fits.open(name) as hdus:
            hdus.verify("exception")
            for hdu in hdus:
                hdu.data
    except Exception as fault:
        print(f"{name}: {type(fault).__name__} {fault}")
