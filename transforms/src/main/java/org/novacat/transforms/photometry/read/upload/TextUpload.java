package org.novacat.transforms.photometry.read.upload;

import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.text.SourceText;

/**
 * An upload that is text, and what reading it depends on.
 *
 * @param held counts what it takes
 */
public record TextUpload(Upload upload, SourceText text, ReadSettings settings, Held held) {
  /** Its first bytes as text. */
  public String head() {
    return text.head(8192);
  }

  /** File name. */
  public String name() {
    return upload.name();
  }
}
