package org.novacat.persistence.medallion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.RunId;
import org.novacat.layouts.id.Slug;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** TableRun as an item. */
public final class TableRunItem {
  public static final Field<Slug> WORKFLOW = Field.required("workflow_slug", Types.SLUG);
  public static final Field<Slug> JOB = Field.required("job_slug", Types.SLUG);
  public static final Field<LocalDate> DAY = Field.required("run_date", Types.DAY);
  public static final Field<RunId> ID =
      Field.required("run_id", Types.text(RunId::text, RunId::new));
  public static final Field<RunStatus> STATUS =
      Field.required("status", Types.oneOf(RunStatus.class));
  public static final Field<String> LANDING = Field.optional("landing_filename", Types.TEXT);
  public static final Field<String> BRONZE = Field.optional("bronze_filename", Types.TEXT);
  public static final Field<String> SILVER = Field.optional("silver_filename", Types.TEXT);
  public static final Field<String> GOLD = Field.optional("gold_filename", Types.TEXT);
  public static final Field<Long> ROWS_IN = Field.required("rows_in", Types.WHOLE);
  public static final Field<Long> ROWS_OUT = Field.required("rows_out", Types.WHOLE);
  public static final Field<Long> REJECTED = Field.required("rows_rejected", Types.WHOLE);

  public static final Shape SHAPE =
      Shape.first(
          "TableRun",
          "TABLE#<workflow_slug>#<job_slug>",
          "RUN#<yyyymmdd>#<run_id>",
          WORKFLOW,
          JOB,
          DAY,
          ID,
          STATUS,
          LANDING,
          BRONZE,
          SILVER,
          GOLD,
          ROWS_IN,
          ROWS_OUT,
          REJECTED);

  private TableRunItem() {}

  public static ItemKey key(TableRun run) {
    return Keys.tableRun(run.workflow(), run.job(), run.day(), run.id());
  }

  /** Records how far a run has come; refused when its item is not as it was left. */
  public static Write.Put put(TableRun run) {
    return new ItemDraft(SHAPE, key(run), run.meta())
        .with(WORKFLOW, run.workflow())
        .with(JOB, run.job())
        .with(DAY, run.day())
        .with(ID, run.id())
        .with(STATUS, run.status())
        .with(LANDING, known(run.landing()))
        .with(BRONZE, known(run.bronze()))
        .with(SILVER, known(run.silver()))
        .with(GOLD, known(run.gold()))
        .with(ROWS_IN, run.rowsIn())
        .with(ROWS_OUT, run.rowsOut())
        .with(REJECTED, run.rowsRejected())
        .putNext();
  }

  public static TableRun read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new TableRun(
        fields.get(WORKFLOW),
        fields.get(JOB),
        fields.get(DAY),
        fields.get(ID),
        fields.get(STATUS),
        fields.get(LANDING, ""),
        fields.get(BRONZE, ""),
        fields.get(SILVER, ""),
        fields.get(GOLD, ""),
        fields.get(ROWS_IN),
        fields.get(ROWS_OUT),
        fields.get(REJECTED),
        fields.meta());
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }
}
