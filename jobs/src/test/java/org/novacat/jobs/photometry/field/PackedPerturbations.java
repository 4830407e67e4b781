package org.novacat.jobs.photometry.field;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Other line ends, charsets and packings, which change nothing. */
final class PackedPerturbations {
  private static final String MARK = "\uFEFF";

  private PackedPerturbations() {}

  static @Nullable Perturbed packed(Original original, Random random) {
    Law law = Law.ends(original.outcome().ends(), false);
    String way =
        Draw.of(List.of("gzip", "CR LF", "mark", "UTF-16LE", "UTF-16BE", "no last end"), random);
    if (way.equals("gzip")) {
      return new Perturbed(way, original.name() + ".gz", gzip(original.upload().bytes()), law);
    }
    if (original.lines().isEmpty() || (way.startsWith("UTF-16") && isDeclared(original))) {
      return null;
    }
    return new Perturbed(way, original.name(), text(original, way), law);
  }

  /** XML and its like say in which charset they are. */
  private static boolean isDeclared(Original original) {
    return original.format().equals("votable");
  }

  private static byte[] text(Original original, String way) {
    String text = String.join("\n", original.lines());
    return switch (way) {
      case "CR LF" -> (text.replace("\n", "\r\n") + "\r\n").getBytes(UTF_8);
      case "mark" -> (MARK + text + "\n").getBytes(UTF_8);
      case "UTF-16LE" -> (MARK + text + "\n").getBytes(UTF_16LE);
      case "UTF-16BE" -> (MARK + text + "\n").getBytes(UTF_16BE);
      default -> text.getBytes(UTF_8);
    };
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
