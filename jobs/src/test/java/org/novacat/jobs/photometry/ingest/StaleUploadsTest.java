package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.testing.Photometry;
import org.novacat.transforms.photometry.row.RowRules;

/** Uploads that were decided by an older version of this program. */
class StaleUploadsTest {
  private static final String FIRST =
      "star,JD,mag,err,band\nV339 Del,2456520.5,4.4,0.1,V\nRS Oph,2453779.5,4.8,0.1,V\n";
  private static final String SECOND =
      "star,JD,mag,err,band\nRS Oph,2453780.5,4.9,0.1,V\nT CrB,2453780.5,9.9,0.1,V\n";
  private static final String LATER = "star,JD,mag,err,band\nV339 Del,2456530.5,6.1,0.1,V\n";

  /** By the rules of today, under a schema that nobody recorded. */
  private static final String OF_NO_SCHEMA = "of no schema";

  @TempDir Path folder;

  /**
   * The new upload touches V339 Del, its older upload RS Oph, and that one's older upload T CrB.
   */
  @ParameterizedTest
  @ValueSource(strings = {"bands 0.1.0, readers 0", OF_NO_SCHEMA})
  void staleUploadsOfTouchedNovae_areDecidedAgain_untilThereAreNone(String rules)
      throws IOException {
    Path later = file("later.csv", LATER);
    PhotometryArchive archive = archive();
    PhotometryArchive today = archive.copyTo(folder.resolve("today"));
    today.register(later);
    assertThat(today.ingest().at("/uploads/planned").asInt()).isEqualTo(1);
    archive.withCatalog(
        catalog -> age(catalog, rules, archive.id("V339 Del"), archive.id("T CrB")));
    archive.register(later);

    JsonNode report = archive.ingest();

    assertThat(report.at("/uploads/planned").asInt()).isEqualTo(3);
    assertThat(report.at("/uploads/ended/done").asInt()).isEqualTo(3);
    assertThat(archive.tables()).isEqualTo(today.tables());
    archive.withCatalog(
        catalog ->
            assertThat(catalog.photometryTables().parts(NovaId.parse(archive.id("RS Oph"))))
                .extracting(part -> upload(catalog, part).verdict().rules())
                .containsOnly(RowRules.KEPT));
  }

  /** As a program before parts had rows of their own would have left it. */
  @Test
  void uploadsWithoutRows_areDecidedOnceMore_inTheSameRun() throws IOException {
    Path later = file("later.csv", LATER);
    PhotometryArchive archive = archive();
    PhotometryArchive today = archive.copyTo(folder.resolve("today"));
    today.register(later);
    today.ingest();
    archive.withCatalog(
        catalog ->
            decideAs(catalog, archive.id("V339 Del"), verdict -> verdict, this::withoutRows));
    archive.register(later);

    JsonNode report = archive.ingest();

    assertThat(report.at("/uploads/ended/done").asInt()).isEqualTo(2);
    assertThat(report.at("/tables/planned").asInt()).isEqualTo(2);
    assertThat(archive.tables()).isEqualTo(today.tables());
    archive.register(file("last.csv", LATER.replace("6530", "6531")));
    assertThat(archive.ingest().at("/uploads/planned").asInt()).isEqualTo(1);
  }

  private PhotometryPart withoutRows(PhotometryPart part) {
    return new PhotometryPart(
        part.novaId(), part.upload(), part.object(), null, part.rows(), part.meta());
  }

  private PhotometryArchive archive() throws IOException {
    PhotometryArchive archive = new PhotometryArchive(folder.resolve("workspace"));
    List.of("V339 Del", "RS Oph", "T CrB").forEach(archive::addNova);
    archive.register(file("first.csv", FIRST));
    archive.register(file("second.csv", SECOND));
    archive.ingest();
    return archive;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** As if an older version had decided the uploads of these novae. */
  private static void age(Catalog catalog, String rules, String... novae) {
    String recorded = rules.equals(OF_NO_SCHEMA) ? RowRules.VERSION : rules;
    for (String nova : novae) {
      decideAs(catalog, nova, verdict -> by(recorded, verdict), part -> part);
    }
  }

  private static void decideAs(
      Catalog catalog,
      String nova,
      UnaryOperator<UploadVerdict> verdict,
      UnaryOperator<PhotometryPart> part) {
    PhotometryPart first = catalog.photometryTables().parts(NovaId.parse(nova)).get(0);
    PhotometryUpload accepted = upload(catalog, first);
    List<PhotometryPart> parts =
        accepted.verdict().novae().stream()
            .flatMap(one -> catalog.photometryTables().parts(one).stream())
            .filter(one -> one.upload().equals(accepted.id()))
            .map(part)
            .toList();
    PhotometryUpload waiting = catalog.uploads().decideAgain(accepted).orElseThrow();
    assertThat(Photometry.decide(catalog, waiting, verdict.apply(accepted.verdict()), parts))
        .isTrue();
    catalog.workQueue().settle(catalog.workQueue().list(WorkConsumer.TABLE).toList());
  }

  private static UploadVerdict by(String rules, UploadVerdict verdict) {
    return new UploadVerdict(
        verdict.format(),
        verdict.rows(),
        verdict.accepted(),
        verdict.rejected(),
        verdict.novae(),
        null,
        verdict.quarantinePrefix(),
        verdict.quarantined(),
        verdict.manifest(),
        rules,
        verdict.at());
  }

  private static PhotometryUpload upload(Catalog catalog, PhotometryPart part) {
    return catalog.uploads().find(part.upload()).orElseThrow();
  }
}
