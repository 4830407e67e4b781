package org.novacat.jobs.register.fetch;

import java.io.IOException;

/** An archive asks for more than it may, told through a library that knows {@code IOException}. */
final class InflatedTooFar extends IOException {
  private static final long serialVersionUID = 1L;

  InflatedTooFar(String message) {
    super(message);
  }
}
