package org.novacat.transforms.photometry.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.novacat.layouts.photometry.FileRefusalCode;

/**
 * Takes files out of gzip and zip. A zip holds one table; a ReadMe in it is a companion of the
 * table. The limit on bytes holds for what comes out, so a bomb does not go off.
 */
final class Unpacked {
  private final long limit;

  private Unpacked(long limit) {
    this.limit = limit;
  }

  /**
   * The file itself, or the one that is packed in it.
   *
   * @throws RefusedException when it is too large, broken, or not exactly one
   */
  static Upload of(Upload upload, ReadSettings settings) {
    byte[] bytes = upload.bytes();
    Unpacked unpacked = new Unpacked(settings.maxBytes());
    if (bytes.length > settings.maxBytes()) {
      throw unpacked.tooLarge(upload.name());
    }
    try {
      if (begins(bytes, 0x1F, 0x8B)) {
        return unpacked.gunzip(upload);
      }
      return begins(bytes, 'P', 'K', 3, 4) ? unpacked.unzip(upload) : upload;
    } catch (IOException e) {
      throw new RefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          "Cannot unpack '%s': %s".formatted(upload.name(), e.getMessage()),
          "Pack the file again, or upload it as it is");
    }
  }

  static boolean begins(byte[] bytes, int... values) {
    for (int i = 0; i < values.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != values[i]) {
        return false;
      }
    }
    return true;
  }

  private Upload gunzip(Upload upload) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(upload.bytes()))) {
      byte[] bytes = inflated(in, upload.name());
      String name = upload.name().replaceFirst("(?i)\\.gz$", "");
      return new Upload(name, bytes, upload.sidecar(), upload.companions());
    }
  }

  private Upload unzip(Upload upload) throws IOException {
    List<Upload.Companion> tables = new ArrayList<>();
    List<Upload.Companion> companions = new ArrayList<>(upload.companions());
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(upload.bytes()))) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        boolean hidden = name.isEmpty() || name.startsWith(".") || name.startsWith("__MACOSX");
        if (!hidden) {
          Upload.Companion file = new Upload.Companion(name, inflated(in, upload.name()));
          (name.toLowerCase(Locale.ROOT).contains("readme") ? companions : tables).add(file);
        }
      }
    }
    if (tables.size() != 1) {
      throw new RefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          "Cannot read '%s': the archive holds %s files besides a ReadMe"
              .formatted(upload.name(), tables.size()),
          "Upload its files one by one");
    }
    Upload.Companion table = tables.get(0);
    return new Upload(table.name(), table.bytes(), upload.sidecar(), companions);
  }

  private byte[] inflated(InputStream in, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int n; (n = in.read(buffer)) >= 0; ) {
      out.write(buffer, 0, n);
      if (out.size() > limit) {
        throw tooLarge(name);
      }
    }
    return out.toByteArray();
  }

  private RefusedException tooLarge(String name) {
    return new RefusedException(FileRefusals.tooLarge(name, limit, "bytes"));
  }
}
