package org.novacat.fits.spark.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.fits.spark.file.Listing.Reason;

class FileListerTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name :
        List.of(
            "_tcrb_20230526_928.fit",
            "b.fits",
            "c.FTS",
            "d.fits.gz",
            "_2024/e.fits.fz",
            "_2024/deep/f.Fit",
            "g 2026-02-21T20:45:10Z.fits",
            "README.txt",
            "catalogue.fits.csv",
            ".hidden.fits",
            ".git/h.fits",
            "notfits")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x".repeat(name.length()));
    }
  }

  @Test
  void folder_givesEveryFitsName_sorted() throws IOException {
    assertThat(names(list(folder.toString())))
        .containsExactly(
            "_2024/deep/f.Fit",
            "_2024/e.fits.fz",
            "_tcrb_20230526_928.fit",
            "b.fits",
            "c.FTS",
            "d.fits.gz",
            "g 2026-02-21T20:45:10Z.fits");
  }

  @Test
  void whatIsSkipped_isCountedByReason() throws IOException {
    Listing listing = list(folder.toString());

    assertThat(listing.skippedByReason())
        .containsExactly(entry(Reason.HIDDEN, 2), entry(Reason.NAME, 3));
    assertThat(listing.files()).allMatch(file -> file.size() > 0 && file.modifiedMillis() > 0);
  }

  @Test
  void fileThatIsNamed_isTakenWhateverItsName() throws IOException {
    assertThat(names(list(folder.resolve(".hidden.fits").toString())))
        .containsExactly(".hidden.fits");
    assertThat(names(list(folder.resolve("notfits").toString()))).containsExactly("notfits");
  }

  @Test
  void glob_isExpanded_andItsFoldersLookedInto() throws IOException {
    assertThat(names(list(folder + "/_*")))
        .containsExactly("_2024/deep/f.Fit", "_2024/e.fits.fz", "_tcrb_20230526_928.fit");
    assertThat(names(list(folder + "/{b,d}.*"))).containsExactly("b.fits", "d.fits.gz");
    assertThat(list(folder + "/*s").skippedByReason()).containsExactly(entry(Reason.NAME, 1));
  }

  @Test
  void nameThatIsAlsoAGlob_isTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("x[1].fits"), "x");

    assertThat(names(list(file.toString()))).containsExactly("x[1].fits");
  }

  @Test
  void pathsThatOverlap_giveEachFileOnce() throws IOException {
    Listing listing =
        FileLister.list(
            new Configuration(false),
            new FileChoice(
                List.of(folder.toString(), folder + "/b.fits", folder + "/notfits"), true, ""));

    assertThat(names(listing)).hasSize(8).doesNotHaveDuplicates().contains("notfits");
    assertThat(listing.skippedByReason()).containsEntry(Reason.NAME, 2);
  }

  @Test
  void notRecursive_leavesFoldersAlone() throws IOException {
    FileChoice choice = new FileChoice(List.of(folder.toString()), false, "");

    assertThat(names(FileLister.list(new Configuration(false), choice)))
        .hasSize(5)
        .noneMatch(name -> name.contains("/"));
  }

  @Test
  void nameGlob_filtersNamesInFolders() throws IOException {
    FileChoice choice = new FileChoice(List.of(folder.toString()), true, "*.fits");
    Listing listing = FileLister.list(new Configuration(false), choice);

    assertThat(names(listing)).containsExactly("b.fits", "g 2026-02-21T20:45:10Z.fits");
    assertThat(listing.skippedByReason()).containsEntry(Reason.FILTER, 5);
  }

  @Test
  void linkBackToAFolderAbove_endsThere() throws IOException {
    Files.createSymbolicLink(folder.resolve("_2024/deep/up"), folder);

    assertThat(names(list(folder.toString()))).hasSize(7);
  }

  @Test
  void pathWithoutAnything_isSaid() {
    assertThatThrownBy(() -> list(folder + "/missing"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageMatching("Cannot read FITS: nothing is at '.*/missing'");
    assertThatThrownBy(() -> list(folder + "/*.nothing"))
        .hasMessageMatching("Cannot read FITS: nothing is at '.*/\\*\\.nothing'");
  }

  private static Listing list(String path) throws IOException {
    return FileLister.list(new Configuration(false), new FileChoice(List.of(path), true, ""));
  }

  private List<String> names(Listing listing) {
    return listing.files().stream()
        .map(file -> folder.relativize(Path.of(file.path().replaceFirst("^file:", ""))).toString())
        .toList();
  }
}
