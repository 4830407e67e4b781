package org.novacat.jobs.credit.document;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.LeftOut;
import org.novacat.layouts.id.NovaId;

/**
 * What the files of credit say of a bundle.
 *
 * @param files all but those that {@link CreditDocuments} makes; kept by name
 * @param leftOut spectra that are not in it
 * @param notPublic how many spectra and uploads are for nobody else to see
 * @param photometryRows of the table in it; 0 for none
 */
public record BundleFacts(
    Subject nova,
    Edition edition,
    List<BundleFile> files,
    List<LeftOut> leftOut,
    int notPublic,
    long photometryRows)
    implements Serializable {
  /** Who publishes when nobody else is named. */
  public static final String PUBLISHER = "novacat";

  private static final LocalDate MJD_ZERO = LocalDate.of(1858, 11, 17);

  /**
   * The nova.
   *
   * @param raDeg right ascension, ICRS, degrees; null when not known, as {@code decDeg}
   * @param absorbed novae that turned out to be this one
   */
  public record Subject(
      NovaId id,
      String name,
      List<String> aliases,
      @Nullable Double raDeg,
      @Nullable Double decDeg,
      List<NovaId> absorbed)
      implements Serializable {
    public Subject {
      requireNonNull(id, "id is null");
      requireNonNull(name, "name is null");
      aliases = List.copyOf(aliases);
      absorbed = List.copyOf(absorbed);
    }
  }

  /**
   * Which bundle of the nova it is.
   *
   * @param buildId made from its content
   * @param form version of its layout
   * @param software that made it, with its version
   * @param date of the newest observation, or another that no clock made, by which it is cited
   * @param publisher not blank
   * @param doi that was minted for it, without a resolver's address; "" for none yet
   */
  public record Edition(
      String buildId, String form, String software, LocalDate date, String publisher, String doi)
      implements Serializable {
    public Edition {
      requireNonNull(buildId, "buildId is null");
      requireNonNull(form, "form is null");
      requireNonNull(software, "software is null");
      requireNonNull(date, "date is null");
      requireNonNull(doi, "doi is null");
      if (publisher.isBlank()) {
        throw new IllegalArgumentException(
            "Cannot describe bundle '%s': no publisher is named (say '%s')"
                .formatted(buildId, PUBLISHER));
      }
    }
  }

  public BundleFacts {
    requireNonNull(nova, "nova is null");
    requireNonNull(edition, "edition is null");
    files = files.stream().sorted(Comparator.comparing(BundleFile::name)).toList();
    leftOut = leftOut.stream().sorted(Comparator.comparing(LeftOut::id)).toList();
  }

  /** The day of a Modified Julian Date. */
  public static LocalDate dayOf(double mjd) {
    return MJD_ZERO.plusDays((long) Math.floor(mjd));
  }

  /** How many spectra have files in it. */
  public long spectra() {
    return files.stream().map(BundleFile::spectrum).filter(Objects::nonNull).distinct().count();
  }

  /** Bytes of all files. */
  long bytes() {
    return files.stream().mapToLong(BundleFile::bytes).sum();
  }

  /** What it is called; the name of a nova may be any text. */
  String title() {
    return Texts.line(nova.name()) + ": spectra and photometry of a nova";
  }

  /** What is in it, one sentence. */
  String summary() {
    return "%s and %s of the nova %s, as observed and as normalised, with their provenance."
        .formatted(
            spectra() == 1 ? "1 spectrum" : spectra() + " spectra",
            photometryRows == 1 ? "1 row of photometry" : photometryRows + " rows of photometry",
            Texts.line(nova.name()));
  }
}
