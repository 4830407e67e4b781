package org.novacat.transforms.votable;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

/**
 * Rows of a VOTable in binary (VOTable 1.4, sections 5.3 and 5.4): big-endian cells one after the
 * other; BINARY2 has a bit for each null before them.
 */
public final class VoBinary {
  private final List<VoField> fields;
  private final boolean nullFlags;
  private final boolean vectors;
  private final CellLimit held;

  /**
   * Rows of such fields.
   *
   * @param nullFlags whether each row begins with a bit for each null
   * @param vectors whether cells of several numbers are read, with blanks between these; else such
   *     cells are empty
   */
  public VoBinary(List<VoField> fields, boolean nullFlags, boolean vectors, CellLimit held) {
    this.fields = fields;
    this.nullFlags = nullFlags;
    this.vectors = vectors;
    this.held = held;
  }

  /**
   * All rows of a stream.
   *
   * @throws IllegalArgumentException when it is no base64 or ends inside a row
   */
  public List<List<String>> rows(String base64) {
    held.bytes(2L * base64.length());
    ByteBuffer in = ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64));
    List<List<String>> rows = new ArrayList<>();
    try {
      while (in.hasRemaining()) {
        rows.add(longRow(in));
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "its binary rows end inside row %s".formatted(rows.size() + 1), e);
    }
    return rows;
  }

  /** A row of at least a byte, so that rows come to an end. */
  private List<String> longRow(ByteBuffer in) {
    int before = in.position();
    List<String> row = row(in);
    held.row(row);
    if (in.position() == before) {
      throw new IllegalArgumentException("its binary rows have no bytes");
    }
    return row;
  }

  private List<String> row(ByteBuffer in) {
    byte[] flags = new byte[nullFlags ? (fields.size() + 7) / 8 : 0];
    in.get(flags);
    List<String> row = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      VoField field = fields.get(i);
      boolean none = nullFlags && (flags[i / 8] >> (7 - i % 8) & 1) == 1;
      String cell = cell(in, field.type());
      row.add(none || cell.equals(field.nulls()) ? "" : cell);
    }
    return row;
  }

  private String cell(ByteBuffer in, VoType type) {
    int count = type.count() < 0 ? in.getInt() : type.count();
    int length = type.bytes(count);
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    if (vectors && !type.isText() && count > 1 && !type.name().equals("bit")) {
      return vector(in, type, count);
    }
    if (type.isText() || count != 1) {
      byte[] bytes = new byte[length];
      in.get(bytes);
      return type.isText() ? text(bytes, type) : "";
    }
    return number(in, type);
  }

  private static String vector(ByteBuffer in, VoType type, int count) {
    StringJoiner numbers = new StringJoiner(" ");
    for (int i = 0; i < count; i++) {
      String number = number(in, type);
      numbers.add(number.isEmpty() ? "NaN" : number);
    }
    return numbers.toString();
  }

  private static String text(byte[] bytes, VoType type) {
    String text = new String(bytes, type.name().equals("char") ? UTF_8 : UTF_16BE);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  private static String number(ByteBuffer in, VoType type) {
    return switch (type.name()) {
      case "boolean" -> bool(in.get());
      case "unsignedByte", "bit" -> Integer.toString(in.get() & 0xFF);
      case "short" -> Short.toString(in.getShort());
      case "int" -> Integer.toString(in.getInt());
      case "long" -> Long.toString(in.getLong());
      case "float" -> finite(Float.toString(in.getFloat()));
      case "double" -> finite(Double.toString(in.getDouble()));
      default -> {
        in.get(new byte[type.bytes()]);
        yield "";
      }
    };
  }

  private static String bool(byte b) {
    return switch (b) {
      case 'T', 't', '1' -> "true";
      case 'F', 'f', '0' -> "false";
      default -> "";
    };
  }

  private static String finite(String number) {
    return number.startsWith("N") ? "" : number;
  }
}
