package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.id.Provider;

/** Files that several sources of one command name, which say more or less of who may see them. */
class AgreedAccessTest {
  private static final String HEAD = "locator,provider,product_key,sha256,rights";

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("a.fits"), "a");
    Files.writeString(folder.resolve("b.fits"), "b");
  }

  private Path write(String name, String... lines) throws IOException {
    Files.createDirectories(folder.resolve("lists"));
    Path file = folder.resolve("lists").resolve(name);
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static Candidates manifest(Path file) {
    return ManifestReader.ofSpectra(file, "N", Provider.LOCAL);
  }

  private Candidates folder() {
    return SpectrumFolder.scan(folder, List.of(), "N", Provider.LOCAL);
  }

  /** Each as the name of its file with who may see it, or its code. */
  private static List<String> agreed(Candidates... sources) {
    Merged all = new Merged();
    Stream.of(sources).forEach(all::add);
    Candidates agreed = all.candidates().agreed();
    List<String> shown = new ArrayList<>();
    agreed
        .accepted()
        .forEach(one -> shown.add(one.locator().fileName() + " " + one.rights().access().text()));
    agreed
        .rejected()
        .forEach(one -> shown.add(one.where().replaceAll(".*/", "") + " " + one.code()));
    return shown;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.fits,,,,PRIVTE",
        "../a.fits,,k1,,PRIVTE",
        "../a.fits,,,abc,PRIVATE",
        "../a.fits,no provider,,,PRIVATE",
        "../a.fits,,,,PRIVATE,x",
        "../a.fits,,PRIVATE"
      })
  void fileOfARejectedRow_isRejectedWhereverItStands(String row) throws IOException {
    Candidates list = manifest(write("list.csv", HEAD, row));

    assertThat(agreed(list, folder()))
        .containsExactly("b.fits PUBLIC", "list.csv line 2 ROW_INVALID", "a.fits RIGHTS_CONFLICT");
    list = manifest(write("list.csv", HEAD, "../a.fits,,,,", row));
    assertThat(agreed(list))
        .containsExactly("list.csv line 3 ROW_INVALID", "list.csv line 2 RIGHTS_CONFLICT");
  }

  @Test
  void linkToTheFileOfARejectedRow_isRejectedToo() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.fits"), folder.resolve("a.fits"));
    Files.createSymbolicLink(folder.resolve("all"), folder);
    String rows = "../a.fits,,,,PRIVTE\n../link.fits,,,,\n../all/a.fits,,,,\n../b.fits,,,,";

    assertThat(agreed(manifest(write("list.csv", HEAD, rows))))
        .containsExactly(
            "b.fits PUBLIC",
            "list.csv line 2 ROW_INVALID",
            "list.csv line 3 RIGHTS_CONFLICT",
            "list.csv line 4 RIGHTS_CONFLICT");
    rows = "../link.fits,,,,PRIVTE\n../a.fits,,,,";
    assertThat(agreed(manifest(write("list.csv", HEAD, rows))))
        .containsExactly("list.csv line 2 ROW_INVALID", "list.csv line 3 RIGHTS_CONFLICT");
  }

  @Test
  void rejectedRowThatSaysNothingOfIt_orThatAllMaySeeIt_takesNothingWithIt() throws IOException {
    Candidates list =
        manifest(write("list.csv", HEAD, "../a.fits,,,abc,", "../b.fits,,,abc,public"));

    assertThat(agreed(list, folder())).contains("a.fits PUBLIC", "b.fits PUBLIC");
  }

  @Test
  void productOfARejectedRow_isRejectedUnderAnotherLocator() throws IOException {
    Candidates list =
        manifest(write("list.csv", HEAD, "../a.fits,eso,k1,,PRIVTE", "../b.fits,eso,k1,,"));

    assertThat(agreed(list))
        .containsExactly("list.csv line 2 ROW_INVALID", "list.csv line 3 RIGHTS_CONFLICT");
  }

  @Test
  void objectThatIsNoRow_withholdsItsFileToo() throws IOException {
    Candidates list =
        manifest(
            write(
                "list.jsonl",
                "{\"locator\": \"../a.fits\", \"rights\": [\"PRIVATE\"]}",
                "{\"locator\": \"../b.fits\", \"rights\": \"PRIVATE\", \"who\": 1}"));

    assertThat(agreed(list, folder()))
        .filteredOn(one -> one.contains("fits"))
        .containsExactly("a.fits RIGHTS_CONFLICT", "b.fits RIGHTS_CONFLICT");
  }

  @Test
  void fileThatNotEverybodyMaySee_isNotBroughtInForMoreAsAnotherProduct() throws IOException {
    Candidates list =
        manifest(
            write(
                "list.csv",
                HEAD,
                "../a.fits,aras,,,PRIVATE",
                "../b.fits,aras,k,,PRIVATE",
                "../b.fits,aras,l,,PROPRIETARY until 2099-01-01"));

    assertThat(agreed(folder(), list))
        .containsExactly(
            "a.fits PRIVATE",
            "a.fits RIGHTS_CONFLICT",
            "b.fits RIGHTS_CONFLICT",
            "list.csv line 3 RIGHTS_CONFLICT",
            "list.csv line 4 RIGHTS_CONFLICT");
  }

  @Test
  void listThatBreaksOff_keepsEverythingOut_whereItSaysWhoMaySeeItsFiles() throws IOException {
    String open = "../b.fits,,\"" + "k".repeat(17 << 20);

    Path list = write("list.csv", HEAD, "../a.fits,,,,", open);
    assertThatThrownBy(() -> manifest(list)).isInstanceOf(UserError.class);
    Path silent = write("silent.csv", "locator,nova,product_key", "../a.fits,,", open);
    assertThat(agreed(manifest(silent)))
        .containsExactly("a.fits PUBLIC", "silent.csv LIST_UNREADABLE");
  }

  @Test
  void fileOfAFolderThatIsRejected_isRejectedInAManifestToo() throws IOException {
    Files.createSymbolicLink(folder.resolve("table.csv"), Path.of("/proc/self/mem"));
    Candidates list = manifest(write("list.csv", "locator", "../a.fits"));

    assertThat(agreed(folder(), list)).contains("list.csv line 2 RIGHTS_CONFLICT");
  }
}
