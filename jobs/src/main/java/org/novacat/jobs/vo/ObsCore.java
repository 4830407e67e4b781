package org.novacat.jobs.vo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.export.TableFiles;
import org.novacat.jobs.parquet.TableParquet;
import org.novacat.jobs.votable.RowsTable;
import org.novacat.jobs.votable.SkySystem;
import org.novacat.jobs.votable.TableForm;
import org.novacat.jobs.votable.TimeSystem;
import org.novacat.layouts.position.SkyPosition;

/**
 * Writes the index of a release that tools of the Virtual Observatory read: all mandatory columns
 * of IVOA ObsCore 1.1. What is not known is null: a slit has no field of view that its file tells.
 */
public final class ObsCore {
  /** Identifier of the standard. */
  public static final String STANDARD = "ivo://ivoa.net/std/ObsCore#core-1.1";

  private static final List<String> PLAIN =
      List.of("obs_id", "obs_publisher_did", "access_url", "t_min", "t_max", "em_min", "em_max");

  private static final TableForm<ObsCoreRow> FORM =
      TableForm.<ObsCoreRow>described(ObsCore.class, "obscore.tsv", "obscore")
          .column("dataproduct_type", row -> row.dataset().type().word())
          .column("calib_level", row -> row.dataset().calibLevel())
          .column("obs_collection", row -> row.dataset().collection())
          .column("obs_id", row -> row.dataset().obsId())
          .column("obs_publisher_did", row -> row.dataset().publisherDid())
          .column("access_url", row -> orNull(row.access().url()))
          .column("access_format", row -> orNull(row.access().format()))
          .column("access_estsize", row -> row.access().kilobytes())
          .column("target_name", row -> orNull(row.target()))
          .column("s_ra", place(SkyPosition::raDeg))
          .column("s_dec", place(SkyPosition::decDeg))
          .column("s_fov", row -> null)
          .column("s_region", row -> null)
          .column("s_resolution", row -> null)
          .column("s_xel1", row -> null)
          .column("s_xel2", row -> null)
          .column("t_min", row -> row.time().min())
          .column("t_max", row -> row.time().max())
          .column("t_exptime", row -> row.time().exposureSeconds())
          .column("t_resolution", row -> null)
          .column("t_xel", row -> row.time().elements())
          .column("em_min", row -> row.spectral().min())
          .column("em_max", row -> row.spectral().max())
          .column("em_res_power", row -> row.spectral().resolvingPower())
          .column("em_xel", row -> row.spectral().elements())
          .column("o_ucd", row -> orNull(row.oUcd()))
          .column("pol_states", row -> null)
          .column("pol_xel", row -> null)
          .column("facility_name", row -> orNull(row.facility()))
          .column("instrument_name", row -> orNull(row.instrument()))
          .in(SkySystem.ICRS, TimeSystem.AS_REPORTED);

  private ObsCore() {}

  /**
   * Writes {@code obscore.vot}, row by row. The stream is left open.
   *
   * @param rows walked once
   */
  public static void voTable(Iterable<ObsCoreRow> rows, OutputStream out) throws IOException {
    TableFiles.results(
        new RowsTable<>(FORM, rows),
        new TreeMap<>(Map.of("standardID", STANDARD, "QUERY_STATUS", "OK")),
        FORM.systems(),
        out);
  }

  /**
   * Writes {@code obscore.parquet}, replacing what is there; memory does not grow with the number
   * of rows.
   *
   * @throws IOException when the disk does; half a file is then left
   */
  public static void parquet(Iterator<ObsCoreRow> rows, Path file) throws IOException {
    new TableParquet<>(FORM, PLAIN)
        .write(
            rows,
            file,
            Map.of("novacat.schema", "release-obscore/1.1"),
            new TreeMap<>(Map.of("standardID", STANDARD)));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Function<ObsCoreRow, @Nullable Object> place(
      Function<SkyPosition, Double> coordinate) {
    return row -> {
      SkyPosition position = row.position();
      return position == null ? null : coordinate.apply(position);
    };
  }
}
