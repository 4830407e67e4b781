package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;

class TextTransferTest {
  @Test
  void twoRealFiles_wereSentAsText() {
    List<String> sent =
        Corpus.files().stream()
            .filter(file -> TextTransfer.isLikely(file.bytes()))
            .map(RealFile::name)
            .toList();

    assertThat(sent)
        .containsExactly("evega.0039.rs.ec.dispcor.fits", "tres_combined_modified.fits");
  }

  @Test
  void suchAFile_isRead_andSaysSo() {
    FitsFile file =
        FitsFile.open(Corpus.file("evega.0039.rs.ec.dispcor.fits").bytes(), ReadLimits.DEFAULT);

    assertThat(file.verified().notes())
        .contains(
            "The file seems to have been sent as text, which changes and loses bytes: its numbers"
                + " may be wrong.");
  }

  @Test
  void bytesOfAnyKind_areNotTakenForText_untilTheyAreSentAsIt() {
    byte[] bytes = new byte[50_001];
    new Random(1).nextBytes(bytes);
    bytes[50] = '\r';
    bytes[51] = '\n';

    assertThat(TextTransfer.isLikely(bytes)).isFalse();
    assertThat(TextTransfer.isLikely(sentAsText(bytes))).isTrue();
  }

  @Test
  void zeros_areNoText() {
    assertThat(TextTransfer.isLikely(new byte[50_001])).isFalse();
  }

  private static byte[] sentAsText(byte[] bytes) {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
      if (!pair) {
        sent.write(bytes[i] == '\r' ? '\n' : bytes[i]);
      }
    }
    return sent.toByteArray();
  }
}
