package org.novacat.transforms.photometry.read.settings;

import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;

/** Ends the reading of a file somewhere inside; the reader turns it into a value at its edge. */
public final class UploadRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient FileRefusal refusal;

  /** Refuses the file that is being read. */
  public UploadRefusedException(FileRefusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  public UploadRefusedException(FileRefusalCode code, String message, String remedy) {
    this(new FileRefusal(code, message, remedy));
  }

  /** The refusal of a file of which nobody knows how to read it, or which is broken. */
  public static UploadRefusedException unrecognized(String name, String why, String remedy) {
    return new UploadRefusedException(
        FileRefusalCode.UNRECOGNIZED_FORMAT, "Cannot read '%s': %s".formatted(name, why), remedy);
  }

  public FileRefusal refusal() {
    return refusal;
  }
}
