package org.novacat.jobs.votable;

import java.util.Map;

/**
 * What positions on the sky are given in, as a VOTable says it (VOTable 1.4, COOSYS).
 *
 * @param id by which columns name it
 * @param system of the IVOA vocabulary refframe
 */
public record SkySystem(String id, String system) implements CoordinateSystem {
  /** The ICRS, which has no equinox; an epoch is that of a catalogue, and a nova has none. */
  public static final SkySystem ICRS = new SkySystem("icrs", "ICRS");

  @Override
  public String element() {
    return "COOSYS";
  }

  @Override
  public Map<String, String> attributes() {
    return Map.of("system", system);
  }
}
