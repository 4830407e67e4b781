package org.novacat.jobs.photometry.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.photometry.read.sidecar.SidecarException;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.upload.Upload;

/**
 * An input that stays out, what its message says to do, and the truth of its rows.
 *
 * <pre>
 * == CODE Source        the code of the refusal or rejection, and the source of its text; WISH with
 *                       the key, or ACCOUNT, for what 'explain' says
 * file name             the input; its lines follow behind "| "
 * bytes 1F8B           the bytes of the input in the place of lines
 * shared name           the same, of a file in the shared data
 * memory 2000           bytes that reading it may take
 * repeat 2001 a,        its lines begin with so many of these
 * often 2 250           its second line stands so often, and the truth is that of the last rows
 * sidecar {…}           what lies beside it; behind "says", what is written instead
 * says words            the message says them
 * take 1 2              these of the pieces of JSON in the message, in order, are the sidecar
 * put old -> new        where an example stands in them the true value is put
 * with "key": value     beside them, what the same text says too
 * write "key": value    the message names the key, in quotes, and this is the sidecar
 * again name            the input mended as the message says
 * beside name           the same, with the first file beside it
 * row …                 the truth, see FieldInputsTest
 * </pre>
 */
record Remedy(String head, List<String> lines) {
  private static final Pattern JSON =
      Pattern.compile("\"[a-z0-9-]+\": (?:\\{[^}]*}|\"[^\"]*\"|-?[0-9.]*[0-9])");

  String code() {
    return head.split(" ")[0];
  }

  private String source() {
    return code().equals("WISH") ? "Wishes" : head.substring(head.indexOf(' ') + 1);
  }

  /** Names of the sidecar that it follows, each behind the source of the text. */
  Set<String> followed() {
    Set<String> followed = new TreeSet<>();
    if (arguments("take").isEmpty() && arguments("write").isEmpty()) {
      return followed;
    }
    for (String piece : sidecarPieces(message())) {
      followed.add(source() + " " + piece.substring(1, piece.indexOf('"', 1)));
    }
    return followed;
  }

  void follow() {
    String message = message();
    arguments("says").forEach(words -> assertThat(message).contains(words));
    List<String> pieces = sidecarPieces(message);
    String written = last("sidecar", 1);
    String sidecar = pieces.isEmpty() ? written : "{" + String.join(", ", pieces) + "}";

    List<String> actual = read(mended(), sidecar).lines();

    List<String> truth = truth();
    int first = arguments("often").isEmpty() ? 0 : Math.max(0, actual.size() - truth.size());
    assertThat(actual.subList(first, actual.size()))
        .as("followed with %s: %s", sidecar, actual)
        .hasSameSizeAs(truth);
    for (int i = 0; i < truth.size(); i++) {
      FieldReading.check(truth.get(i), actual.get(first + i));
    }
  }

  private List<String> truth() {
    return lines.stream().filter(line -> line.matches("(row|rejected) .*")).toList();
  }

  /** What the reader says of the input as it is. */
  private String message() {
    try {
      FieldReading reading = read(input(), last("sidecar", 0));
      if (code().equals("WISH")) {
        return reading.wish(source().equals("Wishes") ? head.split(" ")[1] : "");
      }
      return code().equals("ACCOUNT") ? reading.account() : reading.ended(code());
    } catch (SidecarException e) {
      assertThat(e.refusal("x").code().name()).isEqualTo(code());
      return e.refusal("x").toString();
    }
  }

  private FieldReading read(Upload upload, String sidecar) {
    List<String> memory = arguments("memory");
    return FieldReading.of(
        sidecar.isEmpty() ? upload : upload.with(SidecarJson.parse(sidecar)),
        memory.isEmpty() ? Long.MAX_VALUE : Long.parseLong(memory.get(0)));
  }

  /** The pieces of JSON that are followed, with true values in the place of examples. */
  private List<String> sidecarPieces(String message) {
    List<String> pieces = new ArrayList<>();
    List<String> offered = JSON.matcher(message).results().map(MatchResult::group).toList();
    for (String numbers : arguments("take")) {
      for (String number : numbers.split(" ")) {
        assertThat(offered).as(message).hasSizeGreaterThanOrEqualTo(Integer.parseInt(number));
        pieces.add(offered.get(Integer.parseInt(number) - 1));
      }
    }
    for (String sides : arguments("put")) {
      String[] side = sides.split(" -> ");
      assertThat(String.join(", ", pieces)).contains(side[0]);
      pieces.replaceAll(piece -> piece.replace(side[0], side[1]));
    }
    pieces.addAll(arguments("with"));
    for (String piece : arguments("write")) {
      assertThat(message).contains(piece.substring(0, piece.indexOf(':')));
      pieces.add(piece);
    }
    return pieces;
  }

  private Upload input() {
    return Upload.of(arguments("file").get(0), bytes());
  }

  private byte[] bytes() {
    if (!arguments("bytes").isEmpty()) {
      return HexFormat.of().parseHex(arguments("bytes").get(0));
    }
    if (arguments("shared").isEmpty()) {
      return text("file").getBytes(UTF_8);
    }
    Path shared = SharedData.field().resolve("photometry").resolve(arguments("shared").get(0));
    try {
      return Files.readAllBytes(shared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Upload mended() {
    if (!arguments("beside").isEmpty()) {
      Upload first = input();
      Upload table = Upload.of(arguments("beside").get(0), text("beside").getBytes(UTF_8));
      return new Upload(
          table.name(),
          table.bytes(),
          table.sidecar(),
          List.of(new Upload.Companion(first.name(), first.bytes())));
    }
    return arguments("again").isEmpty()
        ? input()
        : Upload.of(arguments("again").get(0), text("again").getBytes(UTF_8));
  }

  /** The lines behind a command, until the next file. */
  private String text(String command) {
    List<String> repeat = command.equals("file") ? arguments("repeat") : List.of();
    String begin = repeat.isEmpty() ? "" : repeated(repeat.get(0));
    StringBuilder text = new StringBuilder();
    int number = 0;
    boolean in = false;
    for (String line : lines) {
      in = line.matches("(file|again|beside) .*") ? line.startsWith(command + " ") : in;
      if (in && line.startsWith("|")) {
        String row = begin + line.substring(Math.min(2, line.length())) + "\n";
        text.append(row.repeat(often(++number)));
      }
    }
    return text.toString();
  }

  /** How often a line of the input stands in it. */
  private int often(int line) {
    return arguments("often").stream()
        .map(argument -> argument.split(" "))
        .filter(words -> Integer.parseInt(words[0]) == line)
        .mapToInt(words -> Integer.parseInt(words[1]))
        .findFirst()
        .orElse(1);
  }

  private static String repeated(String argument) {
    String[] words = argument.split(" ");
    return words[1].repeat(Integer.parseInt(words[0]));
  }

  private List<String> arguments(String command) {
    return lines.stream()
        .filter(line -> line.startsWith(command + " "))
        .map(line -> line.substring(command.length() + 1))
        .toList();
  }

  /** The sidecar before or behind what the message says; "" when there is none. */
  private String last(String command, int behind) {
    int says =
        lines.indexOf(lines.stream().filter(l -> l.startsWith("says ")).findFirst().orElse(""));
    int at = -1;
    for (int i = 0; i < lines.size(); i++) {
      boolean here = behind == 0 ? says < 0 || i < says : says >= 0 && i > says;
      at = here && lines.get(i).startsWith(command + " ") ? i : at;
    }
    return at < 0 ? "" : lines.get(at).substring(command.length() + 1);
  }

  @Override
  public String toString() {
    return head + " " + arguments("file");
  }
}
