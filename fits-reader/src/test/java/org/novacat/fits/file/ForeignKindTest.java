package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "425A68393141 | packed with bzip2 | bunzip2",
        "FD377A585A000004 | packed with xz | unxz",
        "504B030414000000 | a zip archive | unzip",
        "377ABCAF271C0004 | an archive of 7-Zip | unpack it",
        "255044462D312E34 | PDF | give the spectrum itself",
      })
  void packedFile_isNamedWithWhatToDo(String hex, String what, String remedy) {
    byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(hex), 200);

    assertThat(message(bytes)).contains("it is " + what + ",", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<!DOCTYPE html><html> | a page of the web",
        "  <html lang='en'> | a page of the web",
        "<?xml version='1.0'?><VOTABLE> | XML",
        "wavelength,flux | it is text",
        "SIMPLE SIMPLE | not a FITS file"
      })
  void text_isNamedByWhatItIs(String text, String what) {
    assertThat(message(text.repeat(20).getBytes(StandardCharsets.ISO_8859_1))).contains(what);
  }

  @Test
  void bytesOfNoKind_areShown() {
    assertThat(message(new byte[100]))
        .isEqualTo(
            "Cannot read file as FITS: it is not a FITS file, and begins with '................' (a"
                + " FITS file begins with the card SIMPLE)");
  }

  private static String message(byte[] bytes) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> FitsFile.open(bytes, ReadLimits.DEFAULT));
    assertThat(refused.refusal().detail()).isEqualTo("FITS_NO_SIMPLE");
    return refused.refusal().message();
  }
}
