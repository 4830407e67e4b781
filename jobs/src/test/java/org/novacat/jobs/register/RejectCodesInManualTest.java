package org.novacat.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.testing.Manual;

class RejectCodesInManualTest {
  @Test
  void manual_saysWhatToDoForEveryCode() {
    assertThat(
            Manual.table(Manual.OPERATIONS, "code | what to do").stream()
                .flatMap(row -> Manual.code(row.get(0)).stream()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RejectCode.values()).map(Enum::name).toList());
  }
}
