package org.novacat.jobs.spectra;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetBytes;
import org.novacat.jobs.parquet.ParquetForm;
import org.novacat.jobs.parquet.VoTableHeader;
import org.novacat.jobs.votable.TimeSystem;
import org.novacat.jobs.votable.VoTableField;
import org.novacat.jobs.votable.VoTableParam;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.SpectrumColumn;

/** Writes {@code normalized/spectrum.parquet}. Equal spectra give equal bytes. */
final class SpectrumParquet {
  /** Of the whole file, compressed: what a sample takes, rounded up. */
  private static final int BYTES_PER_SAMPLE = 40;

  private static final SpectrumColumn[] COLUMNS = SpectrumColumn.values();
  private static final MessageType SCHEMA =
      new MessageType(
          "spectrum", Stream.of(COLUMNS).map(SpectrumParquet::parquetColumn).toArray(Type[]::new));
  private static final List<String> DOUBLES =
      Stream.of(COLUMNS)
          .filter(column -> column.type() == SpectrumColumn.Type.DOUBLE)
          .map(SpectrumColumn::columnName)
          .toList();

  private SpectrumParquet() {}

  /**
   * The bytes of the file.
   *
   * @param facts what the VOTable metadata says of the whole table, by name
   * @param time when it was observed, which is one of them; null when not known
   */
  static byte[] write(
      NormalizedSpectrum spectrum,
      SortedMap<String, String> facts,
      @Nullable ObservationTime time) {
    return ParquetBytes.write(
        new ParquetForm(SCHEMA, "novacat-spectrum", metadata(spectrum, facts, time), DOUBLES),
        spectrum.length() * BYTES_PER_SAMPLE,
        rows -> {
          for (NormalizedOrder order : spectrum.orders()) {
            rows.write(
                order.length(),
                (column, from, to, writer) -> write(order, column, from, to, writer));
          }
        });
  }

  /** Writes cells of samples {@code from} to before {@code to}. */
  private static void write(
      NormalizedOrder order, int column, int from, int to, ColumnWriter writer) {
    switch (COLUMNS[column]) {
      case ORDER -> IntStream.range(from, to).forEach(i -> writer.write(order.order(), 0, 0));
      case WAVELENGTH -> write(order.wavelength(), column, from, to, writer);
      case WAVELENGTH_VACUUM -> write(order.wavelengthVacuum(), column, from, to, writer);
      case FLUX -> write(order.flux(), column, from, to, writer);
      case FLUX_LAMBDA -> write(order.fluxLambda(), column, from, to, writer);
      case UNCERTAINTY -> write(order.uncertainty(), column, from, to, writer);
      case UNCERTAINTY_LAMBDA -> write(order.uncertaintyLambda(), column, from, to, writer);
      case MASK -> write(order.maskBits(), from, to, writer);
      case GOOD -> {
        boolean[] good = order.good();
        IntStream.range(from, to).forEach(i -> writer.write(good[i], 0, 0));
      }
    }
  }

  private static void write(
      double @Nullable [] values, int column, int from, int to, ColumnWriter writer) {
    int there = COLUMNS[column].required() ? 0 : 1;
    for (int i = from; i < to; i++) {
      if (values == null) {
        writer.writeNull(0, 0);
      } else {
        writer.write(values[i], 0, there);
      }
    }
  }

  private static void write(int @Nullable [] mask, int from, int to, ColumnWriter writer) {
    for (int i = from; i < to; i++) {
      if (mask == null) {
        writer.writeNull(0, 0);
      } else {
        writer.write(mask[i], 0, 1);
      }
    }
  }

  private static Type parquetColumn(SpectrumColumn column) {
    PrimitiveTypeName type =
        switch (column.type()) {
          case INT -> INT32;
          case DOUBLE -> DOUBLE;
          case BOOLEAN -> BOOLEAN;
        };
    Type.Repetition repetition =
        column.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
    return new PrimitiveType(repetition, type, column.columnName());
  }

  private static Map<String, String> metadata(
      NormalizedSpectrum spectrum,
      SortedMap<String, String> facts,
      @Nullable ObservationTime time) {
    List<TimeSystem> systems =
        time == null ? List.of() : List.of(new TimeSystem("obs", time.scale().name(), "UNKNOWN"));
    SortedMap<String, VoTableParam> params = new TreeMap<>();
    facts.forEach((name, value) -> params.put(name, VoTableParam.text(name, value)));
    if (time != null) {
      params.put("mjd", VoTableParam.mjd("mjd", time.mjd(), systems.get(0)));
      params.put("mjd_scale", VoTableParam.text("mjd_scale", time.scale().name()));
    }
    List<VoTableField> fields =
        Stream.of(COLUMNS).map(column -> describe(column, spectrum)).toList();
    Map<String, String> all =
        new HashMap<>(
            new VoTableHeader("spectrum", systems, fields, List.copyOf(params.values()))
                .metadata());
    all.put("novacat.schema", "spectrum/" + SpectrumColumn.SCHEMA_VERSION);
    return all;
  }

  private static VoTableField describe(SpectrumColumn column, NormalizedSpectrum spectrum) {
    return VoTableField.of(
        column.columnName(),
        column.type().name().toLowerCase(Locale.ROOT),
        column.unit(spectrum.fluxUnit()),
        column.ucd(spectrum.medium()),
        column.utype(),
        column.description());
  }
}
