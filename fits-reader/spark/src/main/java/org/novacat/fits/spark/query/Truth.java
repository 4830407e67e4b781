package org.novacat.fits.spark.query;

/** The truth values of SQL, and that a value is not known yet. */
enum Truth {
  TRUE,
  FALSE,
  NULL,
  UNKNOWN;

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    if (this == UNKNOWN || other == UNKNOWN) {
      return UNKNOWN;
    }
    return this == NULL || other == NULL ? NULL : TRUE;
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }

  Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case NULL -> NULL;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Whether no row can pass, whatever is still unknown. */
  boolean rejects() {
    return this == FALSE || this == NULL;
  }
}
