package org.novacat.transforms.photometry.read.sidecar;

import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;

/** A sidecar says something that nobody can follow. */
public final class SidecarException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String remedy;

  /**
   * A mistake in a sidecar.
   *
   * @param what one sentence with the name and the value at fault
   * @param remedy what to write instead
   */
  public SidecarException(String what, String remedy) {
    super("%s (%s)".formatted(what, remedy));
    this.what = what;
    this.remedy = remedy;
  }

  /** Why the file beside it stays out. */
  public FileRefusal refusal() {
    return new FileRefusal(
        FileRefusalCode.SIDECAR_INVALID,
        what,
        "Mend it (%s) and register the file again".formatted(remedy));
  }
}
