package org.novacat.jobs.publish.make;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.novacat.jobs.photometry.table.PhotometryParquet;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.jobs.publish.plan.UnitPlan;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.release.table.SpectraTable;
import org.novacat.jobs.release.table.SpectrumRow;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;

/** Makes the tables over some novae: of all spectra, and of all photometry. */
final class TablesUnit {
  private static final long MOST_BYTES = 1L << 30;

  private static final Comparator<PhotometryRow> BY_TIME =
      comparingDouble((PhotometryRow row) -> row.measurement().epoch().mjd())
          .thenComparing(row -> row.id().toString());

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
      files.add(spectra("tables/spectra/spectra-%s.parquet".formatted(digit), plan.novae()));
    }
    if (plan.novae().stream().anyMatch(nova -> nova.photometry() != null)) {
      photometry("tables/photometry/photometry-%s.parquet".formatted(digit), plan.novae(), files);
    }
    return new ReleaseUnit(plan.name(), "", plan.content(), files, List.of());
  }

  private ReleaseFile spectra(String path, List<NovaContent> novae) {
    Stream<SpectrumRow> rows =
        novae.stream()
            .flatMap(nova -> nova.spectra().stream().map(spectrum -> row(nova, spectrum)));
    Path file = Temporary.file("novacat-publish-", ".parquet");
    try {
      SpectraTable.write(rows.iterator(), file, new TreeMap<>());
      return folder.write(path, Content.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a table in the temporary folder", e);
    } finally {
      Temporary.delete(file);
    }
  }

  private SpectrumRow row(NovaContent nova, SpectrumContent spectrum) {
    Set<DataProductId> out =
        nova.spectra().stream().map(SpectrumContent::id).collect(toUnmodifiableSet());
    byte[] parquet = archive.read(spectrum.spectrum(), MOST_BYTES).get();
    byte[] metadata = archive.read(spectrum.metadata(), MOST_BYTES).get();
    return SpectrumRows.of(nova, spectrum, parquet, PublicDocument.of(metadata, out));
  }

  /** Nothing is written where nobody may see a row. */
  private void photometry(String path, List<NovaContent> novae, List<ReleaseFile> files) {
    Path file = Temporary.file("novacat-publish-", ".parquet");
    try {
      Rows rows = new Rows(novae.iterator());
      if (rows.hasNext()) {
        PhotometryParquet.write(rows, file, rows.registryVersion(), new TreeMap<>());
        files.add(folder.write(path, Content.of(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a table in the temporary folder", e);
    } finally {
      Temporary.delete(file);
    }
  }

  /** The rows of novae by nova, then time; those of one nova are held at a time. */
  private final class Rows implements Iterator<PhotometryRow> {
    private final Iterator<NovaContent> novae;
    private Iterator<PhotometryRow> rows = List.<PhotometryRow>of().iterator();
    private String registryVersion = "";

    Rows(Iterator<NovaContent> novae) {
      this.novae = novae;
    }

    /** Of the bands of the first nova. */
    String registryVersion() {
      return registryVersion;
    }

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && novae.hasNext()) {
        rows = of(novae.next());
      }
      return rows.hasNext();
    }

    private Iterator<PhotometryRow> of(NovaContent nova) {
      List<PhotometryRow> all = new ArrayList<>();
      try (@Nullable PublicPhotometry table = PublicPhotometry.of(archive, nova)) {
        if (table != null) {
          PhotometryTableReader.forEach(table.table(), all::add);
        }
      }
      if (!all.isEmpty() && registryVersion.isEmpty() && nova.photometry() != null) {
        registryVersion = nova.photometry().registryVersion();
      }
      all.sort(BY_TIME);
      return all.iterator();
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
