package org.novacat.layouts.unit;

/** A text is no unit; the message is one clause that says why. Never leaves the package. */
final class UnitSyntaxException extends Exception {
  UnitSyntaxException(String why) {
    super(why);
  }
}
