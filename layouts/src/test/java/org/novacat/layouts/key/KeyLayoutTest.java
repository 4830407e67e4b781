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

  @Test
  void endOfAPath_followsItsLine_whereverTheCopyLies() {
    KeyLayout layout = KeyLayout.of("test", BucketRole.PRIVATE, SPECIAL);
    KeyMatch expected = new KeyMatch(SPECIAL, KeyFields.of("x", "b"));

    assertThat(layout.matchEnd("a/current/b")).contains(expected);
    assertThat(layout.matchEnd("/mnt/{copy}/a/current/b")).contains(expected);
    assertThat(layout.matchEnd("file:///mnt/a/current/b")).contains(expected);
    assertThat(layout.matchEnd("/mnt/ba/current/b")).isEmpty();
    assertThat(layout.matchEnd("/mnt/a/other/b")).isEmpty();
    assertThat(layout.matchEnd("")).isEmpty();
  }

  @Test
  void keyInAFolder_isTheOneOfItsLine_orRefused() {
    LayoutEntry report = new Line("REPORT", "runs/{run:text}/report.json");

    assertThat(report.in("runs/one/").key()).hasToString("runs/one/report.json");
    assertThatThrownBy(() -> report.in("walks/one/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot name object 'REPORT' in 'walks/one/': its keys look like 'runs/{run:text}/report.json'");
  }

  @Test
  void keyOfALayout_knowsItsLine_andAForeignOneIsRefused() {
    KeyLayout layout = KeyLayout.of("test", BucketRole.PRIVATE, SPECIAL);
    ObjectKey key = ObjectKey.of("a/current/b");

    assertThat(layout.key(key)).isEqualTo(new LayoutKey(SPECIAL, key));
    assertThatThrownBy(() -> layout.key(ObjectKey.of("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot use object key 'c': it is none of 'test'");
  }

  private record Line(String name, KeyTemplate template, WriteRule rule) implements LayoutEntry {
    Line(String name, String text) {
      this(name, KeyTemplate.of(text), WriteRule.IMMUTABLE);
    }
  }
}
