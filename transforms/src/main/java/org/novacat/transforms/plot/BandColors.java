package org.novacat.transforms.plot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Colors of groups of bands: the common ones have theirs in every picture, the others get what is
 * left, from blue to red.
 */
record BandColors(Map<String, Integer> colors) {
  private static final Map<String, Integer> USUAL =
      Map.ofEntries(
          Map.entry("Generic_U", 0x7b52ab),
          Map.entry("Generic_B", Colors.BLUE),
          Map.entry("Generic_V", 0x009e73),
          Map.entry("AAVSO_Vis", 0x9aa0a6),
          Map.entry("Generic_Rc", 0xd55e00),
          Map.entry("Generic_R", 0xe07b39),
          Map.entry("Generic_Ic", 0x8c2d04),
          Map.entry("Generic_I", 0xa65628));

  private static final int[] OTHERS = {
    0xcc79a7,
    Colors.SKY,
    0xe69f00,
    0x332288,
    0xaa4499,
    0x999933,
    0x882255,
    0x44aa99,
    0x666666,
    0x117733
  };

  static BandColors of(List<LightCurves.Group> groups) {
    Map<String, Integer> colors = new HashMap<>();
    int next = 0;
    for (LightCurves.Group group : groups) {
      Integer usual = USUAL.get(group.id());
      colors.put(group.id(), usual == null ? OTHERS[next++ % OTHERS.length] : usual);
    }
    return new BandColors(Map.copyOf(colors));
  }

  int of(LightCurves.Group group) {
    return colors.getOrDefault(group.id(), Colors.FRAME);
  }
}
