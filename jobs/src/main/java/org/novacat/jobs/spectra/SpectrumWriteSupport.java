package org.novacat.jobs.spectra;

import static java.util.Objects.requireNonNull;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.DescribedWriteSupport;
import org.novacat.jobs.parquet.VoTableField;
import org.novacat.jobs.parquet.VoTableHeader;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.SpectrumColumn;

/** Schema, metadata and rows of {@code spectrum.parquet}. */
final class SpectrumWriteSupport extends DescribedWriteSupport<SampleRow> {
  private static final SpectrumColumn[] COLUMNS = SpectrumColumn.values();
  private static final MessageType SCHEMA =
      new MessageType(
          "spectrum",
          Stream.of(COLUMNS).map(SpectrumWriteSupport::parquetColumn).toArray(Type[]::new));
  private static final List<String> DOUBLES =
      Stream.of(COLUMNS)
          .filter(column -> column.type() == SpectrumColumn.Type.DOUBLE)
          .map(SpectrumColumn::columnName)
          .toList();

  SpectrumWriteSupport(NormalizedSpectrum spectrum, SortedMap<String, String> facts) {
    super(SCHEMA, metadata(spectrum, facts));
  }

  @Override
  public String getName() {
    return "novacat-spectrum";
  }

  @Override
  protected List<String> plainColumns() {
    return DOUBLES;
  }

  @Override
  protected void writeFields(SampleRow row, RecordConsumer to) {
    NormalizedOrder order = requireNonNull(row.order, "order is null");
    int i = row.index;
    startField(to, SpectrumColumn.ORDER);
    to.addInteger(order.order());
    endField(to, SpectrumColumn.ORDER);
    write(to, SpectrumColumn.WAVELENGTH, order.wavelength(), i);
    write(to, SpectrumColumn.WAVELENGTH_VACUUM, order.wavelengthVacuum(), i);
    write(to, SpectrumColumn.FLUX, order.flux(), i);
    write(to, SpectrumColumn.FLUX_LAMBDA, order.fluxLambda(), i);
    write(to, SpectrumColumn.UNCERTAINTY, order.uncertainty(), i);
    write(to, SpectrumColumn.UNCERTAINTY_LAMBDA, order.uncertaintyLambda(), i);
    int[] mask = order.maskBits();
    if (mask != null) {
      startField(to, SpectrumColumn.MASK);
      to.addInteger(mask[i]);
      endField(to, SpectrumColumn.MASK);
    }
    startField(to, SpectrumColumn.GOOD);
    to.addBoolean(order.good()[i]);
    endField(to, SpectrumColumn.GOOD);
  }

  private static void write(
      RecordConsumer to, SpectrumColumn column, double @Nullable [] values, int i) {
    if (values != null) {
      startField(to, column);
      to.addDouble(values[i]);
      endField(to, column);
    }
  }

  private static void startField(RecordConsumer to, SpectrumColumn column) {
    to.startField(column.columnName(), column.position());
  }

  private static void endField(RecordConsumer to, SpectrumColumn column) {
    to.endField(column.columnName(), column.position());
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
      NormalizedSpectrum spectrum, SortedMap<String, String> facts) {
    List<VoTableField> fields =
        Stream.of(COLUMNS).map(column -> describe(column, spectrum)).toList();
    Map<String, String> all = new HashMap<>(VoTableHeader.metadata("spectrum", fields, facts));
    all.put("novacat.schema", "spectrum/" + SpectrumColumn.SCHEMA_VERSION);
    return all;
  }

  private static VoTableField describe(SpectrumColumn column, NormalizedSpectrum spectrum) {
    return new VoTableField(
        column.columnName(),
        column.type().name().toLowerCase(Locale.ROOT),
        column.unit(spectrum.fluxUnit()),
        column.ucd(spectrum.medium()),
        column.utype(),
        column.description());
  }
}
