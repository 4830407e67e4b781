package org.novacat.transforms.photometry.band;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whose filters a file can mean, by the instrument and the telescope that it names.
 *
 * @param decisive whether either is known
 * @param contradictory whether both are known and nobody has both
 * @param providers those that are left; all when nothing is known
 */
record BandContext(boolean decisive, boolean contradictory, Set<String> providers) {
  static BandContext of(BandQuery query, Providers all) {
    Set<String> byInstrument = all.named(query.instrument());
    Set<String> byTelescope = all.named(query.telescope());
    if (byInstrument.isEmpty() || byTelescope.isEmpty()) {
      Set<String> known = byInstrument.isEmpty() ? byTelescope : byInstrument;
      return new BandContext(!known.isEmpty(), false, known);
    }
    Set<String> both = new LinkedHashSet<>(byInstrument);
    both.retainAll(byTelescope);
    return new BandContext(true, both.isEmpty(), both);
  }
}
