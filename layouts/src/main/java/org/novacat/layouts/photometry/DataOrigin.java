package org.novacat.layouts.photometry;

import java.util.Locale;

/** By which way measurements came. The order is that of trust: the first wins a duplicate. */
public enum DataOrigin {
  LITERATURE,
  OPERATOR_UPLOAD,
  DONOR_SUBMISSION;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As the table writes it, e.g. {@code operator_upload}. */
  public String code() {
    return code;
  }
}
