package org.novacat.jobs.votable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How columns of Modified Julian Dates count, as a VOTable says it (VOTable 1.4, TIMESYS).
 *
 * @param id by which columns name it
 * @param scale of the IVOA vocabulary timescale; UNKNOWN when it differs from row to row
 * @param place of the IVOA vocabulary refposition; UNKNOWN when it differs from row to row
 */
public record TimeSystem(String id, String scale, String place) implements CoordinateSystem {
  /** Times as their sources report them: scale and place differ from row to row. */
  public static final TimeSystem AS_REPORTED = new TimeSystem("reported", "UNKNOWN", "UNKNOWN");

  /** Times of arrival at the barycentre. */
  public static final TimeSystem BARYCENTRIC = new TimeSystem("bary", "TDB", "BARYCENTER");

  @Override
  public String element() {
    return "TIMESYS";
  }

  @Override
  public Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("timeorigin", "MJD-origin");
    attributes.put("timescale", scale);
    attributes.put("refposition", place);
    return attributes;
  }
}
