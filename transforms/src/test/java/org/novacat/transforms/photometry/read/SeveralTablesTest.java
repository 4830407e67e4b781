package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.layouts.photometry.FileRefusalCode.MISSING_REQUIRED_COLUMN;

import org.junit.jupiter.api.Test;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;

/** Files of several tables. */
class SeveralTablesTest {
  private static final String TIME = field("MJD", "time.epoch", "d");
  private static final String V =
      table("V", TIME + field("Vmag", "phot.mag", "mag"), "59291.6", "17.9");
  private static final String B =
      table("B", TIME + field("Bmag", "phot.mag", "mag"), "59292.6", "18.9");
  private static final String STARS =
      table("stars", field("star", "meta.id", "") + field("ra", "pos.eq.ra", "deg"), "1", "20.5");

  private static String field(String name, String ucd, String unit) {
    return "<FIELD name=\"%s\" datatype=\"double\" ucd=\"%s\" unit=\"%s\"/>"
        .formatted(name, ucd, unit);
  }

  private static String table(String name, String fields, String one, String other) {
    return ("<TABLE name=\"%s\">%s<DATA><TABLEDATA><TR><TD>%s</TD><TD>%s</TD></TR></TABLEDATA>"
            + "</DATA></TABLE>")
        .formatted(name, fields, one, other);
  }

  private static Reading read(String... tables) {
    return Reading.of(
        "a.vot", "<VOTABLE><RESOURCE>%s</RESOURCE></VOTABLE>".formatted(String.join("", tables)));
  }

  @Test
  void secondTable_isReadAsTheFirst() {
    Reading reading = read(V, B);

    assertThat(reading.rows()).extracting(Measurement::band).containsExactly("V", "B");
    assertThat(reading.rows()).extracting(Measurement::sourceRow).containsExactly(1, 2);
    assertThat(reading.understood().more()).hasSize(1);
  }

  @Test
  void whatATableSays_holdsForItAlone_andWhatIsAroundHoldsForAll() {
    String system = "<PARAM name=\"magsys\" datatype=\"char\" value=\"AB\"/>";
    String object = "<PARAM name=\"object\" datatype=\"char\" value=\"V1405 Cas\"/>";

    Reading reading = read(object, V.replace("<DATA>", system + "<DATA>"), B);

    assertThat(reading.rows().get(0).magSystem()).isEqualTo("AB");
    assertThat(reading.rows().get(1).magSystem()).isNull();
    assertThat(reading.rows()).extracting(Measurement::object).containsOnly("V1405 Cas");
  }

  @Test
  void tableOfOtherThings_isNamed_whereverItStands() {
    for (Reading reading : new Reading[] {read(V, STARS), read(STARS, V)}) {
      assertThat(reading.rows()).hasSize(1);
      assertThat(reading.rejected()).isEmpty();
      assertThat(reading.understood().account().unaccounted())
          .filteredOn(piece -> piece.kind().equals("table"))
          .extracting(Piece::name)
          .containsExactly("star, ra");
    }
  }

  @Test
  void tablesOfOtherThingsAlone_areRefused() {
    assertThat(read(STARS, STARS).refusal().code()).isEqualTo(MISSING_REQUIRED_COLUMN);
  }

  @Test
  void secondTableThatCannotBeRead_hasItsRowsRejected() {
    Reading reading =
        read(V, table("?", TIME + field("mag", "phot.mag", "mag"), "59293.6", "12.3"));

    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.rejected())
        .extracting(RejectedRow::code)
        .containsExactly(RowRejectionCode.SECTION_UNREADABLE);
  }

  @Test
  void tableThatRefersToAnother_hasItsFields() {
    String more =
        "<TABLE ref=\"t\"><DATA><TABLEDATA><TR><TD>59293.6</TD><TD>17.8</TD></TR></TABLEDATA>"
            + "</DATA></TABLE>";

    Reading reading = read(V.replace("<TABLE ", "<TABLE ID=\"t\" "), more);

    assertThat(reading.rows())
        .extracting(row -> row.epoch().mjd())
        .containsExactly(59291.6, 59293.6);
  }
}
