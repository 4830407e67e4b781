package org.novacat.jobs.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.bundle.EntryList.About;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PublicDocument;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Credits;
import org.novacat.jobs.credit.document.BundleFile;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.spectrum.ExportFormat;
import org.novacat.jobs.spectrum.SpectrumExport;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Pointer;

/** The files of the spectra of a bundle. */
final class SpectrumEntries {
  /** No spectrum or document of one is taken into memory that has more bytes. */
  private static final long LARGEST = 1L << 30;

  private final NovaContent nova;
  private final EntryList entries;
  private final Set<DataProductId> out;
  private @Nullable LocalDate fetched;

  /**
   * The spectra of a nova.
   *
   * @param out ids of all of them
   */
  SpectrumEntries(NovaContent nova, Set<DataProductId> out, EntryList entries) {
    this.nova = nova;
    this.entries = entries;
    this.out = out;
  }

  /** Adds the files of one. */
  void add(SpectrumContent spectrum) {
    byte[] metadata = entries.read(spectrum.metadata(), LARGEST);
    byte[] source = entries.read(spectrum.source(), LARGEST);
    noteFetched(source);
    Credit credit =
        Credits.of(spectrum.provider(), spectrum.rights(), Credits.headerFacts(metadata));
    About about = new About("spectrum", List.of(credit), spectrum.id());
    String name = spectrum.name();
    String raw = "raw/%s.%s".formatted(name, NovaCatKeys.endingOfPrimary(spectrum.raw().key()));
    entries.stored(raw, about.as(BundleFile.RAW), spectrum.raw());
    entries.stored("spectra/" + name + ".parquet", about, spectrum.spectrum());
    entries.made(
        "spectra/" + name + ".ecsv", about, ecsv(spectrum, metadata), () -> ecsv(spectrum));
    document("metadata/" + name + ".json", about.as("metadata"), spectrum.metadata(), metadata);
    document("provenance/" + name + ".json", about.as("provenance"), spectrum.source(), source);
    entries.stored("plots/" + name + ".png", about.as("preview"), spectrum.preview());
  }

  private void document(String name, About about, Pointer stored, byte[] bytes) {
    entries.document(
        name,
        about,
        stored,
        PublicDocument.of(bytes, out),
        () -> PublicDocument.of(entries.read(stored, LARGEST), out));
  }

  private byte[] ecsv(SpectrumContent spectrum) {
    return ecsv(spectrum, entries.read(spectrum.metadata(), LARGEST));
  }

  private byte[] ecsv(SpectrumContent spectrum, byte[] metadata) {
    return SpectrumExport.bytes(
        entries.read(spectrum.spectrum(), LARGEST),
        PublicDocument.of(metadata, out),
        nova.primaryName(),
        ExportFormat.ECSV);
  }

  private void noteFetched(byte[] source) {
    try {
      LocalDate day =
          LocalDate.ofInstant(
              Instant.parse(Json.parse(source).path("fetched_at").asText()), ZoneOffset.UTC);
      LocalDate before = fetched;
      fetched = before == null || day.isAfter(before) ? day : before;
    } catch (DateTimeParseException e) {
      // One that was restored does not say.
    }
  }

  /** The day in UTC on which the last file was fetched; null when none says. */
  @Nullable LocalDate fetched() {
    return fetched;
  }
}
