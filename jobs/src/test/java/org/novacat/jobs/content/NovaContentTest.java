package org.novacat.jobs.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;

class NovaContentTest {
  private static final NovaId ONE = NovaId.parse("0e984725-c51c-4bf4-9960-e1c80e27aba0");
  private static final NovaId OTHER = NovaId.parse("1e984725-c51c-4bf4-9960-e1c80e27aba0");

  /** What says of a merged nova what it turned out to be says it by that name. */
  @Test
  void otherNameOfTheSurvivor_isAnotherContent() {
    assertThat(mergedInto("V339 Del"))
        .isEqualTo(mergedInto("V339 Del"))
        .isNotEqualTo(mergedInto("Nova Del 2013"))
        .isNotEqualTo(mergedInto(null));
  }

  private static ContentHash mergedInto(@Nullable String survivor) {
    return new NovaContent(
            ONE,
            "Twin",
            List.of(),
            null,
            null,
            new TreeMap<>(),
            OTHER,
            survivor,
            List.of(),
            false,
            List.of(),
            null,
            List.of(),
            0,
            null)
        .fingerprint();
  }
}
