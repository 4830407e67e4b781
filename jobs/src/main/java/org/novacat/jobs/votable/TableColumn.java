package org.novacat.jobs.votable;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Tsv;

/**
 * A column of a table that is made from records of one kind.
 *
 * @param field what is said of it
 * @param nullable whether a row may have no value
 * @param cell its value in a row, of the class that {@link Type} names; null for none
 */
public record TableColumn<R>(
    VoTableField field, Type type, boolean nullable, Function<R, @Nullable Object> cell) {

  /** What a column holds. */
  public enum Type {
    TEXT("char", "*", String.class),
    INT("int", "", Integer.class),
    LONG("long", "", Long.class),
    DOUBLE("double", "", Double.class),
    BOOLEAN("boolean", "", Boolean.class),
    INTS("int", "*", int[].class),
    DOUBLES("double", "*", double[].class),
    BOOLEANS("boolean", "*", boolean[].class);

    private final String datatype;
    private final String arraysize;
    private final Class<?> content;

    Type(String datatype, String arraysize, Class<?> content) {
      this.datatype = datatype;
      this.arraysize = arraysize;
      this.content = content;
    }

    /** The class of its values. */
    public Class<?> content() {
      return content;
    }

    /** Whether a cell holds many numbers. */
    public boolean isList() {
      return content.isArray();
    }
  }

  /** The column that a line of a resource describes. */
  static <R> TableColumn<R> of(Tsv.Row said, Function<R, @Nullable Object> cell) {
    Type type = Type.valueOf(said.cell("type"));
    VoTableField field =
        new VoTableField(
            said.cell("name"),
            type.datatype,
            type.arraysize,
            said.cell("unit"),
            said.cell("ucd"),
            said.cell("utype"),
            said.cell("xtype"),
            said.cell("ref"),
            said.cell("description"));
    return new TableColumn<>(field, type, Boolean.parseBoolean(said.cell("nullable")), cell);
  }

  /** Its name. */
  public String name() {
    return field.name();
  }

  /**
   * Its value in a row; null where there is none or it is no number.
   *
   * @throws IllegalArgumentException when there is none and has to be one
   */
  public @Nullable Object value(R row) {
    Object value = cell.apply(row);
    boolean there = value != null && !(value instanceof Double number && number.isNaN());
    if (!there && !nullable) {
      throw new IllegalArgumentException(
          "Cannot write a row: its '%s' is %s (every row needs one)".formatted(name(), value));
    }
    return there ? value : null;
  }
}
