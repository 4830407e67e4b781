package org.novacat.jobs.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.Version;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.publish.record.ReleasedProduct;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.testing.Ran;
import org.novacat.jobs.testing.VoTables;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;

/** One archive is published, changed and published again; the tests are the steps of its life. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishTest extends PublishedArchive {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  /** They name their release. */
  private static final Set<String> OF_THE_DAY =
      Set.of("index.html", "release.json", "novae.json", "registry.xml");

  private static String first;
  private static String second;

  @Test
  @Order(1)
  void novaWithoutACurrentBundle_keepsTheReleaseFromBeingMade() throws IOException {
    Ran ran = publish().expect(ExitCode.UNREACHABLE);

    assertThat(ran.out()).contains("run 'novacat bundle'");
    assertThat(site.resolve("current")).doesNotExist();
  }

  @Test
  @Order(2)
  void firstRelease_isWholeAndVisitorsAreLedToIt() throws IOException {
    commands.novacat("bundle").expect(ExitCode.OK);
    assertThat(publish("--dry-run").expect(ExitCode.OK).json().get("units").asInt()).isPositive();
    assertThat(site.resolve("current")).doesNotExist();

    JsonNode report = publish().expect(ExitCode.OK).json();

    first = current().id().text();
    assertThat(report.get("release_id").asText()).isEqualTo(first);
    assertThat(there(first)).isEqualTo(hashes(first));
    assertThat(Files.readString(site.resolve("current/index.html")))
        .contains("../releases/" + first + "/index.html");
    assertThat(hashes(first).keySet())
        .contains("obscore.vot", "registry.xml", "tables/novae.parquet", "index.html")
        .anyMatch(path -> path.startsWith("tables/spectra/"))
        .anyMatch(path -> path.startsWith("tables/photometry/"))
        .anyMatch(path -> path.matches("nova/[^/]+/full.zip"));
  }

  @Test
  @Order(3)
  void rulesOfASpectrum_nameTheProgramThatMadeIt() throws IOException {
    assertThat(units(first).values())
        .flatMap(ReleaseUnit::products)
        .filteredOn(ReleasedProduct::isSpectrum)
        .isNotEmpty()
        .allMatch(product -> product.rules().endsWith("novacat " + Version.current()));
  }

  @Test
  @Order(3)
  void novaWithPrivateRowsAlone_isInNoObject() throws IOException {
    String id = commands.json("nova", "show", HIDDEN).json().get("nova_id").asText();

    for (String path : there(first).keySet()) {
      String bytes = Files.readString(root(first).resolve(path), ISO_8859_1);
      assertThat(path + "\n" + bytes).as(path).doesNotContain(id).doesNotContain(HIDDEN);
    }
  }

  @Test
  @Order(3)
  void everyLinkOfEveryPage_leadsToAFileOfTheRelease() throws IOException {
    for (String page : hashes(first).keySet()) {
      if (page.endsWith(".html")) {
        Path file = root(first).resolve(page);
        Matcher links = LINK.matcher(Files.readString(file));
        while (links.find()) {
          assertThat(file.resolveSibling(links.group(1)).normalize())
              .as(page)
              .isRegularFile()
              .startsWith(root(first));
        }
      }
    }
  }

  /** As a person does with TOPCAT, over a plain file server. */
  @Test
  @Order(4)
  void otherPrograms_selectInObsCore_followTheAddress_andPlot() throws IOException {
    assumeTrue(VoTables.hasStilts(), "Skipped: no STILTS (Debian: stilts)");
    try (FileServer server = FileServer.of(site)) {
      String release = server.address() + "/releases/" + first + "/";
      String csv =
          VoTables.stilts(
              "tpipe",
              "in=" + release + "obscore.vot",
              "ifmt=votable",
              "cmd=select 'equals(dataproduct_type,\"spectrum\") && t_min>50000 && em_min<6e-7 && em_max>5e-7'",
              "cmd=head 1",
              "cmd=keepcols 'access_url access_estsize'",
              "ofmt=csv-noheader");
      assertThat(csv.lines()).as(csv).hasSize(1);
      String address = release + csv.strip().split(",")[0];
      Path plot = folder.resolve("plot.png");
      String said =
          VoTables.stilts(
              "plot2plane",
              "layer1=line",
              "in1=" + address,
              "ifmt1=fits",
              "x1=wavelength",
              "y1=flux",
              "out=" + plot);
      assertThat(plot).as(said).isNotEmptyFile();
      assertThat(server.bytes(address) / 1000 + 1)
          .isEqualTo(Long.parseLong(csv.strip().split(",")[1]));
    }
    assertThat(VoTables.stilts("votlint", "votable=" + root(first).resolve("obscore.vot")))
        .isEmpty();
    String link =
        hashes(first).keySet().stream()
            .filter(path -> path.startsWith("datalink/"))
            .findFirst()
            .get();
    assertThat(VoTables.stilts("votlint", "votable=" + root(first).resolve(link))).isEmpty();
  }

  @Test
  @Order(4)
  void nothingNew_writesNothing() throws IOException {
    long before = files();

    assertThat(commands.novacat("bundle").expect(ExitCode.OK).out()).contains("Nothing to do");
    assertThat(publish().expect(ExitCode.OK).json().get("status").asText())
        .isEqualTo("NOTHING_TO_DO");
    assertThat(files()).isEqualTo(before);
  }

  private static long files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("workspace/buckets"))) {
      return all.count();
    }
  }

  @Test
  @Order(5)
  void oneNewSpectrum_rewritesItsNovaAndTables_andCopiesTheRest() throws IOException {
    Path file = folder.resolve("new/another.csv");
    Files.createDirectories(file.getParent());
    StringBuilder lines = new StringBuilder("wavelength,flux\n");
    for (int i = 0; i < 300; i++) {
      lines.append(4000 + i).append(",").append(1e-13 * (1 + i % 7)).append('\n');
    }
    Files.writeString(file, lines);
    Files.writeString(
        file.resolveSibling("another.csv.sidecar.json"),
        "{\"flux_unit\": \"erg/s/cm2/Angstrom\", \"wavelength_unit\": \"Angstrom\", \"medium\": \"air\", \"mjd\": \"56600.5\"}");
    String nova =
        units(first).values().stream().filter(ReleaseUnit::isNova).findFirst().orElseThrow().name();
    String id = nova.substring(nova.indexOf('/') + 1);
    commands.novacat("register", file.toString(), "--nova", id).expect(ExitCode.OK);
    JsonNode ingest = commands.json("ingest-spectra").expect(ExitCode.OK).json();
    assertThat(ingest.at("/spectra/ended/done").asInt()).as(ingest.toString()).isEqualTo(1);
    commands.novacat("bundle").expect(ExitCode.OK);

    JsonNode report = publish().expect(ExitCode.OK).json();

    second = current().id().text();
    assertThat(second).isNotEqualTo(first);
    assertThat(there(second)).isEqualTo(hashes(second));
    assertThat(report.at("/units/ended/done").asInt()).as("nova and tables").isEqualTo(2);
    assertThat(report.at("/units/ended/unchanged").asInt()).isEqualTo(units(first).size() - 3);
    Map<String, String> before = hashes(first);
    Map<String, String> after = hashes(second);
    String digit = id.substring(0, 1);
    assertThat(after.keySet())
        .filteredOn(path -> !after.get(path).equals(before.get(path)))
        .allMatch(
            path ->
                path.startsWith(nova + "/")
                    || path.startsWith("datalink/")
                    || path.contains("-" + digit + ".parquet")
                    || !path.contains("/")
                    || path.matches("tables/[a-z]+\\.parquet"));
  }

  @Test
  @Order(6)
  void diff_namesWhatIsNew() {
    JsonNode diff = commands.json("publish", "diff", first, second).expect(ExitCode.OK).json();

    assertThat(diff.get("changes")).hasSize(1);
    assertThat(diff.at("/changes/0/kind").asText()).isEqualTo("ADDED");
    assertThat(diff.at("/changes/0/product").asText()).contains("56600.5");
  }

  @Test
  @Order(7)
  void rollback_leadsBack_andTheNextPublishDoesNotLeadForthAgain() throws IOException {
    commands.novacat("publish", "rollback", first).expect(ExitCode.OK);
    assertThat(current().id().text()).isEqualTo(first);

    publish().expect(ExitCode.OK);
    assertThat(current().id().text()).isEqualTo(first);

    commands.novacat("publish", "rollback", second).expect(ExitCode.OK);
    assertThat(current().id().text()).isEqualTo(second);
    assertThat(commands.json("publish", "list").jsonLines()).hasSize(2);
  }

  @Test
  @Order(8)
  void baseUrl_isKeptUntilAnotherIsGiven_andWhatWasBeforeIsLedToAgain() throws IOException {
    String url = "https://novae.example.org/all";
    JsonNode report = publish("--base-url", url).expect(ExitCode.OK).json();
    String whole = current().id().text();

    assertThat(whole).isNotEqualTo(second);
    assertThat(report.at("/units/ended/done").asInt()).isZero();
    for (String path : hashes(whole).keySet()) {
      if (path.startsWith("datalink/")) {
        assertThat(root(whole).resolve(path)).content().contains(url + "/releases/" + whole + "/");
      }
    }
    assertThat(status(publish("--base-url", url))).isEqualTo("NOTHING_TO_DO");
    assertThat(status(publish())).isEqualTo("NOTHING_TO_DO");
    assertThat(publish("--dry-run").json().get("is_current").asBoolean()).isTrue();

    commands.novacat("publish", "rollback", first).expect(ExitCode.OK);
    touch();
    assertThat(publish().expect(ExitCode.OK).out()).contains("publish rollback " + whole);
    assertThat(current().id().text()).as("going back holds").isEqualTo(first);
    assertThat(commands.json("publish", "prune", "--keep", "0", "--dry-run").out())
        .contains(whole, second)
        .doesNotContain(first);
    commands.novacat("publish", "rollback", whole).expect(ExitCode.OK);

    publish("--base-url", "").expect(ExitCode.OK);

    assertThat(current().id().text()).isEqualTo(second);
    assertThat(commands.json("publish", "list").jsonLines()).hasSize(3);
  }

  @Test
  @Order(9)
  void lostRecordOfWhatVisitorsSee_isWrittenAgain() throws IOException {
    Files.delete(site.resolve("current/release.json"));

    publish("--all").expect(ExitCode.OK);

    assertThat(current().id().text()).isEqualTo(second);
    assertThat(status(publish())).isEqualTo("NOTHING_TO_DO");
  }

  @Test
  @Order(10)
  void damagedRelease_isReplacedByAWholeOneOfItsContent() throws IOException {
    Map<String, String> before = hashes(second);
    Files.delete(root(second).resolve("files.jsonl"));
    assertThat(status(publish())).isEqualTo("NOTHING_TO_DO");

    publish("--all").expect(ExitCode.OK);

    String mended = current().id().text();
    assertThat(mended).isNotEqualTo(second);
    assertThat(there(mended)).isEqualTo(hashes(mended));
    before.entrySet().removeIf(file -> OF_THE_DAY.contains(file.getKey()));
    assertThat(hashes(mended)).containsAllEntriesOf(before);
    publish("--all").expect(ExitCode.OK);
    assertThat(current().id().text()).isEqualTo(mended);
    second = mended;
  }

  @Test
  @Order(11)
  void productThatIsNoLongerPublic_stopsAtTheGate_andIsInNoObjectOnceItIsAccepted()
      throws IOException {
    ReleaseUnit nova =
        units(second).values().stream().filter(ReleaseUnit::isNova).findFirst().orElseThrow();
    String id = nova.products().get(0).id().toString();
    String name = nova.products().get(0).name();
    commands.novacat("rights", "set", id, "--rights", "PRIVATE").expect(ExitCode.OK);
    commands.novacat("bundle").expect(ExitCode.OK);

    Ran stopped = publish().expect(ExitCode.FAILED_ON);
    assertThat(stopped.json().at("/lost/0/message").asText()).contains("GONE").contains(name);
    assertThat(stopped.json().get("still readable").toString())
        .contains(second + " can still be read", "to the end");
    assertThat(current().id().text()).isEqualTo(second);

    JsonNode report =
        publish("--accept-losses", "withdrawn by its observer").expect(ExitCode.OK).json();

    assertThat(report.get("still readable"))
        .extracting(JsonNode::asText)
        .filteredOn(said -> said.contains("can still be read"))
        .hasSizeBetween(2, 3)
        .allMatch(said -> said.contains(name))
        .last()
        .asString()
        .contains(second, "'novacat publish prune --keep 1'");
    String third = current().id().text();
    assertThat(Files.readString(root(third).resolve("release.json")))
        .contains("withdrawn by its observer");
    for (String path : there(third).keySet()) {
      String bytes = Files.readString(root(third).resolve(path), ISO_8859_1);
      assertThat(path + "\n" + bytes).as(path).doesNotContain(id).doesNotContain(name);
    }
  }

  @Test
  @Order(12)
  void rowsThatAreNoLongerPublic_areFoundInAReleaseThatHasThem() throws IOException {
    StoreLocation bucket =
        StoreLocation.local(folder.resolve("workspace/buckets/nova-cat-private-data"));
    ReleaseUnit nova =
        units(second).values().stream()
            .filter(unit -> unit.title().equals(partly))
            .findFirst()
            .orElseThrow();
    ReleasedProduct photometry = nova.products().get(nova.products().size() - 1);
    try (Stores stores =
        new Stores(
            commands.catalog(Clock.systemUTC()),
            ObjectStores.open(bucket),
            bucket,
            "nova-cat-private-data")) {
      Withdrawn withdrawn = new Withdrawn(stores, Clock.systemUTC());

      assertThat(withdrawn.of(List.of(with(nova, photometry, 0)))).isEmpty();
      assertThat(withdrawn.of(List.of(with(nova, photometry, 1))))
          .containsExactly("photometry of " + nova.title());
    }
  }

  /** A nova of a release in which the table had more rows. */
  private static ReleaseUnit with(ReleaseUnit nova, ReleasedProduct photometry, int more) {
    ReleasedProduct other =
        new ReleasedProduct(
            photometry.id(),
            photometry.name(),
            photometry.input(),
            photometry.output(),
            photometry.rules(),
            photometry.rows() + more,
            photometry.uploads(),
            photometry.facts());
    return new ReleaseUnit(nova.name(), nova.title(), nova.content(), List.of(), List.of(other));
  }

  @Test
  @Order(13)
  void withdrawnProduct_doesNotComeBack_andPruneRemovesTheReleasesThatHaveIt() throws IOException {
    String third = current().id().text();

    assertThat(commands.novacat("publish", "rollback", second).expect(ExitCode.USAGE).err())
        .contains("not public any more");
    commands.novacat("publish", "rollback", second, "--dry-run").expect(ExitCode.USAGE);
    commands.novacat("publish", "prune", "--keep", "1").expect(ExitCode.OK);

    assertThat(commands.json("publish", "list").jsonLines()).hasSize(1);
    assertThat(there(first)).isEmpty();
    assertThat(there(second)).isEmpty();
    assertThat(there(third)).isEqualTo(hashes(third));
  }
}
