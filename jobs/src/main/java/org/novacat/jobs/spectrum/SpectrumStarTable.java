package org.novacat.jobs.spectrum;

import static org.novacat.jobs.export.TableFiles.described;

import org.novacat.jobs.spectrum.SpectrumFacts.Fact;
import org.novacat.jobs.spectrum.SpectrumTable.ExportColumn;
import org.novacat.jobs.votable.CoordinateSystem;
import uk.ac.starlink.table.ArrayColumn;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.VOStarTable;

/**
 * A spectrum as STIL has tables: a row a sample, a parameter a fact, with the utypes of the IVOA
 * Spectrum Data Model 1.1.
 */
final class SpectrumStarTable {
  private SpectrumStarTable() {}

  /**
   * The table.
   *
   * @param withUtype whether it says itself that it is a spectrum, which only VOTables can
   */
  static StarTable of(SpectrumTable from, boolean withUtype) {
    ColumnStarTable table = ColumnStarTable.makeTableWithRows(from.rows());
    table.setName("spectrum");
    for (ExportColumn column : from.columns()) {
      table.addColumn(ArrayColumn.makeColumn(info(column), column.values()));
    }
    if (withUtype) {
      table.setParameter(new DescribedValue(VOStarTable.UTYPE_INFO, "spec:Spectrum"));
    }
    table.setParameter(new DescribedValue(model(), "Spectrum-1.1"));
    for (Fact fact : from.facts()) {
      table.setParameter(new DescribedValue(info(fact), fact.value()));
    }
    if (!from.notes().isEmpty()) {
      table.setParameter(new DescribedValue(notes(), String.join(" ", from.notes())));
    }
    return table;
  }

  private static ColumnInfo info(ExportColumn column) {
    Class<?> type = column.values() instanceof double[] ? Double.class : Integer.class;
    ColumnInfo info = new ColumnInfo(column.name(), type, column.description());
    info.setNullable(false);
    return described(info, column.unit(), column.ucd(), SpectrumTable.utype(column.field()));
  }

  private static DefaultValueInfo info(Fact fact) {
    DefaultValueInfo info =
        new DefaultValueInfo(fact.keyword(), fact.value().getClass(), fact.comment());
    CoordinateSystem system = fact.system();
    if (system != null) {
      info.setAuxDatum(new DescribedValue(VOStarTable.REF_INFO, system.id()));
    }
    return described(info, fact.unit(), fact.ucd(), SpectrumTable.utype(fact.field()));
  }

  private static DefaultValueInfo model() {
    return described(
        new DefaultValueInfo("DataModel", String.class, "data model"),
        "",
        "",
        SpectrumTable.utype("DataModel"));
  }

  private static DefaultValueInfo notes() {
    return new DefaultValueInfo("HISTORY", String.class, "what was done to the spectrum");
  }
}
