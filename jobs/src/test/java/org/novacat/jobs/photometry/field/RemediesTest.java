package org.novacat.jobs.photometry.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.upload.ForeignKind;
import org.novacat.transforms.photometry.read.upload.Upload;

/** Whoever does to the letter what a refusal, a rejection or a wish says has the right rows. */
class RemediesTest {
  /** Codes whose files and rows nothing helps, or whose remedy is no change of the file. */
  private static final Map<FileRefusalCode, String> FILES_LEFT =
      new EnumMap<>(
          Map.of(
              FileRefusalCode.EMPTY_FILE, "there is nothing in it",
              FileRefusalCode.OBJECT_MISSING, "names are known to an archive: ObjectRemediesTest",
              FileRefusalCode.TIME_LIMIT, "parts are followed for FILE_TOO_LARGE; else an option",
              FileRefusalCode.READER_FAILED, "a fault of the program",
              FileRefusalCode.RAW_MISSING, "no verdict on the file",
              FileRefusalCode.RAW_CHANGED, "no verdict on the file"));

  private static final Map<RowRejectionCode, String> ROWS_LEFT = rowsLeft();

  /** Names that a sidecar may have, written in a text for people. */
  private static final Pattern KEY =
      Pattern.compile(
          "\\\\?\"(nova|band|bands|unit|columns|limit-values|t0|magnitude-system|date-order"
              + "|zero-point(?:-jy)?|time-[a-z-]+)\\\\?\"");

  /** CSV, and what is unpacked, are followed in the inputs beside this test. */
  private static final Pattern TABLE_OF_TEXT =
      Pattern.compile("CSV|csv|plain text|[Uu]npack it|Pack the table again");

  private static Map<RowRejectionCode, String> rowsLeft() {
    Map<RowRejectionCode, String> left = new EnumMap<>(RowRejectionCode.class);
    for (RowRejectionCode code : RowRejectionCode.values()) {
      String why =
          switch (code) {
            case COLUMN_COUNT,
                EPOCH_MISSING,
                EPOCH_UNPARSABLE,
                EPOCH_OUT_OF_RANGE,
                NO_MEASUREMENT,
                VALUE_UNPARSABLE,
                VALUE_OUT_OF_RANGE,
                BAND_MISSING ->
                "its cells say what is wrong";
            case OBJECT_UNRESOLVED -> "names are known to an archive: ObjectRemediesTest";
            case BAND_EXCLUDED, UNSUPPORTED_QUANTITY, NOT_OBSERVED -> "it enters no table at all";
            case DUPLICATE -> "it is there already";
            case BAND_UNRECOGNIZED,
                BAND_CONTEXT_CONFLICT,
                BAND_CONTEXT_EXCLUDES_ALL,
                UNIT_UNKNOWN,
                SECTION_UNREADABLE ->
                "the file is refused with a remedy when most rows are rejected so";
            case EPOCH_AMBIGUOUS, LIMIT_FLAG_UNCLEAR -> "";
          };
      if (!why.isEmpty()) {
        left.put(code, why);
      }
    }
    return left;
  }

  static Stream<Remedy> remedies() throws IOException {
    List<Remedy> all = new ArrayList<>();
    try (InputStream in = RemediesTest.class.getResourceAsStream("remedies.txt")) {
      for (String line :
          new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList()) {
        if (line.startsWith("== ")) {
          all.add(new Remedy(line.substring(3), new ArrayList<>()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          all.get(all.size() - 1).lines().add(line);
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("remedies")
  void messageFollowedToTheLetter_givesTheTruth(Remedy remedy) {
    remedy.follow();
  }

  /** What is saved, exported, unpacked or copied out as each of them says is a table of text. */
  @Test
  void everyForeignKind_isToBecomeATableOfText() {
    for (Tsv.Row kind : Tsv.resource(ForeignKind.class, "foreign-kinds.tsv").rows()) {
      byte[] bytes = new byte[512];
      byte[] first = HexFormat.of().parseHex(kind.cell("bytes"));
      System.arraycopy(first, 0, bytes, Integer.parseInt(kind.cell("at")), first.length);

      String ended =
          FieldReading.of(Upload.of("x.dat", bytes), Long.MAX_VALUE).ended("UNRECOGNIZED_FORMAT");

      assertThat(ended).contains("it is " + kind.cell("what"));
      assertThat(ended.substring(ended.indexOf("remedy="))).containsPattern(TABLE_OF_TEXT);
    }
  }

  @Test
  void everyCode_hasARemedyOrAReasonForNone() throws IOException {
    Set<String> codes =
        Stream.concat(
                Stream.of(FileRefusalCode.values()).filter(code -> !FILES_LEFT.containsKey(code)),
                Stream.of(RowRejectionCode.values()).filter(code -> !ROWS_LEFT.containsKey(code)))
            .map(Enum::name)
            .collect(Collectors.toSet());

    assertThat(remedies().map(Remedy::code).toList()).containsAll(codes);
  }

  @Test
  void everyReasonForNone_isOfACodeWithoutRemedy() throws IOException {
    Set<String> followed = remedies().map(Remedy::code).collect(Collectors.toSet());

    assertThat(FILES_LEFT.keySet()).noneMatch(code -> followed.contains(code.name()));
  }

  @Test
  void everyNameOfASidecarInAText_isFollowed() throws IOException {
    Set<String> followed = new HashSet<>();
    remedies().forEach(remedy -> followed.addAll(remedy.followed()));

    Set<String> offered = offered();

    assertThat(offered).hasSizeGreaterThan(20);
    assertThat(followed).containsAll(offered);
  }

  /** Names of a sidecar in the texts of a source, each behind the name of the source. */
  private static Set<String> offered() throws IOException {
    Set<String> offered = new TreeSet<>();
    try (Stream<Path> files =
        Files.walk(Path.of("..", "transforms/src/main"))
            .filter(file -> file.toString().contains("/photometry/read/"))
            .filter(file -> !file.toString().contains("/read/sidecar/"))
            .filter(file -> file.toString().matches(".*\\.(java|tsv)"))) {
      files.forEach(file -> offered.addAll(offered(file)));
    }
    return offered;
  }

  private static Set<String> offered(Path file) {
    String source = String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
    try {
      boolean java = file.toString().endsWith(".java");
      String text = Files.readString(file);
      Pattern key = java && !source.equals("Wishes") ? Pattern.compile("\\\\" + KEY) : KEY;
      return key.matcher(text)
          .results()
          .map(found -> source + " " + found.group(1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
