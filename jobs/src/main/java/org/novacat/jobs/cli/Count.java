package org.novacat.jobs.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things: whole, and at least one. */
public final class Count implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    if (!text.matches("0*[1-9][0-9]{0,17}")) {
      throw new TypeConversionException("it is no whole number from 1 on");
    }
    return Long.valueOf(text);
  }
}
