package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;

/** Files made to hurt, beside good ones, in a JVM with a heap of 1 GB. */
class HostileSpectraIT {
  private static final int GOOD = 10;
  private static final Pattern ADVICE = Pattern.compile("NOVACAT_JAVA_OPTS=(-Xmx\\d+m)");

  @TempDir private Path folder;

  private Path archive;
  private Workspace workspace;

  @BeforeEach
  void workspace() throws IOException {
    archive = Files.createDirectory(folder.resolve("archive"));
    workspace = new Workspace(folder.resolve("workspace"));
    workspace.succeed("init");
  }

  @Test
  void hostileSpectra_endEachUnderItsCodeAndTakeNoGoodOneWithThem() throws IOException {
    SortedMap<String, String> expected = good();
    Map<String, HostileSpectra.Hostile> hostile = HostileSpectra.all();
    assertThat(hostile).hasSizeGreaterThanOrEqualTo(30);
    for (Map.Entry<String, HostileSpectra.Hostile> file : hostile.entrySet()) {
      String name = named(file.getKey());
      Files.write(archive.resolve(name), file.getValue().bytes());
      expected.put(name, file.getValue().ending());
    }
    register();

    JsonNode report = ingest(ExitCode.OK, "-Xmx1g", "--max-file-seconds", "20");

    assertThat(endings()).isEqualTo(expected);
    assertAddsUp(report, expected);
  }

  @Test
  void spectrumThatTheHeapCannotHold_isPostponedByNameAndValidWithTheHeapThatWasAdvised()
      throws IOException {
    SortedMap<String, String> expected = good();
    Files.write(archive.resolve("large.fits.gz"), HostileSpectra.largerThanAGigabyte());
    expected.put("large.fits.gz", "UNVALIDATED RETRYABLE_FAILURE OUT_OF_MEMORY");
    register();

    JsonNode report = ingest(ExitCode.EXHAUSTED, "-Xmx1g");

    assertThat(endings()).isEqualTo(expected);
    assertThat(report.at("/spectra/ended").toString())
        .isEqualTo("{\"done\":%s,\"postponed\":1}".formatted(GOOD));
    String problem = report.at("/look_at/0/message").asText();
    assertThat(problem).contains("/large.fits.gz: ", "is too small for it, even alone");
    assertThat(workspace.table().of("Attempt"))
        .extracting(item -> item.text("outcome"))
        .contains("RETRYABLE_FAILURE");

    JsonNode again = ingest(ExitCode.OK, advised(problem));

    expected.put("large.fits.gz", HostileSpectra.VALID);
    assertThat(endings()).isEqualTo(expected);
    assertThat(again.at("/spectra/ended").toString()).isEqualTo("{\"done\":1}");
  }

  @Test
  void spectrumThatTakesTooLong_isQuarantinedAndValidWithMoreTime() throws IOException {
    Files.write(archive.resolve("slow.fits"), HostileSpectra.slow());
    register();

    ingest(ExitCode.OK, "-Xmx1g", "--max-file-seconds", "1");

    assertThat(endings()).isEqualTo(Map.of("slow.fits", "TIMED_OUT FILE_TIME_LIMIT"));

    String id = products().get(0).text("data_product_id");
    workspace.succeed("quarantine", "approve-retry", id);
    ingest(ExitCode.OK, "-Xmx1g");

    assertThat(endings()).isEqualTo(Map.of("slow.fits", HostileSpectra.VALID));
  }

  private SortedMap<String, String> good() throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    for (int i = 0; i < GOOD; i++) {
      String name = "good-" + i + ".fits";
      Files.write(archive.resolve(name), HostileSpectra.good(1000 + i));
      expected.put(name, HostileSpectra.VALID);
    }
    return expected;
  }

  private static String named(String name) {
    return name.endsWith(".gz") ? name.replace(".gz", ".fits.gz") : name + ".fits";
  }

  private void register() {
    workspace.succeed("register", archive.toString(), "--nova", "V339 Del");
  }

  private JsonNode ingest(ExitCode end, String heap, String... options) {
    String[] command = {"ingest-spectra", "--output", "json"};
    try (Driver driver =
        workspace.startWithHeap(
            heap, Stream.of(command, options).flatMap(Stream::of).toArray(String[]::new))) {
      return driver.ended().expect(end).json();
    }
  }

  private static String advised(String problem) {
    Matcher advice = ADVICE.matcher(problem);
    assertThat(advice.find()).as(problem).isTrue();
    return advice.group(1);
  }

  private List<Item> products() {
    return workspace.table().of("DataProduct").stream()
        .filter(item -> item.has("locator_identity"))
        .toList();
  }

  /** How each product ended, by the name of its file. */
  private SortedMap<String, String> endings() {
    SortedMap<String, String> endings = new TreeMap<>();
    for (Item item : products()) {
      String locator = item.text("locator_identity");
      endings.put(locator.substring(locator.lastIndexOf('/') + 1), ending(item));
    }
    return endings;
  }

  private static String ending(Item item) {
    String status = item.text("validation_status");
    return switch (status) {
      case "VALID" -> HostileSpectra.VALID;
      case "QUARANTINED" ->
          item.text("quarantine_reason_code") + " " + item.text("quarantine_detail");
      default ->
          "%s %s %s"
              .formatted(
                  status, item.text("last_attempt_outcome"), item.text("last_error_fingerprint"));
    };
  }

  private static void assertAddsUp(JsonNode report, Map<String, String> expected) {
    long valid = expected.values().stream().filter(HostileSpectra.VALID::equals).count();
    JsonNode ended = report.at("/spectra/ended");

    assertThat(report.at("/spectra/planned").asInt()).isEqualTo(expected.size());
    assertThat(ended.get("done").asLong()).isEqualTo(valid);
    assertThat(ended.get("refused").asLong()).isEqualTo(expected.size() - valid);
    assertThat(report.at("/spectra/codes/refused").has("OTHER")).isFalse();
    assertThat(report.get("look_at")).isEmpty();
  }
}
