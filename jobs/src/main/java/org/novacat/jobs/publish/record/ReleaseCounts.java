package org.novacat.jobs.publish.record;

import java.util.Collection;

/** How much a release shows. */
public record ReleaseCounts(long novae, long spectra, long rows) {
  /** Of all units of a release. */
  public static ReleaseCounts of(Collection<ReleaseUnit> units) {
    long novae = units.stream().filter(ReleaseUnit::isNova).count();
    long spectra = 0;
    long rows = 0;
    for (ReleaseUnit unit : units) {
      for (ReleasedProduct product : unit.products()) {
        spectra += product.isSpectrum() ? 1 : 0;
        rows += product.isSpectrum() ? 0 : product.rows();
      }
    }
    return new ReleaseCounts(novae, spectra, rows);
  }
}
