package org.novacat.jobs.vo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.testing.VoTables;
import org.novacat.jobs.vo.DataLink.Link;
import org.novacat.jobs.vo.DataLink.Semantics;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.votable.VOTableBuilder;

class DataLinkTest {
  private static final DataLink LINKS =
      new DataLink(
          "ivo://x.org/novacat?p1",
          List.of(
              new Link(
                  Semantics.THIS,
                  "../nova/n1/p1.fits",
                  "spectrum-fits",
                  "Spectrum of V1500 Cyg & others",
                  "application/fits",
                  8640L,
                  "spectrum"),
              new Link(
                  Semantics.PREVIEW_PLOT,
                  "../nova/n1/p1.png",
                  "preview",
                  "Picture",
                  "image/png",
                  null,
                  null)));

  @TempDir Path folder;

  @Test
  void columns_areThoseOfTheStandard() throws IOException {
    StarTable table = read();

    assertThat(
            IntStream.range(0, table.getColumnCount())
                .mapToObj(table::getColumnInfo)
                .map(info -> info.getName() + "|" + info.getUCD()))
        .containsExactly(
            "ID|meta.id;meta.main",
            "access_url|meta.ref.url",
            "service_def|meta.ref",
            "error_message|meta.code.error",
            "description|meta.note",
            "semantics|meta.code",
            "content_type|meta.code.mime",
            "content_length|phys.size;meta.file",
            "content_qualifier|meta.code.class",
            "local_semantics|meta.code");
    assertThat(table.getColumnInfo(7).getUnitString()).isEqualTo("byte");
    assertThat(table.getColumnInfo(7).getContentClass()).isEqualTo(Long.class);
  }

  @Test
  void links_comeBack() throws IOException {
    try (RowSequence rows = read().getRowSequence()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getRow())
          .containsExactly(
              "ivo://x.org/novacat?p1",
              "../nova/n1/p1.fits",
              null,
              null,
              "Spectrum of V1500 Cyg & others",
              "#this",
              "application/fits",
              8640L,
              "spectrum",
              "spectrum-fits");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getCell(5)).isEqualTo("#preview-plot");
      assertThat(rows.getCell(7)).isNull();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void document_isSoundAsTheStandardAsks() throws IOException {
    assertThat(written())
        .contains("<RESOURCE type=\"results\">", "<TABLEDATA>")
        .contains("<INFO name=\"standardID\" value=\"ivo://ivoa.net/std/DataLink#links-1.1\"/>")
        .isEqualTo(written());
    VoTables.assertSound(written(), folder);
  }

  /** The terms of ivoa.net/rdf/datalink/core that are no preliminary inventions of ours. */
  @Test
  void terms_areThoseOfTheVocabulary() {
    assertThat(Stream.of(Semantics.values()).map(Semantics::term))
        .isSubsetOf(
            "#this",
            "#progenitor",
            "#derivation",
            "#auxiliary",
            "#weight",
            "#error",
            "#noise",
            "#calibration",
            "#bias",
            "#dark",
            "#flat",
            "#preview",
            "#preview-image",
            "#preview-plot",
            "#thumbnail",
            "#proc",
            "#cutout",
            "#documentation",
            "#detached-header",
            "#coderived",
            "#counterpart",
            "#package");
  }

  @Test
  void linkToNowhere_isRefused() {
    assertThatThrownBy(
            () -> new Link(Semantics.PACKAGE, "", "bundle", "", "application/zip", null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot link 'bundle': it has no URL (leave it out)");
  }

  private static StarTable read() throws IOException {
    return new StarTableFactory()
        .makeStarTable(new ByteArrayInputStream(written().getBytes(UTF_8)), new VOTableBuilder());
  }

  private static String written() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LINKS.write(bytes);
    return bytes.toString(UTF_8);
  }
}
