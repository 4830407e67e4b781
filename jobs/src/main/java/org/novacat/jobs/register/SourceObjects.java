package org.novacat.jobs.register;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.fetch.Fetched.Bytes;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;

/** Puts what says where raw bytes came from beside them, and has it on record. */
final class SourceObjects {
  private final Archive archive;
  private final Products known;
  private final RawObjects raw;

  SourceObjects(Archive archive, Products known, RawObjects raw) {
    this.archive = archive;
    this.known = known;
    this.raw = raw;
  }

  /**
   * That of bytes which no item has yet, and which are in their place. What stands there from an
   * earlier try, or from another run that brings the same bytes, stays.
   *
   * @param item the product, if it is known without bytes
   * @return empty when another run is at it, so that all is to be looked at again
   */
  Optional<Pointer> make(@Nullable SpectraProduct item, RawReplacement.Wish wish)
      throws RejectedException {
    ObjectInfo before = raw.find(wish.sourceKey());
    if (isChanged(item, wish)) {
      return Optional.empty();
    }
    return before == null || speaking(wish) == null
        ? raw.put(wish.sourceKey(), bytes(wish, item), before)
        : archive.pointer(wish.sourceKey().key());
  }

  /**
   * Puts that of a known product back where it is missing or is not what was recorded. The product
   * is looked at again between the look at the object and the write, and what is recorded is
   * conditional on it, so that the bytes of another run that come meanwhile have their own. Two
   * runs that do this to one product at the same time may leave the object of the one and the
   * record of the other, which {@code verify} names and the next run mends.
   *
   * @return whether it was put back; one that is replaced only to say what is said of rights now
   *     was not
   * @throws RejectedException when the product changes meanwhile
   */
  boolean mend(SpectraProduct item, RawReplacement.Wish wish) throws RejectedException {
    Pointer recorded = known.file(item.novaId(), item.id(), FileRole.SOURCE).orElse(null);
    ObjectInfo before = raw.find(wish.sourceKey());
    ContentHash there = speaking(wish);
    boolean isOfRights = there == null && spoken(wish).isPresent();
    if (there != null && recorded != null && there.equals(recorded.sha256())) {
      return false;
    }
    boolean sound = there != null && recorded == null;
    checkUnchanged(item, wish);
    raw.begin();
    record(
        item, wish, sound ? found(wish) : raw.replace(wish.sourceKey(), bytes(wish, item), before));
    return !sound && !isOfRights;
  }

  private static Bytes bytes(RawReplacement.Wish wish, @Nullable SpectraProduct item) {
    return Bytes.of(wish.source(item));
  }

  /** The hash of what is there; null where it does not say what the wish does of its bytes. */
  private @Nullable ContentHash speaking(RawReplacement.Wish wish) {
    return spoken(wish)
        .filter(document -> SourceDocument.says(document, wish.said()))
        .map(ContentHash::of)
        .orElse(null);
  }

  /** What is there, where it says what the wish does of its bytes, whatever of their rights. */
  private Optional<byte[]> spoken(RawReplacement.Wish wish) {
    return archive
        .unverified(wish.sourceKey().key(), SourceDocument.LARGEST)
        .filter(document -> SourceDocument.speaksOf(document, wish.fetched().sha256()))
        .filter(document -> SourceDocument.states(document, wish.stated()));
  }

  private Pointer found(RawReplacement.Wish wish) throws RejectedException {
    return archive.pointer(wish.sourceKey().key()).orElseThrow(() -> changed(wish));
  }

  /**
   * Passes while the product is as it was read.
   *
   * @throws RejectedException when it is not
   */
  void checkUnchanged(SpectraProduct item, RawReplacement.Wish wish) throws RejectedException {
    if (isChanged(item, wish)) {
      throw changed(wish);
    }
  }

  private boolean isChanged(@Nullable SpectraProduct item, RawReplacement.Wish wish) {
    Registration of = wish.registration();
    Optional<ProductRef> now =
        known.find(of.novaId(), of.provider(), of.id()).map(SpectraProduct::ref);
    return !now.equals(Optional.ofNullable(item).map(SpectraProduct::ref));
  }

  private void record(SpectraProduct item, RawReplacement.Wish wish, Pointer source)
      throws RejectedException {
    try {
      known.recordFiles(item.ref(), List.of(new FileObject(FileRole.SOURCE, source)));
    } catch (ConflictException e) {
      throw changed(wish);
    }
  }

  static RejectedException changed(RawReplacement.Wish wish) {
    return new RejectedException(
        RejectCode.PRODUCT_CONFLICT,
        "Cannot register '%s': other runs change its product at the same time (register it again)"
            .formatted(wish.where()));
  }
}
