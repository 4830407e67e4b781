package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.NoRoom;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.Rights;

class CandidateSpoolTest {
  private static final ContentHash HASH = ContentHash.of(new byte[] {1, 2, 3});

  private static final int MANY = 1200;

  @TempDir private Path folder;

  @Test
  void candidates_comeBackAsTheyWereGiven_inTheirOrder() {
    List<Candidate> given = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      given.add(local("/data/\u03b1 b/spectrum %41 " + i + ".fits", i));
      given.add(web("HTTPS://Host.example:443/a/../b?q=" + i + "#part"));
    }
    CandidateSpool spool = spool();

    spool.addAll(given);

    assertThat(spool).containsExactlyElementsOf(given);
    assertThat(spool.get(2 * MANY - 1)).isEqualTo(given.get(2 * MANY - 1));
    assertThat(spool.get(MANY).productId()).isEqualTo(given.get(MANY).productId());
  }

  @Test
  void nameThatIsNoText_isKept() {
    Path path = Path.of(URI.create("file:///data/nova%FF%FE.fits"));
    CandidateSpool spool = filled();

    spool.add(candidate(new Locator.Local(path)));

    assertThat(spool.get(MANY).locator().identity()).isEqualTo("file:///data/nova%FF%FE.fits");
    assertThat(spool.get(MANY).locator()).isEqualTo(new Locator.Local(path));
  }

  @Test
  void veryLongText_isKept() {
    Map<StatedFact, String> facts = Map.of(StatedFact.OBSERVER, "\ud83d\udd2d".repeat(100_000));
    Candidate one = local("/a.fits", 1).stating(new StatedFacts(facts, "sidecar a.json"));
    CandidateSpool spool = filled();

    spool.add(one);

    assertThat(spool.get(MANY)).isEqualTo(one);
  }

  @Test
  void rights_areKept() {
    Rights rights =
        new Rights(
            "PRIVATE",
            "MIT",
            "2014ApJ...788...48S",
            "10.1000/182",
            List.of("A", "B"),
            "Thanks.",
            "https://x.org/");
    Candidate one = local("/a.fits", 1).crediting(rights);
    CandidateSpool spool = filled();

    spool.add(one);

    assertThat(spool.get(MANY)).isEqualTo(one);
    assertThat(spool.get(MANY).rights()).isEqualTo(rights);
  }

  @Test
  void placeThatIsNotThere_isRefused() {
    CandidateSpool spool = filled();

    assertThatThrownBy(() -> spool.get(MANY)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> spool.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void file_hasNoNameWhileItIsUsed() {
    CandidateSpool spool = filled();

    assertThat(folder).isEmptyDirectory();
    assertThat(spool.get(MANY - 1).locator().fileName()).isEqualTo("%s.fits", MANY - 1);
  }

  @Test
  void closedList_hasGivenItsFileBack() {
    CandidateSpool spool = filled();

    spool.close();

    assertThatThrownBy(() -> spool.get(MANY - 1)).isInstanceOf(NoRoom.class);
  }

  @Test
  void interruptedThread_readsOn() {
    CandidateSpool spool = filled();
    Thread.currentThread().interrupt();

    Candidate read = spool.get(MANY - 1);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(read).isEqualTo(spool.get(MANY - 1));
  }

  @Test
  void folderThatIsNotThere_isSaidWithWhatToDo() {
    CandidateSpool spool = new CandidateSpool(folder.resolve("gone/list"));

    assertThatThrownBy(() -> fill(spool))
        .isInstanceOf(NoRoom.class)
        .hasMessageMatching(
            "Cannot keep a file in the temporary folder '.*': .*No such file.*"
                + "\\(make room on its disk, and see that it can be written\\)");
  }

  private CandidateSpool spool() {
    return new CandidateSpool(folder.resolve("list"));
  }

  private CandidateSpool filled() {
    CandidateSpool spool = spool();
    fill(spool);
    return spool;
  }

  private static void fill(CandidateSpool spool) {
    for (int i = 0; i < MANY; i++) {
      spool.add(local("/data/" + i + ".fits", i));
    }
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
