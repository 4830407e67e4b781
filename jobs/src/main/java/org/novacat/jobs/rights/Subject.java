package org.novacat.jobs.rights;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Credits;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.store.ReadResult;

/** A spectrum or an upload of photometry that has rights, as it was read. */
sealed interface Subject {
  /** What commands know it by. */
  String id();

  /** What was said of it. */
  Rights rights();

  /** Novae that are due again when its rights change. */
  List<NovaId> novae();

  /**
   * What is known of its credit, from whatever origin; reads an object of a valid spectrum.
   *
   * @param said what is said of it
   */
  Credit credit(Stores stores, Rights said);

  /** It as it is now. */
  Subject again(Stores stores);

  /**
   * Records other rights.
   *
   * @throws org.novacat.persistence.failure.ConflictException when it is no longer as it was read
   */
  void record(Stores stores, Rights rights);

  /** A new object that says what it is. */
  ObjectNode json();

  private static UserError gone(String id) {
    return new UserError("Cannot find '%s' any more (list it again)".formatted(id));
  }

  /** A spectrum in whatever state. */
  record Spectrum(SpectraProduct product) implements Subject {
    private static final long MOST_BYTES = 1L << 26;

    @Override
    public String id() {
      return product.id().toString();
    }

    @Override
    public Rights rights() {
      return product.rights();
    }

    @Override
    public List<NovaId> novae() {
      return List.of(product.novaId());
    }

    @Override
    public Credit credit(Stores stores, Rights said) {
      return Credits.of(product.provider(), said, headerFacts(stores));
    }

    /** Of one that is not valid, or whose object is lost, the header says nothing here. */
    private Map<String, String> headerFacts(Stores stores) {
      return stores
          .catalog()
          .products()
          .file(product.novaId(), product.id(), FileRole.METADATA)
          .map(pointer -> stores.archive().read(pointer, MOST_BYTES))
          .filter(read -> read instanceof ReadResult.Found)
          .map(read -> Credits.headerFacts(read.get()))
          .orElse(Map.of());
    }

    @Override
    public Subject again(Stores stores) {
      return stores
          .catalog()
          .products()
          .find(product.id())
          .map(Spectrum::new)
          .orElseThrow(() -> gone(id()));
    }

    @Override
    public void record(Stores stores, Rights rights) {
      stores.catalog().products().recordRights(product.ref(), rights);
    }

    @Override
    public ObjectNode json() {
      return Json.object()
          .put("data_product_id", id())
          .put("nova_id", product.novaId().toString())
          .put("provider", product.provider().name());
    }
  }

  /** An upload of photometry in whatever state. */
  record Upload(PhotometryUpload upload) implements Subject {
    @Override
    public String id() {
      return upload.id().toString();
    }

    @Override
    public Rights rights() {
      return upload.rights();
    }

    @Override
    public List<NovaId> novae() {
      UploadVerdict verdict = upload.verdict();
      return verdict == null ? List.of() : verdict.novae();
    }

    @Override
    public Credit credit(Stores stores, Rights said) {
      return Credits.of(said);
    }

    @Override
    public Subject again(Stores stores) {
      return stores
          .catalog()
          .uploads()
          .find(upload.id())
          .map(Upload::new)
          .orElseThrow(() -> gone(id()));
    }

    @Override
    public void record(Stores stores, Rights rights) {
      stores.catalog().uploads().recordRights(upload, rights);
    }

    @Override
    public ObjectNode json() {
      return Json.object().put("ingest_file_id", id()).put("filename", upload.filename());
    }
  }
}
