package org.novacat.fits;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;

/** What became of one file: its spectra, or why there are none. */
public sealed interface ReadResult permits ReadResult.Read, ReadResult.Rejected {
  /**
   * The spectra of a file.
   *
   * @param profile the convention, {@code id@version}
   * @param selectionInputs the cards and columns that decided for the profile, name to value,
   *     sorted by name
   * @param observation how the file was taken
   * @param spectra at least one, in the file's order
   * @param notes assumptions and repairs, one sentence each
   * @param headerSignature 64 hexadecimal digits, see {@link HeaderSignature}
   */
  record Read(
      String profile,
      Map<String, String> selectionInputs,
      Observation observation,
      List<SourceSpectrum> spectra,
      List<String> notes,
      String headerSignature)
      implements ReadResult {
    public Read {
      requireNonNull(profile, "profile is null");
      requireNonNull(observation, "observation is null");
      requireNonNull(headerSignature, "headerSignature is null");
      selectionInputs = Collections.unmodifiableMap(new TreeMap<>(selectionInputs));
      spectra = List.copyOf(spectra);
      notes = List.copyOf(notes);
      if (spectra.isEmpty()) {
        throw new IllegalArgumentException("Cannot build read result: it has no spectrum");
      }
    }
  }

  /**
   * A file without usable spectra.
   *
   * @param refusal why
   * @param headerSignature "" when the bytes have no readable header
   * @param headerText the primary header, a card on each line; "" when there is none
   * @param profile the convention that recognised the file and refused it; "" when none did
   */
  record Rejected(Refusal refusal, String headerSignature, String headerText, String profile)
      implements ReadResult {
    public Rejected {
      requireNonNull(refusal, "refusal is null");
      requireNonNull(headerSignature, "headerSignature is null");
      requireNonNull(headerText, "headerText is null");
      requireNonNull(profile, "profile is null");
    }
  }

  /** Calls the one function that fits. */
  default <T> T match(Function<Read, T> onRead, Function<Rejected, T> onRejected) {
    return this instanceof Read it ? onRead.apply(it) : onRejected.apply((Rejected) this);
  }
}
