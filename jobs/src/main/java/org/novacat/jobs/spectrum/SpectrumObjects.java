package org.novacat.jobs.spectrum;

import java.util.List;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.product.SpectraProduct;

/** Fetches the objects of a spectrum, each with the hash that the table has of it. */
public final class SpectrumObjects {
  private static final long MOST_BYTES = 1L << 30;

  private SpectrumObjects() {}

  /**
   * The spectrum of a valid product.
   *
   * @throws UserError when the table points at no object
   * @throws org.novacat.persistence.store.UnusableObject when an object is not the one that the
   *     table points at
   */
  public static StoredSpectrum read(Stores stores, SpectraProduct product) {
    List<FileObject> files = stores.catalog().products().files(product.novaId(), product.id());
    byte[] spectrum = bytes(stores, product, files, FileRole.SPECTRUM);
    byte[] metadata = bytes(stores, product, files, FileRole.METADATA);
    String nova = stores.catalog().novae().find(product.novaId()).map(Nova::primaryName).orElse("");
    return new StoredSpectrum(ParquetColumns.read(spectrum), Json.parse(metadata), nova);
  }

  private static byte[] bytes(
      Stores stores, SpectraProduct product, List<FileObject> files, FileRole role) {
    FileObject file =
        files.stream()
            .filter(candidate -> candidate.role() == role)
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        "Cannot read spectrum '%s': the table has no object %s of it (reprocess it)"
                            .formatted(product.id(), role)));
    return stores.archive().read(file.pointer(), MOST_BYTES).get();
  }
}
