package org.novacat.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.WrittenObject;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.Made;

/** One archive of spectra and photometry, damaged a thousand times, each time in one place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {
  private static final int DAMAGES = Integer.getInteger("novacat.damages", 1000);

  /** Items whose loss no other item shows: what a run tried, and work that is due. */
  private static final Set<String> ALONE = Set.of("Attempt", "WorkItem", "IdempotencyLock");

  private Commands commands;
  private Path bucket;
  private ObjectStore store;
  private Table table;
  private Catalog catalog;

  @BeforeAll
  void make(@TempDir Path folder) throws IOException {
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(5, 2, 6));
    commands = new Commands(folder.resolve("workspace"));
    bucket = folder.resolve("workspace/buckets/nova-cat-private-data");
    Path curves = Files.createDirectory(folder.resolve("curves"));
    Files.writeString(
        curves.resolve("two.csv"),
        "star,JD,mag,band\nRS Oph,2453780.5,4.4,V\nV339 Del,2456520.5,4.5,V\nV339 Del,x,4,V\n");
    Files.writeString(curves.resolve("one.csv"), "star,JD,mag,band\nRS Oph,2453781.5,4.6,B\n");
    Files.writeString(curves.resolve("bad.csv"), "star,JD\nRS Oph,2453781.5\n");
    commands.novacat("nova", "add", "RS Oph").expect(ExitCode.OK);
    commands.novacat("nova", "add", "V339 Del").expect(ExitCode.OK);
    commands.novacat("register", archive.manifest().toString(), "--add-novae").expect(ExitCode.OK);
    commands.novacat("register", night(folder), "--nova", "V339 Del").expect(ExitCode.OK);
    commands.novacat("register", "--photometry", curves.toString()).expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    commands.novacat("ingest-photometry").expect(ExitCode.OK);
    store = ObjectStores.open(StoreLocation.local(bucket).with("durability", "later"));
    table = new EmbeddedTables(commands.workspace().resolve("table"), "NovaCat").open();
    catalog = Catalogs.over(table, Clock.systemUTC());
  }

  private static String night(Path folder) throws IOException {
    Path zip = folder.resolve("night.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.fits"));
      out.write("no FITS, which does not matter here".getBytes(UTF_8));
      out.putNextEntry(new ZipEntry("log/readme.txt"));
      out.write("a night".getBytes(UTF_8));
    }
    return zip.toString();
  }

  @AfterAll
  void close() {
    catalog.close();
    store.close();
  }

  @Test
  void cleanArchive_passesEveryCheck() {
    assertThat(findings()).isEmpty();
    String shown = commands.novacat("verify", "--deep").expect(ExitCode.OK).out();
    assertThat(shown).contains("PASSED").doesNotContain("FAILED");
  }

  @Test
  void damage_isNamed_andTheCommandEndsWithOne() throws IOException {
    Path object = objects().get(0);
    byte[] bytes = Files.readAllBytes(object);
    Files.delete(object);

    JsonNode report = commands.json("verify").expect(ExitCode.BUG).json();
    Files.write(object, bytes);

    assertThat(report.get("passed").asBoolean()).isFalse();
    assertThat(report.at("/findings/0/check").asText()).isEqualTo("OBJECT_MISSING");
    assertThat(report.at("/findings/0/what").asText())
        .isEqualTo(bucket.relativize(object).toString());
  }

  /** As no key can be. */
  @Test
  void fileOfAnOddName_isForeign() throws IOException {
    Path object = Files.writeString(bucket.resolve("derived/a b#%.txt"), "strange");

    List<Finding> found = findings();
    Files.delete(object);

    assertThat(found)
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(CheckKind.KEY_FOREIGN))
        .satisfies(one -> assertThat(one.what()).isEqualTo("derived/a b#%.txt"));
  }

  @Test
  void bundle_isVouchedForByItsItem() {
    NovaId nova = catalog.novae().resolve("RS Oph").only().id();
    WrittenObject zip = store.put(NovaCatKeys.bundleZip(nova).key(), Content.of(new byte[] {1, 2}));
    store.put(NovaCatKeys.bundleManifest(nova).key(), Content.of(new byte[] {3}));
    assertThat(findings())
        .extracting(Finding::kind)
        .containsOnly(CheckKind.OBJECT_UNUSED)
        .hasSize(2);
    ContentHash manifest = ContentHash.of(new byte[] {3});
    Pointer file = new Pointer("private", zip.key(), 2, zip.etag().toString(), zip.sha256());
    Bundle bundle = new Bundle(nova, manifest, file, manifest, Made.stamp().fresh());
    table.write(Bundle.ITEM.put(bundle));

    assertThat(findings()).isEmpty();
    store.put(NovaCatKeys.bundleManifest(nova).key(), Content.of(new byte[] {4}));
    assertThat(findings()).extracting(Finding::kind).containsExactly(CheckKind.OBJECT_CHANGED);

    table.write(new Write.Delete(Keys.bundle(nova), Condition.always()));
    store.delete(NovaCatKeys.bundleZip(nova).key());
    store.delete(NovaCatKeys.bundleManifest(nova).key());
  }

  @Test
  void everyOfAThousandDamages_isFound() throws IOException {
    long seed = Long.getLong("novacat.seed", System.nanoTime());
    System.out.println("VerifyTest: novacat.seed=" + seed);
    Random random = new Random(seed);
    List<Path> objects = objects();
    List<RawItem> items = items();
    List<String> missed = new ArrayList<>();
    TreeMap<String, Integer> kinds = new TreeMap<>();
    for (int i = 0; i < DAMAGES; i++) {
      String damage =
          switch (random.nextInt(6)) {
            case 0 -> deleted(pick(objects, random));
            case 1 -> truncated(pick(objects, random), random);
            case 2 -> flipped(pick(objects, random), random);
            case 3 -> foreign(i);
            case 4 -> lost(pick(items, random));
            default -> staleLock(i);
          };
      kinds.merge(damage.substring(0, damage.indexOf(' ')), 1, Integer::sum);
      if (damage.endsWith("MISSED")) {
        missed.add(damage);
      }
    }
    System.out.println("VerifyTest: " + kinds);
    assertThat(missed).isEmpty();
    assertThat(findings()).isEmpty();
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private String deleted(Path object) throws IOException {
    byte[] bytes = Files.readAllBytes(object);
    Files.delete(object);
    String result = "deleted " + verdict(object);
    Files.write(object, bytes);
    return result;
  }

  private String truncated(Path object, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(object);
    Files.write(object, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    String result = "truncated " + verdict(object);
    Files.write(object, bytes);
    return result;
  }

  private String flipped(Path object, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(object);
    byte[] other = bytes.clone();
    other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(object, other);
    String result = "flipped " + verdict(object);
    Files.write(object, bytes);
    return result;
  }

  private String verdict(Path object) {
    String key = bucket.relativize(object).toString();
    boolean named = findings().stream().anyMatch(finding -> finding.what().equals(key));
    return key + (named ? " found" : " MISSED");
  }

  private String foreign(int number) throws IOException {
    Path object = bucket.resolve("derived/strange-" + number + ".txt");
    Files.writeString(object, "strange");
    String result = "foreign " + verdict(object);
    Files.delete(object);
    return result;
  }

  private String lost(RawItem item) {
    table.write(new Write.Delete(item.key(), Condition.always()));
    boolean found = !findings().isEmpty();
    table.write(new Write.Put(item, Condition.always()));
    return "lost " + item.text("entity_type") + " " + item.key() + (found ? " found" : " MISSED");
  }

  private String staleLock(int number) {
    Instant then = Instant.now().minus(Duration.ofMinutes(10));
    Clock before = Clock.fixed(then, ZoneOffset.UTC);
    String key = "RebuildPhotometryTable:stale-" + number;
    Catalog dead =
        Catalog.over(table, RunContext.single(JobRunId.mint()), before, Catalogs.NO_PAUSE);
    dead.locks().acquire(LockRequest.mutex(key));
    boolean found = findings().stream().anyMatch(finding -> finding.what().equals("lock " + key));
    catalog.locks().recover(key);
    return "stale lock " + key + (found ? " found" : " MISSED");
  }

  private List<Finding> findings() {
    return Verification.of(catalog, new Archive(store, "bucket"), true, Instant.now());
  }

  private List<Path> objects() throws IOException {
    try (Stream<Path> files = Files.walk(bucket)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/~"))
          .sorted()
          .toList();
    }
  }

  private List<RawItem> items() {
    return Pages.of(from -> table.scan(Scan.of(""), from))
        .filter(item -> !ALONE.contains(item.text("entity_type")))
        .toList();
  }
}
