package org.novacat.jobs.bundle;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.Version;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.credit.document.BundleFacts;
import org.novacat.jobs.credit.document.CreditDocuments;
import org.novacat.jobs.photometry.outgoing.PublicPhotometry;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.store.Archive;

/**
 * All files of a bundle, of known lengths and hashes. Equal plans give equal ones. Until it is
 * closed they can be read, again and again.
 *
 * @param photometry what everybody may see of it; null for none
 */
record BundleContents(List<BundleEntry> entries, @Nullable PublicPhotometry photometry)
    implements AutoCloseable {
  BundleContents {
    entries = List.copyOf(entries);
  }

  /**
   * Finds them out. Every object that is made into something else is read for it.
   *
   * @throws org.novacat.persistence.store.UnusableObject when one is not what its item says
   * @throws org.novacat.jobs.photometry.outgoing.RowsNotKept as {@link PublicPhotometry#of}
   */
  static BundleContents of(Archive archive, PlannedBundle planned) {
    NovaContent nova = planned.content();
    PublicPhotometry photometry = PublicPhotometry.of(archive, nova);
    try {
      return new BundleContents(entries(archive, planned, photometry), photometry);
    } catch (RuntimeException | Error e) {
      if (photometry != null) {
        photometry.close();
      }
      throw e;
    }
  }

  private static List<BundleEntry> entries(
      Archive archive, PlannedBundle planned, @Nullable PublicPhotometry photometry) {
    NovaContent nova = planned.content();
    EntryList entries = new EntryList(archive);
    if (nova.spectra().isEmpty() && photometry == null) {
      byte[] readme = EmptyReadme.of(nova);
      entries.description(
          CreditDocuments.README, readme, CreditDocuments.mediaType(CreditDocuments.README));
      return entries.sorted();
    }
    LocalDate fetched = addSpectra(nova, entries);
    PhotometryContent of = nova.photometry();
    if (photometry != null && of != null) {
      PhotometryEntries.add(entries, nova, of, photometry);
    }
    describe(entries, planned, photometry, day(nova, photometry, fetched));
    return entries.sorted();
  }

  private static @Nullable LocalDate addSpectra(NovaContent nova, EntryList entries) {
    Set<DataProductId> out = nova.spectra().stream().map(SpectrumContent::id).collect(toSet());
    SpectrumEntries spectra = new SpectrumEntries(nova, out, entries);
    nova.spectra().forEach(spectra::add);
    return spectra.fetched();
  }

  private static void describe(
      EntryList entries,
      PlannedBundle planned,
      @Nullable PublicPhotometry photometry,
      LocalDate day) {
    NovaContent nova = planned.content();
    BundleFacts facts =
        new BundleFacts(
            subject(nova),
            new BundleFacts.Edition(
                BundleForm.buildId(planned.fingerprint()),
                BundleForm.VERSION,
                "novacat " + Version.current(),
                day,
                BundleFacts.PUBLISHER,
                ""),
            entries.files(),
            nova.leftOut(),
            nova.notPublic(),
            photometry == null ? 0 : photometry.rows());
    CreditDocuments.of(facts)
        .forEach(
            (name, bytes) -> entries.description(name, bytes, CreditDocuments.mediaType(name)));
  }

  private static BundleFacts.Subject subject(NovaContent nova) {
    return new BundleFacts.Subject(
        nova.id(),
        nova.primaryName(),
        nova.aliases(),
        nova.raDeg(),
        nova.decDeg(),
        nova.absorbed());
  }

  /** Of the newest observation; where none has a time, the one on which a file was fetched last. */
  private static LocalDate day(
      NovaContent nova, @Nullable PublicPhotometry photometry, @Nullable LocalDate fetched) {
    double newest =
        nova.spectra().stream()
            .map(spectrum -> spectrum.summary().observationMjd())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    Double last = photometry == null ? null : photometry.latestMjd();
    double mjd = last == null ? newest : Math.max(newest, last);
    if (Double.isFinite(mjd)) {
      return BundleFacts.dayOf(mjd);
    }
    return fetched == null ? LocalDate.EPOCH : fetched;
  }

  /** How many rows of photometry are not in it, because not everybody may see them. */
  long rowsLeftOut(NovaContent nova) {
    PhotometryContent of = nova.photometry();
    return photometry == null ? of == null ? 0 : of.rows() : photometry.leftOut();
  }

  @Override
  public void close() {
    if (photometry != null) {
      photometry.close();
    }
  }
}
