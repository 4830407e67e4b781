package org.novacat.jobs.votable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Tsv;

/**
 * What a table of records is like, whatever the file format.
 *
 * @param name name of the table
 * @param columns in their order
 * @param systems what columns count in, each of which a column names
 */
public record TableForm<R>(
    String name, List<TableColumn<R>> columns, List<CoordinateSystem> systems) {
  public TableForm {
    columns = List.copyOf(columns);
    systems = List.copyOf(systems);
  }

  /**
   * Begins a table whose columns are described by a resource: tab-separated, with name, type,
   * nullable, unit, ucd, utype, xtype, ref and description.
   *
   * @param beside the class beside which the resource lies
   */
  public static <R> Builder<R> described(Class<?> beside, String resource, String name) {
    return new Builder<>(Tsv.resource(beside, resource), name);
  }

  /** Whether a cell of it holds many numbers. */
  public boolean hasLists() {
    return columns.stream().anyMatch(column -> column.type().isList());
  }

  /** Gives a cell to each line of a resource, in its order. */
  public static final class Builder<R> {
    private final Tsv said;
    private final String name;
    private final List<TableColumn<R>> columns = new ArrayList<>();

    private Builder(Tsv said, String name) {
      this.said = said;
      this.name = name;
    }

    /** The next column. */
    public Builder<R> column(String column, Function<R, @Nullable Object> cell) {
      Tsv.Row line = said.rows().get(columns.size());
      if (!line.cell("name").equals(column)) {
        throw new IllegalArgumentException(
            "Cannot describe column '%s': '%s' is next".formatted(column, line.cell("name")));
      }
      columns.add(TableColumn.of(line, cell));
      return this;
    }

    /**
     * The table.
     *
     * @throws IllegalStateException when a line has no cell, or a system no column
     */
    public TableForm<R> in(CoordinateSystem... systems) {
      if (columns.size() < said.rows().size()) {
        throw new IllegalStateException(
            "Cannot describe table '%s': %s columns of %s have cells"
                .formatted(name, columns.size(), said.rows().size()));
      }
      return new TableForm<>(name, columns, List.of(systems));
    }
  }
}
