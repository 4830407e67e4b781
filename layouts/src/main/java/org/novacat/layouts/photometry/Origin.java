package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

/**
 * Where a measurement comes from, each as the file or its sidecar says it; "" when it does not.
 *
 * @param bibcode of 19 characters
 * @param doi without a resolver's address
 * @param dataUrl where the file was published
 * @param catalog the catalogue it is part of
 * @param tableRef the table of that
 * @param telescope telescope
 * @param instrument instrument
 * @param observer observer, or the code of one
 */
public record Origin(
    String bibcode,
    String doi,
    String dataUrl,
    String catalog,
    String tableRef,
    String telescope,
    String instrument,
    String observer) {
  /** Nothing is known. */
  public static final Origin UNKNOWN = new Origin("", "", "", "", "", "", "", "");

  public Origin {
    requireNonNull(bibcode, "bibcode is null");
    requireNonNull(doi, "doi is null");
    requireNonNull(dataUrl, "dataUrl is null");
    requireNonNull(catalog, "catalog is null");
    requireNonNull(tableRef, "tableRef is null");
    requireNonNull(telescope, "telescope is null");
    requireNonNull(instrument, "instrument is null");
    requireNonNull(observer, "observer is null");
  }
}
