package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

class CandidateSpoolTest {
  private static final ContentHash HASH = ContentHash.of(new byte[] {1, 2, 3});

  private final CandidateSpool spool = new CandidateSpool();

  @Test
  void candidates_comeBackAsTheyWereGiven_inTheirOrder() {
    List<Candidate> given = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      given.add(local("/data/\u03b1 b/spectrum %41 " + i + ".fits", i));
      given.add(web("HTTPS://Host.example:443/a/../b?q=" + i + "#part"));
    }

    given.forEach(spool::add);

    assertThat(spool).containsExactlyElementsOf(given);
    assertThat(spool.get(399)).isEqualTo(given.get(399));
    assertThat(spool.get(0).productId()).isEqualTo(given.get(0).productId());
  }

  @Test
  void nameThatIsNoText_isKept() {
    Path path = Path.of(URI.create("file:///data/nova%FF%FE.fits"));

    spool.add(candidate(new Locator.Local(path)));

    assertThat(spool.get(0).locator().identity()).isEqualTo("file:///data/nova%FF%FE.fits");
    assertThat(spool.get(0).locator()).isEqualTo(new Locator.Local(path));
  }

  @Test
  void veryLongText_isKept() {
    Map<StatedFact, String> facts = Map.of(StatedFact.OBSERVER, "\ud83d\udd2d".repeat(100_000));
    Candidate one = local("/a.fits", 1).stating(new StatedFacts(facts, "sidecar a.json"));

    spool.add(one);

    assertThat(spool).containsExactly(one);
  }

  @Test
  void placeThatIsNotThere_isRefused() {
    spool.add(local("/a.fits", 1));

    assertThatThrownBy(() -> spool.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> spool.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void list_leavesNoFileBehindWhateverEndsTheProcess() throws IOException {
    spool.add(local("/a.fits", 1));

    try (Stream<Path> files = Files.list(Temporary.folder())) {
      assertThat(files).noneMatch(file -> file.toString().contains("novacat-candidates-"));
    }
    assertThat(spool).as("and is read all the same").hasSize(1);
    assertThat(spool.get(0).locator().fileName()).isEqualTo("a.fits");
  }

  private static Candidate local(String path, int number) {
    return new Candidate(
        "manifest.csv line " + number,
        "V1405 Cas",
        new Provider("eso"),
        number % 2 == 0 ? null : "key " + number,
        new Locator.Local(Path.of(path)),
        number % 3 == 0 ? null : HASH);
  }

  private static Candidate web(String address) {
    return candidate(new Locator.Web(URI.create(address))).alsoNamed("V339 Del");
  }

  private static Candidate candidate(Locator locator) {
    return new Candidate("here", Candidate.NO_NOVA, Provider.LOCAL, null, locator, null);
  }
}
