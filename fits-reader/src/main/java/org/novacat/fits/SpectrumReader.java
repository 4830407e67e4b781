package org.novacat.fits;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.ProfileRegistry.Candidate;
import org.novacat.fits.ProfileRegistry.Selection;
import org.novacat.fits.account.FitsAccount;
import org.novacat.fits.account.FitsTrust;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.HduTimes;
import org.novacat.fits.profile.HeaderDoubts;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.UnexplainedAxis;
import org.novacat.fits.stated.StatedReading;
import org.novacat.fits.tile.TileCompression;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.axis.AxisReview;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.StatedFacts;

/**
 * Reads the spectra of FITS files that are in memory. Immutable and safe to share between threads;
 * it opens nothing and writes nothing.
 *
 * <p>This is the file boundary: whatever bytes it is given, it answers with a {@link ReadResult}.
 * Faults of the decoder, and memory or stack that one file exhausts, become refusals of that file.
 */
public final class SpectrumReader {
  private final ProfileRegistry profiles;
  private final ReadLimits limits;

  /** A reader with these profiles and limits. */
  public SpectrumReader(ProfileRegistry profiles, ReadLimits limits) {
    this.profiles = requireNonNull(profiles, "profiles is null");
    this.limits = requireNonNull(limits, "limits is null");
  }

  /** A reader with all built-in profiles and the default limits. */
  public static SpectrumReader standard() {
    return new SpectrumReader(ProfileRegistry.standard(), ReadLimits.DEFAULT);
  }

  /**
   * Reads a file.
   *
   * @param fileName its name, folders allowed; some conventions say something by it
   * @param bytes its content, gzip allowed; not changed, and not kept beyond the call
   * @return the spectra as the file holds them, or the refusal; never null, nothing is thrown for
   *     what the bytes are
   */
  public ReadResult read(String fileName, byte[] bytes) {
    return read(fileName, bytes, StatedFacts.NONE);
  }

  /**
   * The same with what somebody states of the file beside it, which gives what the file leaves out.
   */
  public ReadResult read(String fileName, byte[] bytes, StatedFacts stated) {
    return examine(fileName, bytes, stated).result;
  }

  /**
   * The same, for a caller that tries a file once more when memory or stack did not suffice, which
   * beside other files is no verdict on this one.
   *
   * @throws OutOfMemoryError when its arrays do not fit into what is left of the heap
   * @throws StackOverflowError when it nests deeper than the stack of the calling thread
   */
  public ReadResult readOrThrowErrors(String fileName, byte[] bytes, StatedFacts stated) {
    Examined examined = new Examined(stated);
    return guarded(fileName, bytes, examined).result;
  }

  /**
   * Reads a file and says how: its HDUs, the verdict of every profile, and where each fact of the
   * result came from. As safe as {@link #read}.
   */
  public Explanation explain(String fileName, byte[] bytes) {
    return explain(fileName, bytes, StatedFacts.NONE);
  }

  /** The same with what somebody states of the file beside it. */
  public Explanation explain(String fileName, byte[] bytes, StatedFacts stated) {
    Examined examined = examine(fileName, bytes, stated);
    return Explanation.of(nameOf(fileName), examined.file, examined.selection, examined.result);
  }

  /** The primary header of a file, a card on each line; "" when the bytes have no readable one. */
  public String headerText(byte[] bytes) {
    try {
      return FitsFile.open(bytes, limits).header().asText();
    } catch (RefusedException e) {
      return "";
    }
  }

  private Examined examine(String fileName, byte[] bytes, StatedFacts stated) {
    Examined examined = new Examined(stated);
    Refusal refusal;
    try {
      return guarded(fileName, bytes, examined);
    } catch (OutOfMemoryError e) {
      refusal = limit("OUT_OF_MEMORY", "Cannot read file: its arrays do not fit into memory");
    } catch (StackOverflowError e) {
      refusal = limit("STACK_OVERFLOW", "Cannot read file: it nests too deep");
    }
    return examined.with(examined.rejected(refusal));
  }

  /** Errors go through. */
  private Examined guarded(String fileName, byte[] bytes, Examined examined) {
    Refusal refusal;
    try {
      return examined.with(readUnguarded(nameOf(fileName), bytes, examined));
    } catch (RefusedException e) {
      refusal = e.refusal();
    } catch (RuntimeException e) {
      refusal = fault(e);
    }
    return examined.with(examined.rejected(refusal));
  }

