package org.novacat.persistence.item;

import java.time.Instant;
import java.util.List;
import org.novacat.layouts.id.JobRunId;

/** The attributes of every item. */
public final class Common {
  public static final Field<String> ENTITY_TYPE = Field.required("entity_type", Types.TEXT);
  public static final Field<String> SCHEMA_VERSION = Field.required("schema_version", Types.TEXT);
  public static final Field<Instant> CREATED_AT = Field.required("created_at", Types.INSTANT);
  public static final Field<Instant> UPDATED_AT = Field.required("updated_at", Types.INSTANT);
  public static final Field<Long> VERSION = Field.required("version", Types.WHOLE);
  public static final Field<JobRunId> UPDATED_BY = Field.required("updated_by", Types.RUN_ID);

  static final List<Field<?>> ALL =
      List.of(ENTITY_TYPE, SCHEMA_VERSION, CREATED_AT, UPDATED_AT, VERSION, UPDATED_BY);

  private Common() {}
}
