package org.novacat.transforms.photometry.row;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;

/**
 * What is a row's own, as bytes: id (16), epoch (8), template (4), row in the file (4), value or
 * limit (8), then a mask and those of six numbers that are there, then the cell of the epoch and
 * the notes, each as its length, negative where characters take two bytes, and its characters.
 */
final class RowBytes {
  private static final int CHUNK = 1 << 20;

  private static final int MJD = 16;
  private static final int TEMPLATE = 24;
  private static final int SOURCE_ROW = 28;
  private static final int NUMBER = 32;
  private static final int MASK = 40;
  private static final int REST = 41;
  private static final int NUMBERS = 6;

  private final List<ByteBuffer> chunks = new ArrayList<>();

  /** Appends a row; where it stands now. */
  long write(PhotometryRow row, int template) {
    Measurement measurement = row.measurement();
    Epoch epoch = measurement.epoch();
    Brightness brightness = measurement.brightness();
    ByteBuffer to = roomFor(epoch.original().length() + measurement.notes().length());
    long place = (chunks.size() - 1L) << 32 | to.position();
    to.putLong(row.id().getMostSignificantBits()).putLong(row.id().getLeastSignificantBits());
    to.putDouble(epoch.mjd()).putInt(template).putInt(measurement.sourceRow());
    to.putDouble(brightness.number());
    write(
        to,
        row.baryTdbMjd(),
        brightness.error(),
        brightness.errorLow(),
        brightness.errorHigh(),
        epoch.startMjd(),
        epoch.endMjd());
    write(to, epoch.original());
    write(to, measurement.notes());
    return place;
  }

  private ByteBuffer roomFor(int characters) {
    int most = REST + NUMBERS * Double.BYTES + 2 * Integer.BYTES + 2 * characters;
    if (chunks.isEmpty() || chunks.get(chunks.size() - 1).remaining() < most) {
      chunks.add(ByteBuffer.allocate(Math.max(CHUNK, most)));
    }
    return chunks.get(chunks.size() - 1);
  }

  private static void write(ByteBuffer to, @Nullable Double... numbers) {
    int mask = 0;
    for (int i = 0; i < numbers.length; i++) {
      mask |= numbers[i] == null ? 0 : 1 << i;
    }
    to.put((byte) mask);
    for (Double number : numbers) {
      if (number != null) {
        to.putDouble(number);
      }
    }
  }

  private static void write(ByteBuffer to, String text) {
    boolean wide = text.chars().anyMatch(c -> c > 0xFF);
    to.putInt(wide ? -text.length() : text.length());
    for (int i = 0; i < text.length(); i++) {
      if (wide) {
        to.putChar(text.charAt(i));
      } else {
        to.put((byte) text.charAt(i));
      }
    }
  }

  /** Forgets the row that stands there and all behind it. */
  void truncate(long place) {
    int chunk = chunk(place);
    chunks.subList(chunk + 1, chunks.size()).clear();
    chunks.get(chunk).position(at(place));
  }

  UUID id(long place) {
    ByteBuffer from = chunks.get(chunk(place));
    return new UUID(from.getLong(at(place)), from.getLong(at(place) + Long.BYTES));
  }

  double mjd(long place) {
    return chunks.get(chunk(place)).getDouble(at(place) + MJD);
  }

  double number(long place) {
    return chunks.get(chunk(place)).getDouble(at(place) + NUMBER);
  }

  int template(long place) {
    return chunks.get(chunk(place)).getInt(at(place) + TEMPLATE);
  }

  /** The row that stands there, the rest of it from its template. */
  PhotometryRow row(long place, PhotometryRow template) {
    ByteBuffer from = chunks.get(chunk(place)).duplicate();
    int at = at(place);
    @Nullable Double[] numbers = numbers(from, at);
    return new PhotometryRow(
        id(place),
        template.nova(),
        measurement(from, at, numbers, template.measurement()),
        template.band(),
        numbers[0],
        template.upload(),
        template.dupGroup());
  }

  private static @Nullable Double[] numbers(ByteBuffer from, int at) {
    @Nullable Double[] numbers = new Double[NUMBERS];
    from.position(at + REST);
    for (int i = 0; i < NUMBERS; i++) {
      numbers[i] = (from.get(at + MASK) & 1 << i) == 0 ? null : (Double) from.getDouble();
    }
    return numbers;
  }

  private static Measurement measurement(
      ByteBuffer from, int at, @Nullable Double[] numbers, Measurement shared) {
    return new Measurement(
        from.getInt(at + SOURCE_ROW),
        shared.object(),
        shared.epoch().at(from.getDouble(at + MJD), text(from), numbers[4], numbers[5]),
        shared.band(),
        shared.spectral(),
        shared.magSystem(),
        shared.brightness().with(from.getDouble(at + NUMBER), numbers[1], numbers[2], numbers[3]),
        shared.qualityFlag(),
        shared.qualityBits(),
        text(from),
        shared.origin(),
        shared.trust());
  }

  private static String text(ByteBuffer from) {
    int length = from.getInt();
    char[] characters = new char[Math.abs(length)];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = length < 0 ? from.getChar() : (char) (from.get() & 0xFF);
    }
    return new String(characters);
  }

  private static int chunk(long place) {
    return (int) (place >>> 32);
  }

  private static int at(long place) {
    return (int) place;
  }
}
