package org.novacat.jobs.publish.make;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.Fingerprint;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.PublicDocument;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.content.UploadContent;
import org.novacat.jobs.photometry.outgoing.PublicPhotometry;
import org.novacat.jobs.publish.page.NovaPage;
import org.novacat.jobs.publish.plan.UnitPlan;
import org.novacat.jobs.publish.plan.UnitPlan.BundleObjects;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.publish.record.ReleasedProduct;
import org.novacat.jobs.run.Temporary;
import org.novacat.jobs.spectrum.ExportFormat;
import org.novacat.jobs.spectrum.SpectrumExport;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;

/** Makes the page of a nova and the files beside it. Used for one nova. */
final class NovaUnit {
  private static final long MOST_BYTES = 1L << 30;

  private final Archive archive;
  private final ReleaseFolder folder;
  private final LinkRoot links;
  private final List<ReleaseFile> files = new ArrayList<>();
  private final List<ReleasedProduct> products = new ArrayList<>();

  NovaUnit(Archive archive, ReleaseFolder folder, LinkRoot links) {
    this.archive = archive;
    this.folder = folder;
    this.links = links;
  }

  ReleaseUnit make(UnitPlan plan) {
    NovaContent nova = plan.novae().get(0);
    NovaPaths paths = new NovaPaths(nova.id());
    Set<DataProductId> out =
        nova.spectra().stream().map(SpectrumContent::id).collect(toUnmodifiableSet());
    nova.spectra().forEach(spectrum -> spectrum(nova, paths, spectrum, out));
    long rows = photometry(nova, paths);
    bundle(paths, requireNonNull(plan.bundle(), "a nova that is shown has a bundle"), nova);
    files.addAll(new DataLinks(folder, links).of(nova, files));
    files.add(folder.write(paths.of(NovaPaths.PAGE), page(nova, rows)));
    return new ReleaseUnit(plan.name(), plan.title(), plan.content(), files, products);
  }

  private void spectrum(
      NovaContent nova, NovaPaths paths, SpectrumContent spectrum, Set<DataProductId> out) {
    byte[] parquet = archive.read(spectrum.spectrum(), MOST_BYTES).get();
    byte[] metadata = PublicDocument.of(archive.read(spectrum.metadata(), MOST_BYTES).get(), out);
    byte[] fits = SpectrumExport.bytes(parquet, metadata, nova.primaryName(), ExportFormat.FITS);
    files.add(folder.write(paths.of(NovaPaths.data(spectrum)), fits));
    files.add(folder.write(paths.of(NovaPaths.metadata(spectrum)), metadata));
    files.add(folder.bring(archive, spectrum.raw(), paths.of(NovaPaths.raw(spectrum))));
    files.add(folder.bring(archive, spectrum.preview(), paths.of(NovaPaths.picture(spectrum))));
    ContentHash input = new Fingerprint().add(spectrum.raw().sha256()).add(spectrum.said()).hash();
    products.add(
        new ReleasedProduct(
            spectrum.id(),
            spectrum.name(),
            input,
            spectrum.spectrum().sha256(),
            Facts.rules(spectrum, metadata),
            ReleasedProduct.SPECTRUM,
            List.of(),
            Facts.of(spectrum, metadata)));
  }

  /** How many rows everybody may see. */
  private long photometry(NovaContent nova, NovaPaths paths) {
    try (@Nullable PublicPhotometry table = PublicPhotometry.of(archive, nova)) {
      PhotometryContent content = nova.photometry();
      if (table == null || content == null) {
        return 0;
      }
      files.add(folder.write(paths.table(), Content.of(table.table())));
      files.add(written(paths.of(NovaPaths.TABLE_VOTABLE), table::voTable));
      files.add(written(paths.of(NovaPaths.TABLE_CSV), table::csv));
      files.add(folder.write(paths.of(NovaPaths.TABLE_METADATA), table.metadata()));
      files.add(folder.write(paths.of(NovaPaths.PLOT), table.plot()));
      products.add(product(nova, content, table));
      return table.rows();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a table that was fetched", e);
    }
  }

  private static ReleasedProduct product(
      NovaContent nova, PhotometryContent content, PublicPhotometry table) {
    Fingerprint input = new Fingerprint().add(nova.primaryName());
    input.add(nova.raDeg()).add(nova.decDeg());
    content.uploads().forEach(one -> input.add(one.sha256()).add(one.isPublic()));
    String rules =
        "photometry@%s bands@%s inputs@%.8s"
            .formatted(content.schemaVersion(), content.registryVersion(), content.inputs());
    return new ReleasedProduct(
        content.id(),
        "photometry",
        input.hash(),
        table.sha256(),
        rules,
        table.rows(),
        table.uploads().stream().map(UploadContent::id).toList(),
        Facts.of(content, table));
  }

  private ReleaseFile written(String path, Writing writing) throws IOException {
    Path file = Temporary.file("novacat-publish-", ".table");
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
        writing.to(out);
      }
      return folder.write(path, Content.of(file));
    } finally {
      Temporary.delete(file);
    }
  }

  /** Writes a file. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private void bundle(NovaPaths paths, BundleObjects bundle, NovaContent nova) {
    files.add(folder.bring(archive, bundle.zip(), paths.of(NovaPaths.BUNDLE)));
    byte[] manifest =
        archive
            .read(NovaCatKeys.bundleManifest(nova.id()).key(), bundle.manifest(), MOST_BYTES)
            .get();
    files.add(folder.write(paths.of(NovaPaths.MANIFEST), manifest));
  }

  private static byte[] page(NovaContent nova, long rows) {
    List<NovaPage.SpectrumLinks> links =
        nova.spectra().stream()
            .map(
                spectrum ->
                    new NovaPage.SpectrumLinks(
                        NovaPaths.data(spectrum),
                        NovaPaths.raw(spectrum),
                        NovaPaths.picture(spectrum),
                        NovaPaths.metadata(spectrum)))
            .toList();
    return NovaPage.of(nova, links, rows);
  }
}
