package org.novacat.transforms.composite;

import java.util.List;

/**
 * What came of joining spectra: each is in one composite or left out.
 *
 * @param composites by setting, then time, then wavelength
 * @param leftOut by id
 */
public record Composition(List<Composite> composites, List<LeftOut> leftOut) {
  public Composition {
    composites = List.copyOf(composites);
    leftOut = List.copyOf(leftOut);
  }
}