  private ReadResult readUnguarded(String name, byte[] bytes, Examined examined) {
    FitsFile stored = FitsFile.open(bytes, limits);
    examined.file = stored;
    FitsFile file = TileCompression.expand(stored.verified(), limits);
    examined.file = file;
    Input input = new Input(name, file, limits);
    Selection selection = profiles.select(input);
    examined.selection = selection;
    Candidate chosen = selection.chosen();
    if (chosen == null) {
      return examined.rejected(undecided(selection, input));
    }
    return read(chosen, input, examined);
  }

  private static ReadResult read(Candidate chosen, Input input, Examined examined) {
    FitsFile file = requireNonNull(examined.file, "no file is open");
    file.hdus().forEach(hdu -> hdu.header().watch());
    Reading plain = chosen.match().reading().get();
    Reading settled =
        new Reading(HduTimes.settled(input, plain), plain.spectra(), plain.notes(), plain.used());
    StatedReading told = StatedReading.of(settled, examined.stated);
    Reading reading = told.reading();
    AxisReview review = reviewed(reading);
    Observation observation = reading.observation();
    List<Piece> account =
        new ArrayList<>(FitsAccount.of(input, reading.used(), chosen.match().inputs().keySet()));
    account.addAll(told.pieces());
    return new ReadResult.Read(
        chosen.profile().id(),
        chosen.match().inputs(),
        observation,
        review.sound(),
        review.refused(),
        Stream.of(
                reading.notes(),
                review.notes(),
                HeaderDoubts.of(input, reading.spectra()),
                FitsAccount.notes(account))
            .flatMap(List::stream)
            .distinct()
            .toList(),
        account,
        FitsTrust.of(input, observation, review.sound(), reading.used(), examined.stated),
        examined.signature());
  }

  private static AxisReview reviewed(Reading reading) {
    if (reading.spectra().stream().allMatch(spectrum -> spectrum.length() == 0)) {
      throw RefusedException.notASpectrum(
          "NO_SPECTRA", "Cannot read spectra: the file follows a convention and holds none");
    }
    AxisReview review = AxisReview.of(reading.spectra());
    if (review.sound().isEmpty()) {
      throw new RefusedException(review.refused().get(0).refusal());
    }
    return review;
  }

  private static Refusal undecided(Selection selection, Input input) {
    if (selection.winners().isEmpty()) {
      return UnexplainedAxis.of(input)
          .orElse(
              Refusal.of(
                  QuarantineReason.UNKNOWN_PROFILE,
                  "NO_PROFILE",
                  "Cannot read spectra: the file follows no convention that is known (see `novacat"
                      + " fits explain`)"));
    }
    String ids =
        selection.winners().stream().map(c -> c.profile().id()).collect(Collectors.joining(", "));
    return new Refusal(
        QuarantineReason.UNKNOWN_PROFILE,
        "AMBIGUOUS_PROFILE",
        "Cannot read spectra: the profiles %s claim the file with equal right".formatted(ids),
        Map.of("profiles", ids));
  }

  private static Refusal limit(String detail, String message) {
    return Refusal.of(QuarantineReason.LIMIT_EXCEEDED, detail, message);
  }

  private static Refusal fault(RuntimeException e) {
    return new Refusal(
        QuarantineReason.OTHER,
        "READER_FAULT",
        "Cannot read file: the decoder failed with %s".formatted(e),
        Map.of("exception", e.getClass().getName(), "at", firstFrame(e)));
  }

  private static String firstFrame(RuntimeException e) {
    StackTraceElement[] frames = e.getStackTrace();
    return frames.length == 0 ? "" : frames[0].toString();
  }

  private static String nameOf(String fileName) {
    return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  }

  /**
   * How far the reading of one file has come, kept so that a refusal at any depth can still tell
   * the header and the profile. Used by one thread, for one file.
   */
  private static final class Examined {
    private static final ReadResult NOT_YET =
        new ReadResult.Rejected(
            Refusal.of(QuarantineReason.OTHER, "NOT_EXAMINED", "Not yet examined"), "", "", "");

    private final StatedFacts stated;
    private @Nullable FitsFile file;
    private Selection selection = new Selection(List.of(), List.of());
    private ReadResult result = NOT_YET;

    Examined(StatedFacts stated) {
      this.stated = stated;
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

    String signature() {
      return file == null ? "" : HeaderSignature.of(file);
    }
  }
}
