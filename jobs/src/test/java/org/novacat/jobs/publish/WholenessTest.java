package org.novacat.jobs.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.publish.make.ReleaseFolder;
import org.novacat.jobs.publish.record.FilesList;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.testing.MutableClock;

class WholenessTest {
  private static final ReleaseId ID = ReleaseId.parse("20260221-4e9b0e88");
  private static final ContentHash HASH = ContentHash.of("x".getBytes(UTF_8));

  @TempDir private Path folder;
  private Archive site;
  private Release release;

  @BeforeEach
  void make() throws IOException {
    site = new Archive(ObjectStores.open(StoreLocation.local(folder)), "site");
    ReleaseFolder objects = new ReleaseFolder(site, ID);
    ReleaseFile page = objects.write("index.html", "page".getBytes(UTF_8));
    ReleaseUnit unit = new ReleaseUnit("site", "", HASH, List.of(page), List.of());
    Path list = folder.resolve("list");
    FilesList.write(list, List.of(unit));
    ReleaseFile files = objects.write(ReleasePaths.FILES, Content.of(list));
    ItemMeta meta = new ItemMeta(MutableClock.START, MutableClock.START, 1, JobRunId.mint());
    release = new Release(ID, HASH, files.pointer("site", ID), 0, 0, 0, "", "", meta);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Path object(String path) {
    return folder.resolve("releases").resolve(ID.text()).resolve(path);
  }

  @Test
  void wholeRelease_isNotDamaged() {
    assertThat(Wholeness.isDamaged(site, release)).isFalse();
    assertThatCode(() -> Wholeness.require(site, release, "name another one"))
        .doesNotThrowAnyException();
  }

  @Test
  void objectThatIsMissing_isDamage() throws IOException {
    Files.delete(object("index.html"));

    assertThat(Wholeness.isDamaged(site, release)).isTrue();
    assertThatThrownBy(() -> Wholeness.require(site, release, "name another one"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("index.html")
        .hasMessageEndingWith("(name another one)");
  }

  @Test
  void otherBytesOfTheSameLength_areDamage() throws IOException {
    Files.writeString(object("index.html"), "gape");

    assertThat(Wholeness.isDamaged(site, release)).isTrue();
  }

  @Test
  void listThatIsMissing_isDamage() throws IOException {
    Files.delete(object(ReleasePaths.FILES));

    assertThat(Wholeness.isDamaged(site, release)).isTrue();
  }
}
