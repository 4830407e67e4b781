package org.novacat.transforms.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file, in the encoding that its bytes show: a byte order mark, UTF-16 by its zero
 * bytes, UTF-8 if strictly valid, else ISO-8859-1, in which every byte is a character, or
 * windows-1252, which has letters and dashes where ISO-8859-1 has controls that no text holds.
 *
 * @param bytes not copied: the caller leaves them alone. Those of UTF-16 are transcoded, so offsets
 *     into them are not offsets into the file
 * @param start where the text begins, behind a byte order mark
 * @param charset the charset of {@code bytes}
 * @param encoding the charset of the file
 */
public record SourceText(byte[] bytes, int start, Charset charset, String encoding) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Bytes that are looked at to tell text from other things. */
  private static final int PROBE = 1 << 16;

  /** The text of these bytes. */
  public static SourceText of(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return new SourceText(bytes, 3, isUtf8(bytes, 3) ? UTF_8 : western(bytes), "UTF-8");
    }
    Charset wide = wide(bytes);
    if (wide != null) {
      int mark = begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF) ? 2 : 0;
      byte[] plain = new String(bytes, mark, bytes.length - mark, wide).getBytes(UTF_8);
      return new SourceText(plain, 0, UTF_8, wide.name());
    }
    Charset charset = isUtf8(bytes, 0) ? UTF_8 : western(bytes);
    return new SourceText(bytes, 0, charset, charset.name());
  }

  /** Whether there is nothing but blanks and line ends. */
  public boolean isBlank() {
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] < 0 || bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Whether control characters say that it is no text at all. */
  public boolean isBinary() {
    int end = Math.min(bytes.length, PROBE);
    int controls = 0;
    for (int i = start; i < end; i++) {
      while (ByteScan.isPlain(bytes, i, end)) {
        i += Long.BYTES;
      }
      int b = i < end ? bytes[i] : ' ';
      if (b == 0) {
        return true;
      }
      boolean layout = (b >= '\t' && b <= '\r') || b == 0x1A;
      boolean control = (b >= 0 && b < ' ') || b == 0x7F;
      controls += control && !layout ? 1 : 0;
    }
    return controls > (end - start) / 100;
  }

  /** How many lines it has, as {@link TextLines} counts them. */
  public int countLines() {
    return ByteScan.lines(bytes, start);
  }

  /**
   * Whether a line may have more bytes than so many; false is sure. Each half of so many bytes has
   * the end of a line, so that nothing but one end in each has to be found.
   */
  public boolean mayHaveLineOver(int most) {
    int half = most / 2;
    for (int at = start; at + half <= bytes.length; at += half) {
      if (ByteScan.lineEnd(bytes, at) >= at + half) {
        return true;
      }
    }
    return false;
  }

  /** The last lines of the text in order, as many as stand whole in so many bytes. */
  public List<String> lastLines(int most) {
    int from = Math.max(start, bytes.length - most);
    List<String> lines = new String(bytes, from, bytes.length - from, charset).lines().toList();
    return from == start || lines.isEmpty() ? lines : lines.subList(1, lines.size());
  }

  /** All of it, or its first so many bytes; a character cut in two there may be wrong. */
  public String head(int most) {
    return new String(bytes, start, Math.min(most, bytes.length - start), charset);
  }

  private static Charset western(byte[] bytes) {
    for (byte b : bytes) {
      if (b < (byte) 0xA0) {
        return WINDOWS;
      }
    }
    return ISO_8859_1;
  }

  private static @Nullable Charset wide(byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE)) {
      return UTF_16LE;
    }
    return begins(bytes, 0xFE, 0xFF) ? UTF_16BE : wideByZeros(bytes);
  }

  /** Text of western alphabets in UTF-16 has a zero in every other byte, and no other zeros. */
  private static @Nullable Charset wideByZeros(byte[] bytes) {
    int pairs = Math.min(bytes.length, PROBE) / 2;
    if (!ByteScan.hasZero(bytes, 2 * pairs)) {
      return null;
    }
    int high = 0;
    int low = 0;
    for (int i = 0; i < pairs; i++) {
      high += bytes[2 * i] == 0 ? 1 : 0;
      low += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs < 2 || bytes.length % 2 != 0 || (high > 0 && low > 0)) {
      return null;
    }
    return low > pairs * 3 / 4 ? UTF_16LE : high > pairs * 3 / 4 ? UTF_16BE : null;
  }

  /** Whether bytes begin with these values, 0 to 255. */
  public static boolean begins(byte[] bytes, int... values) {
    return has(bytes, 0, values);
  }

  /** Whether bytes have these values, 0 to 255, at a place. */
  public static boolean has(byte[] bytes, int at, int... values) {
    for (int i = 0; i < values.length; i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xFF) != values[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(byte[] bytes, int from) {
    int i = ByteScan.beyondAscii(bytes, from);
    CharsetDecoder strict = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, i, bytes.length - i);
    CharBuffer out = CharBuffer.allocate(PROBE);
    while (in.hasRemaining()) {
      out.clear();
      CoderResult result = strict.decode(in, out, true);
      if (result.isError()) {
        return false;
      }
    }
    return true;
  }
}
