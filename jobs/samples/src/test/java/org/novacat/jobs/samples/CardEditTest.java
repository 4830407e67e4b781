package org.novacat.jobs.samples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.novacat.jobs.samples.Damage.CardEdit;

class CardEditTest {
  private static final byte[] FILE =
      "%-80s%-80s%-80s"
          .formatted("SIMPLE  = T", "BITPIX  = 8 / long comment", "END")
          .getBytes(US_ASCII);

  @Test
  void card_isReplacedWhole_inACopy() {
    byte[] edited = CardEdit.replace(FILE, "BITPIX", "BITPIX  = -33");

    assertThat(new String(edited, US_ASCII))
        .isEqualTo("%-80s%-80s%-80s".formatted("SIMPLE  = T", "BITPIX  = -33", "END"));
    assertThat(new String(FILE, US_ASCII)).contains("long comment");
  }

  @Test
  void missingCard_isAMistake() {
    assertThatThrownBy(() -> CardEdit.replace(FILE, "CRVAL1", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot damage card 'CRVAL1': the file has none");
  }
}
