package org.novacat.transforms.photometry.read;

import org.novacat.transforms.photometry.text.SourceText;

/**
 * An upload that is text, and what reading it depends on.
 *
 * @param held counts what it takes
 */
record Input(Upload upload, SourceText text, ReadSettings settings, Held held) {
  /** Its first bytes as text. */
  String head() {
    return text.head(8192);
  }

  /** File name. */
  String name() {
    return upload.name();
  }
}
