package org.novacat.persistence.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.id.RunId;
import org.novacat.layouts.id.Slug;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.medallion.TableRun;
import org.novacat.persistence.migration.Artifact;
import org.novacat.persistence.migration.ArtifactType;
import org.novacat.persistence.migration.LegacyFile;
import org.novacat.persistence.migration.Migration;
import org.novacat.persistence.migration.MigrationRecord;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.state.MigrationStatus;
import org.novacat.persistence.store.Pointer;

/** Plausible things that are made from what is in a table, each for the n-th time. */
public final class Made {
  public static final Slug MIGRATION = new Slug("portal-2026");
  public static final String OLD_PATH = "datasets//training-output/job-1/output/model.tar.gz";
  public static final String NEW_PATH = "models/training/job-1/model.tar.gz";
  public static final Instant AT = Instant.parse("2026-02-21T20:45:10Z");
  private static final JobRunId RUN = JobRunId.parse("8fd9b429-5889-4c28-9548-9af35d5c4041");

  private Made() {}

  public static Stamp stamp() {
    return new Stamp(AT, RUN);
  }

  public static Bundle bundle(NovaId nova, long version) {
    return new Bundle(
        nova,
        hash("content " + version),
        file("bundles/" + nova + "/full.zip"),
        hash("manifest " + version),
        meta(version));
  }

  /** Release {@code n}. */
  public static Release release(int n) {
    ContentHash content = hash("release " + n);
    ReleaseId id = ReleaseId.mint(AT, content);
    return new Release(
        id, content, file("releases/" + id + "/assets/files.json"), 5, 7, 900, "", "", meta(1));
  }

  public static CurrentRelease current(Release release, long version) {
    return new CurrentRelease(release.id(), file("current/release.json"), null, meta(version));
  }

  public static TableRun tableRun(RunStatus status, long version) {
    boolean hasEnded = status == RunStatus.SUCCEEDED;
    String name = "customer-data-pipeline__ingest-countries__cfee487b__";
    return new TableRun(
        Slug.ofName("Customer Data Pipeline"),
        Slug.ofName("Ingest Countries"),
        LocalDate.of(2026, 2, 21),
        new RunId("cfee487b"),
        status,
        name + "src__countries.csv",
        hasEnded ? name + "bronze__v001.parquet" : "",
        hasEnded ? name + "silver__current.parquet" : "",
        hasEnded ? "ingest-countries__cfee487b__gold__view.parquet" : "",
        hasEnded ? 250 : 0,
        hasEnded ? 248 : 0,
        hasEnded ? 2 : 0,
        meta(version));
  }

  /** The model of a training job at a place. */
  public static Artifact artifact(String key, long version) {
    return new Artifact(ArtifactType.TRAINING, "job-1", legacy(key), meta(version));
  }

  public static Migration migration() {
    return new Migration(
        MIGRATION, "portal-legacy", "artifacts", file("migrations/portal.jsonl"), 1, meta(1));
  }

  public static MigrationRecord record() {
    return new MigrationRecord(
        MIGRATION,
        legacy(OLD_PATH),
        NEW_PATH,
        ArtifactType.TRAINING,
        "job-1",
        MigrationStatus.PENDING,
        "",
        meta(1));
  }

  private static Pointer file(String key) {
    return new Pointer("private", ObjectKey.of(key), 100, "etag", hash(key));
  }

  private static LegacyFile legacy(String key) {
    return new LegacyFile("private", key, 100, "etag", hash(key));
  }

  private static ItemMeta meta(long version) {
    return new ItemMeta(AT, AT, version, RUN);
  }

  private static ContentHash hash(String text) {
    return ContentHash.of(text.getBytes(UTF_8));
  }
}
