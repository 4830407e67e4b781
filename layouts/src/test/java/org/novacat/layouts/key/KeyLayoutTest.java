package org.novacat.layouts.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyLayoutTest {
  private static final LayoutEntry SPECIAL = new Line("SPECIAL", "a/current/{x:path}");
  private static final LayoutEntry GENERAL = new Line("GENERAL", "a/{x:path}");

  @Test
  void keyOfTwoLines_followsTheFirst() {
    KeyLayout layout = KeyLayout.of("test", BucketRole.PRIVATE, SPECIAL, GENERAL);

    assertThat(layout.match(ObjectKey.of("a/current/b")))
        .contains(new KeyMatch(SPECIAL, KeyFields.of("x", "b")));
    assertThat(layout.match(ObjectKey.of("a/other/b")))
        .contains(new KeyMatch(GENERAL, KeyFields.of("x", "other/b")));
    assertThat(layout.match(ObjectKey.of("b"))).isEmpty();
  }

  @Test
  void lineThatStandsTwice_isRefused() {
    LayoutEntry sameTemplate = new Line("OTHER", "a/{x:path}");

    assertThatThrownBy(() -> KeyLayout.of("test", BucketRole.PRIVATE, GENERAL, sameTemplate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot build layout 'test': 'OTHER' a/{x:path} stands twice");
    assertThatThrownBy(
            () -> KeyLayout.of("test", BucketRole.PRIVATE, GENERAL, new Line("GENERAL", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot build layout 'test': 'GENERAL' b stands twice");
  }

  private record Line(String name, KeyTemplate template, WriteRule rule) implements LayoutEntry {
    Line(String name, String text) {
      this(name, KeyTemplate.of(text), WriteRule.IMMUTABLE);
    }
  }
}
