package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.novacat.layouts.account.Piece;

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
   * @param refused orders beside them that hold no usable spectrum, in the file's order
   * @param notes assumptions and repairs, one sentence each; those of the observation among them
   * @param account what became of each piece of the file
   * @param trust how sure it is of what it says; of several spectra the least sure
   * @param headerSignature 64 hexadecimal digits, equal for files of the same make
   */
  record Read(
      String profile,
      Map<String, String> selectionInputs,
      Observation observation,
      List<SourceSpectrum> spectra,
      List<RefusedOrder> refused,
      List<String> notes,
      List<Piece> account,
      SpectrumTrust trust,
      String headerSignature)
      implements ReadResult {
    public Read {
      requireNonNull(profile, "profile is null");
      requireNonNull(observation, "observation is null");
      requireNonNull(trust, "trust is null");
      requireNonNull(headerSignature, "headerSignature is null");
      selectionInputs = Collections.unmodifiableMap(new TreeMap<>(selectionInputs));
      spectra = List.copyOf(spectra);
      refused = List.copyOf(refused);
      notes = Stream.concat(notes.stream(), observation.notes().stream()).distinct().toList();
      account = List.copyOf(account);
      if (spectra.isEmpty()) {
        throw new IllegalArgumentException("Cannot build read result: it has no spectrum");
      }
    }
  }

  /**
   * An order of a file that has usable ones.
   *
   * @param hdu index of the HDU that holds its flux, from 0; 0 where a file has no HDUs
   * @param order the file's own number, see {@link SourceSpectrum#order}
   * @param samples how many samples it has
   * @param refusal what is wrong with it
   */
  record RefusedOrder(int hdu, int order, int samples, Refusal refusal) {
    public RefusedOrder {
      requireNonNull(refusal, "refusal is null");
    }

    /** One sentence for people. */
    public String note() {
      return "Order %s is dropped, %s: %s.".formatted(order, refusal.detail(), refusal.message());
    }
  }

  /**
   * A file without usable spectra.
   *
   * @param refusal why
   * @param headerSignature "" when the bytes have no readable header
   * @param headerText the primary header, a card or line of it on each line; "" when there is none
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
