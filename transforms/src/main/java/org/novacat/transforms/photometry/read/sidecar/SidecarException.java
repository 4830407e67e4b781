package org.novacat.transforms.photometry.read.sidecar;

import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;

/** A sidecar says something that nobody can follow. */
public final class SidecarException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** How a mistake begins where the text was read, which has no name there. */
  static final String UNNAMED = "Cannot read sidecar:";

  private final String name;
  private final String what;
  private final String remedy;

  /**
   * A sidecar that cannot be used as a whole.
   *
   * @param what one sentence with what is at fault
   * @param remedy what to write instead
   */
  public SidecarException(String what, String remedy) {
    this("", what, remedy);
  }

  /**
   * A mistake in a sidecar.
   *
   * @param name of the member that is at fault; "" for the sidecar as a whole
   * @param what one sentence with the name and the value at fault
   * @param remedy what to write instead
   */
  SidecarException(String name, String what, String remedy) {
    super("%s (%s)".formatted(what, remedy));
    this.name = name;
    this.what = what;
    this.remedy = remedy;
  }

  /** The member that is at fault; "" for the sidecar as a whole. */
  public String name() {
    return name;
  }

  /**
   * Why the file beside it stays out.
   *
   * @param file name of the sidecar, for people
   */
  public FileRefusal refusal(String file) {
    return new FileRefusal(
        FileRefusalCode.SIDECAR_INVALID,
        what.startsWith(UNNAMED)
            ? "Cannot read sidecar '%s':%s".formatted(file, what.substring(UNNAMED.length()))
            : what,
        "Mend it (%s) and register the file again".formatted(remedy));
  }
}
