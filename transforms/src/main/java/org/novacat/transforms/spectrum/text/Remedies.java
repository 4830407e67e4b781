package org.novacat.transforms.spectrum.text;

import java.util.Map;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;

/** Refusals that what somebody states beside a file would mend. */
final class Remedies {
  private Remedies() {}

  /**
   * A refusal that names what is to be stated, and how.
   *
   * @param why what is wrong with the file
   * @param missing the fact that mends it
   * @param example a value of it, for people
   */
  static TextRefusedException state(
      QuarantineReason reason,
      String detail,
      String fileName,
      String why,
      StatedFact missing,
      String example) {
    String remedy =
        "state %s, such as %s, in a sidecar that `novacat spectrum explain %s --write-sidecar` begins"
            .formatted(missing.key(), example, fileName);
    return new TextRefusedException(
        reason,
        detail,
        "Cannot read '%s': %s (%s)".formatted(fileName, why, remedy),
        Map.of("state", missing.key()));
  }
}
