package org.novacat.transforms.votable;

/**
 * What a cell of a VOTable holds (VOTable 1.4, section 2.1).
 *
 * @param name datatype
 * @param count elements in a cell; −1 for any number
 */
public record VoType(String name, int count) {
  /** The type that two attributes of a field say. */
  public static VoType of(String datatype, String arraysize) {
    String size = arraysize.strip();
    if (size.isEmpty()) {
      return new VoType(datatype, 1);
    }
    // Of several axes only the last may be open.
    int count = 1;
    for (String axis : size.split("x")) {
      if (axis.endsWith("*")) {
        return new VoType(datatype, -1);
      }
      count = Math.multiplyExact(count, Integer.parseInt(axis));
    }
    return new VoType(datatype, count);
  }

  /** Bytes of one element. */
  public int bytes() {
    return switch (name) {
      case "boolean", "unsignedByte", "char" -> 1;
      case "short", "unicodeChar" -> 2;
      case "int", "float" -> 4;
      case "long", "double", "floatComplex" -> 8;
      case "doubleComplex" -> 16;
      default -> throw new IllegalArgumentException("datatype '%s' is unknown".formatted(name));
    };
  }

  /** Bytes of so many elements; bits are packed. */
  public int bytes(int elements) {
    return name.equals("bit") ? (elements + 7) / 8 : Math.multiplyExact(bytes(), elements);
  }

  /** Whether cells are texts. */
  public boolean isText() {
    return name.equals("char") || name.equals("unicodeChar");
  }
}
