package org.novacat.layouts.novacat;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VoucherInDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final String BEGIN = "<!-- made from Voucher; a test compares -->\n";
  private static final String END = "<!-- end of Voucher -->\n";

  @Test
  void architecturePage_saysWhoAnswersForEachLineOfTheLayouts() throws IOException {
    assertThat(Files.readString(PAGE)).contains(BEGIN + table() + END);
  }

  private static String table() {
    return Stream.of(Voucher.values())
        .map(voucher -> "| %s | %s |\n".formatted(voucher, lines(voucher)))
        .collect(joining("", "| answers | for |\n|---|---|\n", ""));
  }

  private static String lines(Voucher voucher) {
    return Stream.concat(
            Stream.of(NovaCatPrivate.values())
                .filter(line -> line.voucher() == voucher)
                .map(line -> line.template().toString()),
            Stream.of(NovaCatPublic.values())
                .filter(line -> line.voucher() == voucher)
                .map(line -> line.template().toString()))
        .map(VoucherInDocsTest::shown)
        .collect(joining("<br>"));
  }

  /** Without the types of fields. */
  private static String shown(String template) {
    return "`" + template.replaceAll(":[a-z]+}", "}") + "`";
  }
}
