package org.novacat.jobs.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.photometry.outgoing.RowsNotKept;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.jobs.zip.ZipCheck;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.persistence.store.WriteResult;

/**
 * Builds the bundle of a nova: writes the zip file, reads it back, and writes what says what is in
 * it, each only over the version that was there when the nova was locked. Runs on executors.
 */
final class BundleBuilder {
  private final Archive archive;

  BundleBuilder(Archive archive) {
    this.archive = archive;
  }

  /** Builds one; whatever goes wrong with it is its own affair. */
  BuiltBundle build(PlannedBundle planned) {
    NovaId nova = planned.content().id();
    try {
      return new BuiltBundle(nova, null, built(planned));
    } catch (UnusableObject e) {
      return BuiltBundle.postponed(nova, PostponedCode.DAMAGED, e);
    } catch (OverwrittenBundle e) {
      return BuiltBundle.postponed(nova, PostponedCode.OVERWRITTEN, e);
    } catch (RowsNotKept e) {
      return BuiltBundle.postponed(nova, PostponedCode.NOT_READY, e);
    } catch (StoreException | UserError e) {
      return BuiltBundle.postponed(nova, PostponedCode.STORE_FAILED, e);
    } catch (RuntimeException e) {
      String why = "Cannot build it: %s (report this)".formatted(e);
      return BuiltBundle.postponed(nova, new Postponement(PostponedCode.FAULT, why));
    }
  }

  private BuiltBundle.Facts built(PlannedBundle planned) {
    NovaId nova = planned.content().id();
    try (BundleContents contents = BundleContents.of(archive, planned)) {
      ZipContent zip = new ZipContent(BundleForm.folder(planned.content()), contents.entries());
      Pointer stored =
          replace(NovaCatKeys.bundleZip(nova), Content.streamed(zip), planned.etags().zip());
      check(stored, zip);
      byte[] manifest = BundleManifest.of(planned, contents, zip, stored);
      replace(NovaCatKeys.bundleManifest(nova), Content.of(manifest), planned.etags().manifest());
      return new BuiltBundle.Facts(stored, ContentHash.of(manifest), contents.entries().size());
    }
  }

  /** What is there now is what was written, to its last byte, and each entry can be unpacked. */
  private void check(Pointer stored, ZipContent zip) {
    try {
      ZipCheck.problem(archive.open(stored), zip.written())
          .ifPresent(
              problem -> {
                throw new IllegalStateException(
                    "Cannot use bundle '%s': %s".formatted(stored.key(), problem));
              });
    } catch (UnusableObject e) {
      throw new OverwrittenBundle(stored.key());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s' back".formatted(stored.key()), e);
    }
  }

  private Pointer replace(LayoutKey key, Content content, @Nullable String etag) {
    ETag before = etag == null ? null : new ETag(etag);
    if (archive.replace(key, content, before) instanceof WriteResult.Written written) {
      return written.pointer();
    }
    throw new OverwrittenBundle(key.key());
  }

  /** Another run replaced an object that this one was about to replace. */
  static final class OverwrittenBundle extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverwrittenBundle(ObjectKey key) {
      super(
          "Cannot replace object '%s': another run did so meanwhile (the bundle will be built again)"
              .formatted(key));
    }
  }
}
