package org.novacat.jobs.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.novacat.jobs.zip.Packer.Packed;

/**
 * The records around the entries of a zip file (PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.5).
 * Nothing in them comes from a clock or a machine.
 */
final class ZipRecords {
  /** The longest that 32 bits say; one more, and its record is one of zip64. */
  static final long MOST = 0xFFFF_FFFFL;

  static final int MOST_ENTRIES = 0xFFFF;

  private static final int PLAIN = 20;
  private static final int ZIP64 = 45;
  private static final int MADE_BY_UNIX = (3 << 8) | ZIP64;

  /** Sums and lengths follow the bytes. */
  private static final int BEHIND = 1 << 3;

  private static final int UTF8 = 1 << 11;

  private static final int DEFLATE = 8;
  private static final int ID_ZIP64 = 1;

  /** Midnight of 1 January 1980, the first that the format has. */
  private static final int TIME = 0;

  private static final int DATE = (1 << 5) | 1;

  /** A file that all may read and its owner may write: 0100644. */
  private static final long MODE = 0100644L << 16;

  /** Where the sums and lengths of an entry stand. */
  enum Sums {
    /** Before its bytes. */
    AHEAD,
    /** Behind its bytes, lengths in 32 bits. */
    BEHIND,
    /** Behind its bytes, lengths in 64 bits. */
    BEHIND_LONG
  }

  /** An entry as the directory lists it. */
  record Entry(EntryName name, Sums sums, long offset, Packed packed) {
    long length() {
      return packed.sum().length();
    }
  }

  private ZipRecords() {}

  /** What stands before the bytes of an entry whose sum and lengths are not known yet. */
  static byte[] before(EntryName name, Sums sums) {
    boolean isLong = sums == Sums.BEHIND_LONG;
    long unknown = isLong ? MOST : 0;
    return before(name, sums, 0, unknown, unknown, isLong ? zip64(0, 0) : new byte[0]);
  }

  /** The same when they are known. */
  static byte[] before(Entry entry) {
    long packed = entry.packed().packed();
    boolean isLong = packed >= MOST || entry.length() >= MOST;
    return isLong
        ? before(
            entry.name(),
            entry.sums(),
            entry.packed().crc(),
            MOST,
            MOST,
            zip64(entry.length(), packed))
        : before(
            entry.name(), entry.sums(), entry.packed().crc(), packed, entry.length(), new byte[0]);
  }

  private static byte[] before(
      EntryName name, Sums sums, long crc, long packed, long length, byte[] extra) {
    byte[] text = name.path().value().getBytes(UTF_8);
    Fields fields = new Fields().four(0x04034b50).two(extra.length > 0 ? ZIP64 : PLAIN);
    kind(fields, sums).four(crc).four(packed).four(length);
    return fields.two(text.length).two(extra.length).all(text).all(extra).bytes();
  }

  private static byte[] zip64(long length, long packed) {
    return new Fields().two(ID_ZIP64).two(16).eight(length).eight(packed).bytes();
  }

  private static Fields kind(Fields fields, Sums sums) {
    int flags = UTF8 | (sums == Sums.AHEAD ? 0 : BEHIND);
    return fields.two(flags).two(DEFLATE).two(TIME).two(DATE);
  }

  /** What stands behind the bytes. */
  static byte[] behind(Entry entry) {
    Packed packed = entry.packed();
    Fields fields = new Fields().four(0x08074b50).four(packed.crc());
    return entry.sums() == Sums.BEHIND_LONG
        ? fields.eight(packed.packed()).eight(entry.length()).bytes()
        : fields.four(packed.packed()).four(entry.length()).bytes();
  }

  /** The line of the directory. */
  static byte[] line(Entry entry) {
    byte[] text = entry.name().path().value().getBytes(UTF_8);
    long packed = entry.packed().packed();
    byte[] extra = extra(entry.length(), packed, entry.offset());
    int needs = entry.sums() == Sums.BEHIND_LONG || extra.length > 0 ? ZIP64 : PLAIN;
    Fields fields = new Fields().four(0x02014b50).two(MADE_BY_UNIX).two(needs);
    kind(fields, entry.sums()).four(entry.packed().crc());
    fields.four(low(packed)).four(low(entry.length()));
    fields.two(text.length).two(extra.length).two(0).two(0).two(0).four(MODE);
    return fields.four(low(entry.offset())).all(text).all(extra).bytes();
  }

  /** The numbers that 32 bits do not say, in their order. */
  private static byte[] extra(long... numbers) {
    Fields large = new Fields();
    for (long number : numbers) {
      if (number >= MOST) {
        large.eight(number);
      }
    }
    byte[] bytes = large.bytes();
    return bytes.length == 0
        ? bytes
        : new Fields().two(ID_ZIP64).two(bytes.length).all(bytes).bytes();
  }

  private static long low(long number) {
    return Math.min(number, MOST);
  }

  /** The end of the file, behind its directory. */
  static byte[] end(long entries, long offset, long size) {
    Fields fields = new Fields();
    if (entries >= MOST_ENTRIES || offset >= MOST || size >= MOST) {
      fields.four(0x06064b50).eight(44).two(MADE_BY_UNIX).two(ZIP64).four(0).four(0);
      fields.eight(entries).eight(entries).eight(size).eight(offset);
      fields.four(0x07064b50).four(0).eight(offset + size).four(1);
    }
    int count = (int) Math.min(entries, MOST_ENTRIES);
    fields.four(0x06054b50).two(0).two(0).two(count).two(count);
    return fields.four(low(size)).four(low(offset)).two(0).bytes();
  }

  /** Numbers of so many bytes, the lowest first. */
  private static final class Fields {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

    Fields two(int number) {
      return number(number, 2);
    }

    Fields four(long number) {
      return number(number, 4);
    }

    Fields eight(long number) {
      return number(number, 8);
    }

    private Fields number(long number, int bytes) {
      for (int i = 0; i < bytes; i++) {
        out.write((int) (number >>> (8 * i)));
      }
      return this;
    }

    Fields all(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
