package org.novacat.transforms.photometry.read.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;

/** What an archive sends when it means "log in" or "not found", saved under the name of a table. */
final class WebPage {
  private static final Pattern BEGIN = Pattern.compile("(?i)\\s*(<!doctype html|<html)[\\s>]");

  private WebPage() {}

  /** Never a table: refuses a web page, and leaves others to other formats. */
  static @Nullable RawTable open(TextUpload in) {
    if (BEGIN.matcher(in.head()).lookingAt()) {
      throw new UploadRefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          "Cannot read '%s': it is a web page".formatted(in.name()),
          "Open it to see what its sender had to say, and download the table again");
    }
    return null;
  }
}
