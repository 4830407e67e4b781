package org.novacat.transforms.spectrum.text.source;

import java.util.Map;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/** Ends the reading of a file that holds no usable spectrum; nobody outside the reader sees it. */
public final class TextRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  /** Refuses the file that is being read. */
  public TextRefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  public TextRefusedException(QuarantineReason reason, String detail, String message) {
    this(Refusal.of(reason, detail, message));
  }

  public TextRefusedException(
      QuarantineReason reason, String detail, String message, Map<String, String> facts) {
    this(new Refusal(reason, detail, message, facts));
  }

  public Refusal refusal() {
    return refusal;
  }
}
