package org.novacat.jobs.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.document.BundleFile;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentSum;
import org.novacat.persistence.store.Pointer;

/** Gathers the files of a bundle, each with its length and hash. */
final class EntryList {
  private static final long ROOM = 32L << 20;

  private final Archive archive;
  private final KeptBytes kept = new KeptBytes(ROOM);
  private final List<BundleEntry> entries = new ArrayList<>();

  EntryList(Archive archive) {
    this.archive = archive;
  }

  /** Of whom a file is and what it is. */
  record About(String role, List<Credit> credits, @Nullable DataProductId spectrum) {
    About as(String other) {
      return new About(other, credits, spectrum);
    }
  }

  /** An object as it is stored, which is held against its hash when it is written. */
  void stored(String name, About about, Pointer object) {
    Content content = Content.of(object.byteLength(), () -> archive.open(object));
    add(name, about, new ContentSum(object.byteLength(), object.sha256()), object.key(), content);
  }

  /**
   * A document as everybody may see it.
   *
   * @param object that it is made from
   * @param shown its bytes
   * @param again makes them again
   */
  void document(String name, About about, Pointer object, byte[] shown, Supplier<byte[]> again) {
    if (ContentHash.of(shown).equals(object.sha256())) {
      stored(name, about, object);
    } else {
      made(name, about, shown, again);
    }
  }

  /**
   * A file that is made for the bundle.
   *
   * @param again makes the same bytes again
   */
  void made(String name, About about, byte[] bytes, Supplier<byte[]> again) {
    ContentSum sum = new ContentSum(bytes.length, ContentHash.of(bytes));
    add(name, about, sum, null, kept.content(bytes, again));
  }

  /** A file that is written anew each time. */
  void streamed(String name, About about, Content content) {
    ContentSum sum = ContentSum.of(ObjectKey.of(name), content);
    add(name, about, sum, null, content);
  }

  /** A file of which everything is known. */
  void add(String name, About about, ContentSum sum, @Nullable ObjectKey key, Content content) {
    BundleFile file =
        new BundleFile(
            name,
            sum.length(),
            sum.sha256(),
            about.role(),
            MediaTypes.of(name),
            about.credits(),
            about.spectrum());
    entries.add(new BundleEntry(file, key, content));
  }

  /** What describes them. */
  void description(String name, byte[] bytes, String mediaType) {
    BundleFile file =
        new BundleFile(
            name, bytes.length, ContentHash.of(bytes), "description", mediaType, List.of(), null);
    entries.add(new BundleEntry(file, null, Content.of(bytes)));
  }

  /** All files, in the order of the bytes of their names. */
  List<BundleEntry> sorted() {
    return entries.stream().sorted(Comparator.comparing(one -> one.file().name())).toList();
  }

  /** What is said of all files until now. */
  List<BundleFile> files() {
    return entries.stream().map(BundleEntry::file).toList();
  }

  /** The whole of a small object. */
  byte[] read(Pointer object, long most) {
    return archive.read(object, most).get();
  }
}
