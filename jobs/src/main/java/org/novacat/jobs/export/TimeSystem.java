package org.novacat.jobs.export;

/**
 * How columns of Modified Julian Dates count, as a VOTable says it (VOTable 1.4, TIMESYS).
 *
 * @param id by which columns name it
 * @param scale of the IVOA vocabulary timescale; UNKNOWN when it differs from row to row
 * @param place of the IVOA vocabulary refposition; UNKNOWN when it differs from row to row
 */
public record TimeSystem(String id, String scale, String place) {
  String element() {
    return "\n<TIMESYS ID=\"%s\" timeorigin=\"MJD-origin\" timescale=\"%s\" refposition=\"%s\"/>"
        .formatted(id, scale, place);
  }
}
