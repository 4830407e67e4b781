package org.novacat.jobs.publish.make;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PublicDocument;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.photometry.outgoing.PublicPhotometry;
import org.novacat.jobs.publish.plan.UnitPlan;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.release.table.PhotometryByTime;
import org.novacat.jobs.release.table.SampleSpool;
import org.novacat.jobs.release.table.SamplesTable;
import org.novacat.jobs.release.table.SpectraTable;
import org.novacat.jobs.release.table.SpectrumRow;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;

/** Makes the tables over some novae: of all spectra, of their samples, and of all photometry. */
final class TablesUnit {
  private static final long MOST_BYTES = 1L << 30;

  private final Archive archive;
  private final ReleaseFolder folder;

  TablesUnit(Archive archive, ReleaseFolder folder) {
    this.archive = archive;
    this.folder = folder;
  }

  ReleaseUnit make(UnitPlan plan) {
    String digit = plan.name().substring(plan.name().lastIndexOf('/') + 1);
    List<ReleaseFile> files = new ArrayList<>();
    if (plan.novae().stream().anyMatch(nova -> !nova.spectra().isEmpty())) {
      spectra(digit, plan.novae(), files);
    }
    if (plan.novae().stream().anyMatch(nova -> nova.photometry() != null)) {
      photometry(digit, plan.novae(), files);
    }
    return new ReleaseUnit(plan.name(), "", plan.content(), files, List.of());
  }

  /** Writes a table to a file on disk. */
  private interface Table {
    void write(Path file) throws IOException;
  }

  private ReleaseFile table(String name, String digit, Table table) {
    return temporary(
        file -> {
          table.write(file);
          return folder.write(
              "tables/%1$s/%1$s-%2$s.parquet".formatted(name, digit), Content.of(file));
        });
  }

  /** Uses a file for a while. */
  private interface Use<T> {
    T of(Path file) throws IOException;
  }

  private static <T> T temporary(Use<T> use) {
    Path file = Temporary.file("novacat-publish-", ".table");
    try {
      return use.of(file);
    } catch (IOException e) {
      throw Temporary.failed(e);
    } finally {
      Temporary.delete(file);
    }
  }

  /** Samples are kept aside while the spectra are written, since they go by wavelength. */
  private void spectra(String digit, List<NovaContent> novae, List<ReleaseFile> files) {
    List<ReleaseFile> both =
        temporary(
            kept -> {
              try (SampleSpool samples = SampleSpool.in(kept)) {
                Iterator<SpectrumRow> rows = rows(novae).map(samples::keeping).iterator();
                return List.of(
                    table(
                        "spectra", digit, file -> SpectraTable.write(rows, file, new TreeMap<>())),
                    table(
                        "samples",
                        digit,
                        file -> SamplesTable.write(samples, file, new TreeMap<>())));
              }
            });
    files.addAll(both);
  }

  /** One at a time; a stream of streams would hold all spectra of a nova. */
  private Stream<SpectrumRow> rows(List<NovaContent> novae) {
    record Spectrum(NovaContent nova, SpectrumContent content) {}
    List<Spectrum> all =
        novae.stream()
            .flatMap(nova -> nova.spectra().stream().map(one -> new Spectrum(nova, one)))
            .toList();
    return all.stream().map(one -> row(one.nova(), one.content()));
  }

  private SpectrumRow row(NovaContent nova, SpectrumContent spectrum) {
    Set<DataProductId> out =
        nova.spectra().stream().map(SpectrumContent::id).collect(toUnmodifiableSet());
    byte[] parquet = archive.read(spectrum.spectrum(), MOST_BYTES).get();
    byte[] metadata = archive.read(spectrum.metadata(), MOST_BYTES).get();
    return SpectrumRows.of(nova, spectrum, parquet, PublicDocument.of(metadata, out));
  }

  /** Nothing is written where nobody may see a row. */
  private void photometry(String digit, List<NovaContent> novae, List<ReleaseFile> files) {
    Iterator<PhotometryRow> rows = new Rows(novae.iterator());
    if (rows.hasNext()) {
      files.add(
          table("photometry", digit, file -> PhotometryByTime.write(rows, file, new TreeMap<>())));
    }
  }

  /** The rows of novae by nova, then time; those of one nova are held at a time. */
  private final class Rows implements Iterator<PhotometryRow> {
    private final Iterator<NovaContent> novae;
    private Iterator<PhotometryRow> rows = Collections.emptyIterator();

    Rows(Iterator<NovaContent> novae) {
      this.novae = novae;
    }

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && novae.hasNext()) {
        rows = of(novae.next());
      }
      return rows.hasNext();
    }

    private Iterator<PhotometryRow> of(NovaContent nova) {
      try (@Nullable PublicPhotometry table = PublicPhotometry.of(archive, nova)) {
        return table == null ? Collections.emptyIterator() : PhotometryByTime.rows(table.table());
      }
    }

    @Override
    public PhotometryRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no further row");
      }
      return rows.next();
    }
  }
}
