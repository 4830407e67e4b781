package org.novacat.jobs.register;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;

class EqualUploadsTest {
  private static final IngestFileId BYTES = IngestFileId.of(ContentHash.of(new byte[] {1}));

  private final EqualUploads equal = new EqualUploads();

  /** Also where two lists have the same name, and so their lines. */
  static Stream<List<Said>> contradictions() {
    Said open = new Said("list.csv line 2", Access.PUBLIC);
    Said closed = new Said("list.csv line 2", Access.PRIVATE);
    Said unknown = new Said("c.csv", null);
    return Stream.of(
        List.of(open, closed),
        List.of(closed, open),
        List.of(open, open, closed, open),
        List.of(open, unknown),
        List.of(unknown, open));
  }

  record Said(String where, @Nullable Access access) {}

  @ParameterizedTest
  @MethodSource("contradictions")
  void filesThatDoNotAgree_areAllRefused_inAnyOrder(List<Said> files) {
    files.forEach(file -> equal.add(BYTES, file.where(), file.access()));

    for (Said file : files) {
      assertThatThrownBy(() -> equal.check(BYTES, file.where()))
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining("do not agree on who may see them");
    }
  }

  @Test
  void filesThatAgree_andOtherBytes_areNot() {
    equal.add(BYTES, "a.csv", Access.PRIVATE);
    equal.add(BYTES, "b.csv", Access.PRIVATE);
    IngestFileId other = IngestFileId.of(ContentHash.of(new byte[] {2}));
    equal.add(other, "c.csv", Access.PUBLIC);

    assertThatCode(() -> equal.check(BYTES, "a.csv")).doesNotThrowAnyException();
    assertThatCode(() -> equal.check(other, "c.csv")).doesNotThrowAnyException();
  }
}
