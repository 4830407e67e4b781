package org.novacat.jobs.archive;

import static org.novacat.layouts.novacat.NovaCatKeys.primaryFits;
import static org.novacat.layouts.novacat.NovaCatKeys.sourceJson;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.SourceDocument;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.WriteResult;

/**
 * A replacement of raw bytes that a dead run left between its steps. The object tells which of the
 * two the product is to have; what says where they came from has to speak of the same.
 */
final class HalfDone {
  private final Archive archive;
  private final SpectraProduct product;
  private final LayoutKey sourceKey;

  /** What the product has in the end. */
  record Acquired(Pointer raw, Pointer source, List<String> locators) {
    List<FileObject> files() {
      return List.of(new FileObject(FileRole.RAW, raw), new FileObject(FileRole.SOURCE, source));
    }
  }

  HalfDone(Archive archive, SpectraProduct product) {
    this.archive = archive;
    this.product = product;
    this.sourceKey = sourceJson(product.novaId(), product.id());
  }

  /** Makes objects that fit each other; empty when they are neither of the two. */
  Optional<Acquired> finish(ComingBytes coming) {
    Optional<Pointer> raw = archive.pointer(primaryFits(product.novaId(), product.id()).key());
    return raw.flatMap(there -> finish(there, coming));
  }

  private Optional<Acquired> finish(Pointer raw, ComingBytes coming) {
    byte[] source = source(raw.sha256());
    if (source != null && (isBefore(raw) || raw.sha256().equals(coming.sha256()))) {
      return archive
          .pointer(sourceKey.key())
          .map(there -> new Acquired(raw, there, locators(raw, source)));
    }
    return isBefore(raw) ? restored(raw) : Optional.empty();
  }

  private List<String> locators(Pointer raw, byte[] source) {
    return isBefore(raw) ? product.locators() : SourceDocument.locators(source);
  }

  private boolean isBefore(Pointer raw) {
    Pointer before = product.rawFile();
    return before != null && raw.sha256().equals(before.sha256());
  }

  private byte @Nullable [] source(ContentHash sha256) {
    return archive
        .unverified(sourceKey.key(), SourceDocument.LARGEST)
        .filter(there -> SourceDocument.speaksOf(there, sha256))
        .orElse(null);
  }

  /** The run has died after it had said where the bytes to come are from, and before they came. */
  private Optional<Acquired> restored(Pointer raw) {
    Content source = Content.of(SourceDocument.restored(product));
    ETag before = archive.find(sourceKey.key()).map(ObjectInfo::etag).orElse(null);
    WriteResult written = archive.replace(sourceKey, source, before);
    return written instanceof WriteResult.Written there
        ? Optional.of(new Acquired(raw, there.pointer(), product.locators()))
        : Optional.empty();
  }
}
