package org.novacat.jobs.publish.record;

import java.util.Collection;
import org.novacat.persistence.release.Release;

/** How much a release shows. */
public record ReleaseCounts(long novae, long spectra, long rows) {
  /** Of a release, as its item says it, which is there also where the list of its units is lost. */
  public static ReleaseCounts of(Release release) {
    return new ReleaseCounts(release.novae(), release.spectra(), release.rows());
  }

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
