package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.fits.testing.FitsBytes;

class FileSourceTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("a.fits");
    Files.write(file, new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
  }

  @Test
  void part_isReadToItsPlace() throws IOException {
    byte[] into = new byte[6];

    try (ByteSource source = ByteSource.open(file)) {
      source.read(3, into, 1, 4);

      assertThat(source.length()).isEqualTo(8);
    }

    assertThat(into).containsExactly(0, 3, 4, 5, 6, 0);
  }

  @Test
  void moreThanTheFileHas_isAnError() throws IOException {
    try (ByteSource source = ByteSource.open(file)) {
      assertThatThrownBy(() -> source.read(5, new byte[4], 0, 4))
          .isInstanceOf(EOFException.class)
          .hasMessage("Cannot read 4 bytes at 5 of '%s': it has 8", file);
    }
  }

  @Test
  void missingFile_cannotBeOpened() {
    assertThatThrownBy(() -> ByteSource.open(folder.resolve("none.fits")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void closedSource_readsNoMore() throws IOException {
    ByteSource source = ByteSource.open(file);
    source.close();

    assertThatThrownBy(() -> source.read(0, new byte[1], 0, 1))
        .isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void headers_areFoundInAFile() throws IOException {
    Files.write(file, FitsBytes.image(new float[10_000], "OBJECT  = 'V339 Del'").bytes());

    try (ByteSource source = ByteSource.open(file)) {
      HeaderWalk walk = new HeaderWalk(source, ReadLimits.DEFAULT);
      Hdu primary = walk.next();

      assertThat(primary.header().text("OBJECT")).isEqualTo("V339 Del");
      assertThat(walk.next()).isNull();
    }
  }
}
