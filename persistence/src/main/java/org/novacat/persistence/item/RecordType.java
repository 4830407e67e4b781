package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a record is stored in attributes of an item. Each component is named once, in the order of
 * the components: that line writes it, reads it and puts it into the schema. What a line is given
 * has to be of the type that the component has; that their order is the record's, the stored items
 * of the current version show in a test, which reads and writes each of them.
 *
 * <p>The methods that add a line return a new one.
 */
public final class RecordType<R extends Record> {
  private final Constructor<R> constructor;
  private final List<Column<R, ?>> columns;
  private final String marker;

  /** Takes attributes one by one; null for one that is not to be there. */
  interface Sink {
    <V> void set(Field<V> field, @Nullable V value);
  }

  /** One line; {@code read} is null for what is written and is no component. */
  private record Column<R, V>(
      List<Field<?>> fields,
      Function<R, @Nullable V> get,
      @Nullable Function<Fields, @Nullable V> read,
      BiConsumer<Sink, @Nullable V> write) {
    void write(@Nullable R record, Sink sink) {
      write.accept(sink, record == null ? null : get.apply(record));
    }
  }

  private RecordType(Constructor<R> constructor, List<Column<R, ?>> columns, String marker) {
    this.constructor = constructor;
    this.columns = columns;
    this.marker = marker;
  }

  /** Of a record, without a line yet. */
  public static <R extends Record> RecordType<R> of(Class<R> type) {
    Class<?>[] parameters =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return new RecordType<>(type.getConstructor(parameters), List.of(), "");
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("Cannot store a %s: it is not public".formatted(type), e);
    }
  }

  /** An attribute that is always there. */
  public <V> RecordType<R> required(String name, AttributeType<V> type, Function<R, V> get) {
    return field(Field.required(name, type), get);
  }

  /** An attribute that is not there while the component is null. */
  public <V> RecordType<R> optional(
      String name, AttributeType<V> type, Function<R, @Nullable V> get) {
    return field(Field.optional(name, type), get);
  }

  /** The same of an attribute that others name too. */
  public <V> RecordType<R> field(Field<V> field, Function<R, @Nullable V> get) {
    boolean isRequired = field.presence() == Field.Presence.REQUIRED;
    return with(
        List.of(field),
        get,
        fields -> isRequired ? fields.get(field) : fields.find(field),
        (sink, value) -> sink.set(field, value));
  }

  /** An attribute that is not there while the component is {@code none}. */
  public <V> RecordType<R> known(String name, AttributeType<V> type, Function<R, V> get, V none) {
    return known(Field.optional(name, type), get, none);
  }

  /** The same of an attribute that others name too. */
  public <V> RecordType<R> known(Field<V> field, Function<R, V> get, V none) {
    return with(
        List.of(field),
        get,
        fields -> fields.get(field, none),
        (sink, value) -> sink.set(field, none.equals(value) ? null : value));
  }

  /** An attribute that is always written, and was not by programs of before. */
  public <V> RecordType<R> since(String name, AttributeType<V> type, Function<R, V> get, V before) {
    return since(Field.optional(name, type), get, before);
  }

  /** The same of an attribute that others name too. */
  public <V> RecordType<R> since(Field<V> field, Function<R, V> get, V before) {
    return with(
        List.of(field),
        get,
        fields -> fields.get(field, before),
        (sink, value) -> sink.set(field, value));
  }

  /** A record whose attributes lie beside the others. */
  public <P extends Record> RecordType<R> part(RecordType<P> part, Function<R, P> get) {
    return with(part.fields(), get, part::read, (sink, value) -> part.write(value, sink));
  }

  /** The same of one that is not there while the component is null. */
  public <P extends Record> RecordType<R> perhaps(
      RecordType<P> part, Function<R, @Nullable P> get) {
    List<Field<?>> fields =
        part.fields().stream().<Field<?>>map(field -> Field.optional(field)).toList();
    return with(fields, get, part::find, (sink, value) -> part.write(value, sink));
  }

  /** An attribute that is no component, made from what is. */
  public <V> RecordType<R> also(Field<V> field, Function<R, @Nullable V> get) {
    return with(List.of(field), get, null, (sink, value) -> sink.set(field, value));
  }

  /** The same; where it may not be there, this attribute tells, instead of the first. */
  public RecordType<R> toldBy(String name) {
    return new RecordType<>(constructor, columns, name);
  }

  RecordType<R> meta(Function<R, ItemMeta> get) {
    return with(List.of(), get, Fields::meta, (sink, value) -> {});
  }

  private <V> RecordType<R> with(
      List<Field<?>> fields,
      Function<R, @Nullable V> get,
      @Nullable Function<Fields, @Nullable V> read,
      BiConsumer<Sink, @Nullable V> write) {
    Column<R, V> column = new Column<>(fields, get, read, write);
    List<Column<R, ?>> more = Stream.concat(columns.stream(), Stream.of(column)).toList();
    boolean isFirst = marker.isEmpty() && !fields.isEmpty();
    return new RecordType<>(constructor, more, isFirst ? fields.get(0).name() : marker);
  }

  /** All attributes. */
  public List<Field<?>> fields() {
    return columns.stream().flatMap(column -> column.fields().stream()).toList();
  }

  void write(@Nullable R record, Sink sink) {
    columns.forEach(column -> column.write(record, sink));
  }

  /**
   * The record that an item holds.
   *
   * @throws org.novacat.persistence.failure.SchemaException when an attribute is missing or of
   *     another type
   */
  public R read(Fields fields) {
    Object[] values =
        columns.stream()
            .filter(column -> column.read() != null)
            .map(column -> requireNonNull(column.read()).apply(fields))
            .toArray();
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error; // one of memory is not to be taken for a fault of the item
      }
      throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read a " + constructor.getName(), e);
    }
  }

  /** The same; null when the item holds none. */
  public @Nullable R find(Fields fields) {
    return fields.item().get(marker) == null ? null : read(fields);
  }
}
