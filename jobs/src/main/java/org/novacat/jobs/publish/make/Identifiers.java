package org.novacat.jobs.publish.make;

import org.novacat.layouts.id.DataProductId;

/** IVOA identifiers of what is published. */
public final class Identifiers {
  /** Of the archive; its authority is to be claimed by whoever publishes. */
  public static final String ARCHIVE = "ivo://novacat/release";

  private Identifiers() {}

  /** Of a product, the same in all releases. */
  public static String did(DataProductId product) {
    return "ivo://novacat/product?" + product;
  }
}
