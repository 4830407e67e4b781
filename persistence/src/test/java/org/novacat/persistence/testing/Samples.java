package org.novacat.persistence.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.CommitResult;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Registered;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.persistence.product.QuarantineFacts;
import org.novacat.persistence.store.Pointer;

/** Plausible things to put into a table. */
public final class Samples {
  public static final Provider PROVIDER = new Provider("eso");

  /** A spectrum's facts, every optional one present. */
  public static final SpectrumSummary SUMMARY =
      new SpectrumSummary(
          "UVES",
          "VLT-U2",
          56520.0625,
          1e-5,
          0.25,
          600.0,
          3200.5,
          9800.25,
          4096,
          2,
          35.5,
          "erg s-1 cm-2 Angstrom-1",
          FluxCalibration.ABSOLUTE,
          new SpectrumTrust(
              Confidence.INFERRED, Confidence.STATED, Confidence.KNOWN, Confidence.STATED));

  private Samples() {}

  /** A nova of that name; made known when it is not. */
  public static NovaId nova(Catalog catalog, String name) {
    return catalog.novae().add(NewNova.named(name)).nova().id();
  }

  /** The bytes numbered {@code n}. */
  public static ContentHash bytes(int n) {
    return ContentHash.of(("bytes " + n).getBytes(UTF_8));
  }

  /** Product {@code n} of a nova, with bytes of its own. */
  public static Registration registration(NovaId nova, int n) {
    return registration(nova, n, bytes(n));
  }

  /** Product {@code n} of a nova. */
  public static Registration registration(NovaId nova, int n, ContentHash sha256) {
    DataProductId id = DataProductId.ofProductKey(PROVIDER, "product-" + n);
    ObjectKey key = NovaCatKeys.primary(nova, id, FileEnding.FITS).key();
    Pointer raw = new Pointer("private", key, 2880, "etag-" + n, sha256);
    return new Registration(
        nova, PROVIDER, id, "product-" + n, List.of("file:" + n + ".fits"), raw, List.of());
  }

  /** The same before its bytes have come. */
  public static Registration stub(NovaId nova, int n) {
    Registration full = registration(nova, n);
    return new Registration(
        nova, PROVIDER, full.id(), full.locatorIdentity(), full.locators(), null, List.of());
  }

  /** Registers products 0 to {@code count} − 1 and gives them back as read. */
  public static List<ProductRef> registered(Catalog catalog, NovaId nova, int count) {
    List<Registration> wishes = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      wishes.add(registration(nova, n));
    }
    register(catalog, wishes);
    return wishes.stream()
        .map(w -> catalog.products().find(nova, PROVIDER, w.id()).orElseThrow().ref())
        .toList();
  }

  /** Registers, and gives back what became of each. */
  public static List<Registered> register(Catalog catalog, List<Registration> wishes) {
    List<Registered> results = new ArrayList<>();
    catalog.registrar(CommitSettings.DEFAULTS).commit(wishes.iterator(), results::add);
    return results;
  }

  /** Commits, and gives back what became of each. */
  public static List<CommitResult> commit(
      Catalog catalog, List<? extends ValidationOutcome> outcomes) {
    List<CommitResult> results = new ArrayList<>();
    catalog.committer(CommitSettings.DEFAULTS).commit(outcomes.iterator(), results::add);
    return results;
  }

  /** A sound spectrum with three derived objects. */
  public static ValidationOutcome.Valid valid(ProductRef product, ContentHash sha256) {
    String prefix = "derived/spectra/%s/%s/".formatted(product.novaId(), product.id());
    return new ValidationOutcome.Valid(
        product,
        sha256,
        new ProfileChoice("eso-sdp@1", Map.of("ORIGIN", "ESO"), List.of("no conversion"), ""),
        SUMMARY,
        prefix,
        List.of(
            file(FileRole.SPECTRUM, prefix + "normalized/spectrum.parquet"),
            file(FileRole.METADATA, prefix + "normalized/metadata.json"),
            file(FileRole.PREVIEW, prefix + "plots/preview.png")));
  }

  /** A refused file with two objects. */
  public static ValidationOutcome.Quarantined quarantined(
      ProductRef product, QuarantineReason reason) {
    String prefix = "quarantine/spectra/%s/%s/x/".formatted(product.novaId(), product.id());
    return new ValidationOutcome.Quarantined(
        product,
        bytes(0),
        new QuarantineFacts(reason, "DETAIL", "the message", Map.of("BITPIX", "17"), prefix),
        null,
        List.of(
            file(FileRole.QUARANTINE, prefix + "primary.fits"),
            file(FileRole.QUARANTINE_CONTEXT, prefix + "context.json")));
  }

  public static FileObject file(FileRole role, String key) {
    return new FileObject(
        role,
        new Pointer(
            "private", ObjectKey.of(key), 100, "etag", ContentHash.of(key.getBytes(UTF_8))));
  }
}
