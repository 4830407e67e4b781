package org.novacat.jobs.photometry.upload;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowSink;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** A part gives the rows of its nova as the whole upload gives them, whatever the format. */
public class PartsTest {
  private static final List<String> NOVAE = List.of("V339 Del", "RS Oph");

  private static final String TABLE =
      """
      # two novae; all times UT
      star,JD,mag,err,band,comment
      V339 Del,2456520.5,4.4,0.1,V,"clouds, thin"
      RS Oph,2453779.5,4.8,0.1,V,
      V339 Del,2456521.5,<15.2,,B,
      Nobody,2456521.5,4.6,0.1,V,a
      RS Oph,never,4.6,0.1,V,
      RS Oph,2453780.5,4.9,0.1,V,"say ""what"", she did"
      """;

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder, NOVAE.toArray(String[]::new));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  static Stream<Arguments> noLines() throws IOException {
    return Stream.of(
        Arguments.of("two.vot", voTable()),
        Arguments.of("two.json", array()),
        Arguments.of("osc.json", openCatalog()),
        Arguments.of("two.fits", fits()),
        Arguments.of("two.csv.gz", gzip(TABLE.getBytes(UTF_8))),
        Arguments.of("wide.csv", ("\uFEFF" + TABLE).getBytes(UTF_16LE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noLines")
  void rowsThatAreNoLines_areSplitToEcsv_thatReadsTheSame(String name, byte[] bytes) {
    PlannedUpload upload = desk.register(name, bytes, "");

    DecidedUpload decided = desk.decide(upload);

    assertThat(decided.parts()).hasSize(2);
    for (DecidedUpload.Part part : decided.parts()) {
      assertThat(part.source().key().toString())
          .contains("/split/" + part.nova() + "/")
          .endsWith("/" + name + ".ecsv");
      assertThat(text(part)).startsWith("# %ECSV 1.0\n");
      assertThat(desk.rows(part))
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(rowsOfTheWhole(upload, part));
    }
  }

  @Test
  void rowsBelowALineThatNamesAnother_areInItsPiece() throws IOException {
    String sections =
        """
        # Object: V339 Del
        JD,mag,band
        2456520.5,4.4,V
        # Object: RS Oph
        2456521.5,9.4,V
        """;

    DecidedUpload decided =
        desk.decide(desk.register("two.csv.gz", gzip(sections.getBytes(UTF_8)), ""));

    assertThat(decided.parts()).hasSize(2);
    for (DecidedUpload.Part part : decided.parts()) {
      boolean first = part.nova().equals(desk.id("V339 Del"));
      assertThat(text(part))
          .startsWith("# %ECSV 1.0\n")
          .endsWith(first ? "\n2456520.5,4.4,V\n" : "\n2456521.5,9.4,V\n");
    }
  }

  @Test
  void linesOfText_stayAsTheyAre() {
    PlannedUpload upload = desk.register("two.csv", TABLE.getBytes(UTF_8), "");

    DecidedUpload decided = desk.decide(upload);

    for (DecidedUpload.Part part : decided.parts()) {
      assertThat(part.source().key().toString()).endsWith("/two.csv");
      assertThat(TABLE).contains(text(part).lines().toList());
      assertThat(desk.rows(part)).containsExactlyInAnyOrderElementsOf(rowsOfTheWhole(upload, part));
    }
    assertThat(desk.quarantined(decided, "rows.jsonl")).contains("Nobody,2456521.5,4.6,0.1,V,a");
  }

  /** Alone, the errors of one nova would pass for numbers with a decimal comma. */
  @Test
  void pieceThatWouldReadOtherwise_doesNotMatter_rowsAreThoseOfTheWhole() {
    String odd =
        """
        star;JD;mag;err;band
        V339 Del;2456520.5;4.4;0.1;V
        RS Oph;2453779;5;0,1;V
        RS Oph;2453780;5;0,2;V
        """;
    PlannedUpload upload = desk.register("odd.csv", odd.getBytes(UTF_8), "");

    DecidedUpload decided = desk.decide(upload);

    assertThat(decided.parts())
        .filteredOn(part -> part.nova().equals(desk.id("RS Oph")))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(text(part)).doesNotContain("V339 Del");
              assertThat(desk.rows(part))
                  .hasSize(2)
                  .containsExactlyInAnyOrderElementsOf(rowsOfTheWhole(upload, part));
            });
  }

  @Test
  void rejectedRow_hasItsOwnText_whateverTheEncoding() {
    byte[] bytes =
        "star,JD,mag,band,observer\nV339 Del,2456520.5,4.4,Q9,Müller\nV339 Del,2456521.5,4.4,V,Ångström\n"
            .getBytes(UTF_8);

    DecidedUpload decided = desk.decide(desk.register("a.csv", bytes, ""));

    assertThat(desk.quarantined(decided, "rows.jsonl"))
        .contains("V339 Del,2456520.5,4.4,Q9,Müller");
  }

  private String text(DecidedUpload.Part part) {
    return new String(desk.archive.read(part.source(), 1L << 20).get(), UTF_8);
  }

  /** Without any manifest: all rows of the upload that the survey gives to the nova. */
  private List<PhotometryRow> rowsOfTheWhole(PlannedUpload upload, DecidedUpload.Part part) {
    List<PhotometryRow> rows = new ArrayList<>();
    UploadFile file =
        UploadFile.of(
            desk.archive, upload, desk.archive.read(upload.raw(), 1L << 20).get(), Long.MAX_VALUE);
    RowNova nova = new RowNova(part.nova(), "", Double.NaN, Double.NaN);
    file.reader()
        .read(
            file.file(),
            new RowSink() {
              private RowMaker maker;

              @Override
              public void begin(Understanding understood, Supplier<String> row) {
                maker = file.maker(understood);
              }

              @Override
              public void accept(Measurement measurement) {
                if (desk.book().named(measurement.object()).contains(part.nova())) {
                  maker.make(measurement, nova).match(good -> rows.add(good.row()), bad -> false);
                }
              }

              @Override
              public void reject(RejectedRow row) {}
            });
    return rows;
  }

  private static byte[] voTable() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      rows.append("<TR><TD>").append(NOVAE.get(i % 2)).append("</TD><TD>").append(56_000.25 + i);
      rows.append("</TD><TD>").append(4.5 + i).append("</TD><TD>V</TD></TR>");
    }
    return """
        <VOTABLE version="1.4"><RESOURCE><TIMESYS ID="t" timescale="TT" refposition="BARYCENTER"/>
        <TABLE><DESCRIPTION>Light curves of 2013MNRAS.433.2884M</DESCRIPTION>
        <PARAM name="telescope" datatype="char" arraysize="*" value="0.3 m 'Newton'"/>
        <FIELD name="star" datatype="char" arraysize="*" ucd="meta.id;src"/>
        <FIELD name="obs" datatype="double" unit="d" ucd="time.epoch"><DESCRIPTION>MJD</DESCRIPTION></FIELD>
        <FIELD name="b" datatype="float" unit="mag" ucd="phot.mag"/>
        <FIELD name="filter" datatype="char" arraysize="*"/>
        <DATA><TABLEDATA>%s</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
        """
        .formatted(rows)
        .getBytes(UTF_8);
  }

  private static byte[] array() {
    return """
        [{"star": "V339 Del", "mjd": 56519.5, "mag": 4.4, "band": "V", "note": "a, b"},
         {"star": "RS Oph", "mjd": 53779.5, "mag": 4.8, "band": "V"},
         {"star": "V339 Del", "mjd": 56520.5, "mag": 4.6, "band": "B", "note": "# no comment"}]
        """
        .getBytes(UTF_8);
  }

  private static byte[] openCatalog() {
    return """
        {"V339 Del": {"sources": [{"alias": "1", "bibcode": "2013MNRAS.433.2884M"}], "photometry": [
           {"time": "56519.5", "u_time": "MJD", "magnitude": "4.4", "band": "V", "source": "1"},
           {"time": "56520.5", "magnitude": "14.4", "band": "V", "upperlimit": true, "source": "1"}]},
         "RS Oph": {"sources": [], "photometry": [
           {"time": "53779.5", "magnitude": "4.8", "e_magnitude": "0.1", "band": "B"},
           {"time": "53780.5", "fluxdensity": "40", "u_fluxdensity": "mJy", "frequency": "5",
            "u_frequency": "GHz"}]}}
        """
        .getBytes(UTF_8);
  }

  private static byte[] fits() throws IOException {
    RowListStarTable table =
        new RowListStarTable(
            new ColumnInfo[] {
              new ColumnInfo("STAR", String.class, null),
              new ColumnInfo("MJD", Double.class, null),
              new ColumnInfo("MAG", Float.class, null),
              new ColumnInfo("FILTER", String.class, null)
            });
    for (int i = 0; i < 5; i++) {
      table.addRow(new Object[] {NOVAE.get(i % 2), 56_000.25 + i, 4.5f + i, "V"});
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FitsTableWriter().writeStarTable(table, out);
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
