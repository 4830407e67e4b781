package org.novacat.transforms.photometry.read.settings;

import java.util.Set;

/**
 * Headers that stand for bands where no registry is at hand; letters alone, so their case matters.
 */
final class CommonBands {
  static final Set<String> NAMES =
      Set.of(
          "U", "B", "V", "R", "I", "Rc", "RC", "Ic", "IC", "R_C", "I_C", "RJ", "IJ", "J", "H", "K",
          "Ks", "KS", "L", "M", "N", "u", "g", "r", "i", "z", "y", "u'", "g'", "r'", "i'", "z'",
          "W1", "W2", "W3", "W4", "UVW1", "UVW2", "UVM2", "BP", "RP", "G", "zg", "zr", "zi", "CV",
          "CR", "TG", "TB", "TR", "vis", "Vis.", "Visual");

  private CommonBands() {}
}
