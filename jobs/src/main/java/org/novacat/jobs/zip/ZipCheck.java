package org.novacat.jobs.zip;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.novacat.layouts.id.ContentHash;

/** Reads a zip file back, by the JDK's reader and not by what wrote it. */
public final class ZipCheck {
  private ZipCheck() {}

  /**
   * Whether a file has exactly these entries: their order, names, lengths and SHA-256, and the sums
   * in the file itself. One pass of flat memory. It does not look at the directory behind them: for
   * that, compare the SHA-256 of the whole.
   *
   * @param zip from its first byte; it is read to its end, and closed
   * @param expected what {@link ZipFileWriter#add} gave
   * @return what is wrong first; empty when nothing is
   * @throws IOException when it cannot be read; what is in it throws nothing
   */
  public static Optional<String> problem(InputStream zip, List<ZippedEntry> expected)
      throws IOException {
    try (InputStream whole = zip;
        ZipInputStream entries = new ZipInputStream(new Unclosed(whole))) {
      Optional<String> problem = problem(entries, expected.iterator());
      whole.transferTo(OutputStream.nullOutputStream());
      return problem;
    }
  }

  private static Optional<String> problem(ZipInputStream zip, Iterator<ZippedEntry> expected)
      throws IOException {
    try {
      for (ZipEntry found = zip.getNextEntry(); found != null; found = zip.getNextEntry()) {
        if (!expected.hasNext()) {
          return Optional.of("entry '%s' is one too many".formatted(found.getName()));
        }
        Optional<String> problem = problem(zip, found, expected.next());
        if (problem.isPresent()) {
          return problem;
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) { // the last for names
      return Optional.of("it is no sound zip file: " + e.getMessage());
    }
    return expected.hasNext()
        ? Optional.of("entry '%s' is missing".formatted(expected.next().name()))
        : Optional.empty();
  }

  private static Optional<String> problem(ZipInputStream zip, ZipEntry found, ZippedEntry expected)
      throws IOException {
    if (!found.getName().equals(expected.name().toString())) {
      return Optional.of(
          "entry '%s' is there in the place of '%s'".formatted(found.getName(), expected.name()));
    }
    DigestInputStream in = new DigestInputStream(zip, ContentHash.sha256());
    long length = in.transferTo(OutputStream.nullOutputStream());
    ContentHash sha256 = ContentHash.of(in.getMessageDigest());
    boolean isSame =
        length == expected.length()
            && sha256.equals(expected.sha256())
            && found.getCrc() == expected.crc32();
    return isSame
        ? Optional.empty()
        : Optional.of(
            "entry '%s' has %s bytes with SHA-256 %s, not %s with %s"
                .formatted(expected.name(), length, sha256, expected.length(), expected.sha256()));
  }

  /** So that the rest can be read behind the entries. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
