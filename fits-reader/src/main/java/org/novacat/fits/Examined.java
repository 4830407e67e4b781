package org.novacat.fits;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.ProfileRegistry.Candidate;
import org.novacat.fits.ProfileRegistry.Selection;
import org.novacat.fits.file.FitsFile;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/**
 * How far the reading of one file has come, kept so that a refusal at any depth can still tell the
 * header and the profile. Used by one thread, for one file.
 */
final class Examined {
  private static final ReadResult NOT_YET =
      new ReadResult.Rejected(
          Refusal.of(QuarantineReason.OTHER, "NOT_EXAMINED", "Not yet examined"), "", "", "");

  private @Nullable FitsFile file;
  private Selection selection = new Selection(List.of(), List.of());
  private ReadResult result = NOT_YET;

  void opened(FitsFile opened) {
    file = opened;
  }

  void selected(Selection made) {
    selection = made;
  }

  Examined with(ReadResult outcome) {
    result = outcome;
    return this;
  }

  ReadResult.Rejected rejected(Refusal refusal) {
    Candidate chosen = selection.chosen();
    return new ReadResult.Rejected(
        refusal,
        signature(),
        file == null ? "" : file.header().asText(),
        chosen == null ? "" : chosen.profile().id());
  }

  @Nullable FitsFile file() {
    return file;
  }

  Selection selection() {
    return selection;
  }

  String signature() {
    return file == null ? "" : HeaderSignature.of(file);
  }

  ReadResult result() {
    return result;
  }
}
