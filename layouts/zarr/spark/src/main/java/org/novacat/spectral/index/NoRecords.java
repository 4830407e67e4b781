package org.novacat.spectral.index;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;

/** What parquet-mr wants to be given when columns are read as such and no records are made. */
final class NoRecords extends GroupConverter {
  private static final PrimitiveConverter VALUES = new PrimitiveConverter() {};

  private final GroupType schema;

  NoRecords(GroupType schema) {
    this.schema = schema;
  }

  @Override
  public Converter getConverter(int field) {
    return schema.getType(field).isPrimitive()
        ? VALUES
        : new NoRecords(schema.getType(field).asGroupType());
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
