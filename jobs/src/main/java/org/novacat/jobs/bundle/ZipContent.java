package org.novacat.jobs.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.credit.document.BundleFile;
import org.novacat.jobs.zip.EntryName;
import org.novacat.jobs.zip.ZipFileWriter;
import org.novacat.jobs.zip.ZippedEntry;
import org.novacat.persistence.store.Content;

/** The bytes of {@code full.zip}, written from object to object; equal each time. */
final class ZipContent implements Content.Writer {
  private final String folder;
  private final List<BundleEntry> entries;
  private final List<ZippedEntry> written = new ArrayList<>();

  /**
   * A zip file of these entries.
   *
   * @param folder that all of them are below
   */
  ZipContent(String folder, List<BundleEntry> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  /** What a file is called in the zip file. */
  String name(BundleFile file) {
    return folder + "/" + file.name();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    written.clear();
    ZipFileWriter zip = new ZipFileWriter(out);
    for (BundleEntry entry : entries) {
      ZippedEntry added = zip.add(EntryName.of(name(entry.file())), entry.content());
      check(entry, added);
      written.add(added);
    }
    zip.finish();
  }

  /** An object that changed is found by its stream; what is made has to be the same each time. */
  private static void check(BundleEntry entry, ZippedEntry added) {
    if (!added.sha256().equals(entry.file().sha256()) || added.length() != entry.file().bytes()) {
      throw new IllegalStateException(
          "Cannot use entry '%s': its bytes are not those that were made before (report this)"
              .formatted(added.name()));
    }
  }

  /** The entries as they were written last. */
  List<ZippedEntry> written() {
    return List.copyOf(written);
  }
}
