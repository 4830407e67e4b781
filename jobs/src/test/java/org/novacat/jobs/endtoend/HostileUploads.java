package org.novacat.jobs.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes uploads that are made to break whoever reads them, each with the code that it is due. */
final class HostileUploads {
  private static final String HEADER = "star,JD,mag,band\n";
  private static final String ROW = "V339 Del,2456520.5,4.4,V\n";

  /** The one that {@code register} keeps out, as no key may hold a bell. */
  private static final String UNREGISTERED = "bidi\u202Egnp.\u0007csv";

  private static final int MIB = 1 << 20;

  private final Path folder;
  private final Map<String, String> codes = new TreeMap<>();

  private HostileUploads(Path folder) {
    this.folder = folder;
  }

  /** Refusal codes by the names of the files; "" where any code will do. */
  static Map<String, String> write(Path folder) throws IOException {
    HostileUploads uploads = new HostileUploads(folder);
    uploads.packed();
    uploads.shapes();
    uploads.json();
    uploads.voTables();
    uploads.fits();
    uploads.sidecars();
    uploads.bytes();
    uploads.values();
    uploads.patterns();
    return uploads.codes;
  }

  private void packed() throws IOException {
    file("bomb.csv.gz", "FILE_TOO_LARGE", gzip(552));
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int i = 0; i < 40; i++) {
      members.writeBytes(gzip(10));
    }
    file("bomb-of-members.csv.gz", "FILE_TOO_LARGE", members.toByteArray());
    byte[] large = new byte[MIB];
    file("bomb.zip", "FILE_TOO_LARGE", zip("a.csv", 300, large));
    file("bomb-hidden.zip", "FILE_TOO_LARGE", zip(".hidden", 300, large));
    file("many-members.zip", "FILE_TOO_LARGE", manyMembers());
    byte[] nested = zip("a.csv", 1, ROW.getBytes(UTF_8));
    for (int depth = 0; depth < 20; depth++) {
      nested = zip("a.zip", 1, nested);
    }
    file("recursive.zip", "UNRECOGNIZED_FORMAT", nested);
    byte[] sound = gzip(1);
    file("cut.csv.gz", "UNRECOGNIZED_FORMAT", Arrays.copyOf(sound, sound.length / 2));
  }

  private static byte[] gzip(int mib) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] rows = ROW.repeat(MIB / ROW.length()).getBytes(UTF_8);
    try (OutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
      for (int i = 0; i < mib; i++) {
        gzip.write(rows);
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, int times, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < times; i++) {
        zip.write(bytes);
      }
    }
    return out.toByteArray();
  }

  private static byte[] manyMembers() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 10_001; i++) {
        zip.putNextEntry(new ZipEntry(i + ".csv"));
      }
    }
    return out.toByteArray();
  }

  private void shapes() throws IOException {
    long line = 500L * MIB;
    try (OutputStream out = stream("one-line.csv", "FILE_TOO_LARGE")) {
      byte[] digits = "7".repeat(MIB).getBytes(UTF_8);
      for (long i = 0; i < line; i += digits.length) {
        out.write(digits);
      }
    }
    text("long-line.csv", "FILE_TOO_LARGE", HEADER + ROW + "V".repeat(20 * MIB) + "\n");
    text("million-columns.csv", "FILE_TOO_LARGE", "a,".repeat(1_000_000) + "JD\n");
    text("columns.csv", "FILE_TOO_LARGE", "a,".repeat(5000) + "JD\n" + "1,".repeat(5000) + "1\n");
    text("lines.csv", "FILE_TOO_LARGE", HEADER + ROW + "\n".repeat(11_000_000));
    text("stars.csv", "FILE_TOO_LARGE", HEADER + rows(150_000, i -> "S" + i + ",2456520.5,4.4,V"));
    text("header-only.csv", "NO_DATA_ROWS", HEADER);
    text("blanks.csv", "EMPTY_FILE", " \n".repeat(100_000));
    text("quotes.csv", "", HEADER + "\"V339 Del,2456520.5,4.4,V\n\"\"\n".repeat(50_000));
    text("comments.csv", "", "# a = b\n".repeat(300_000) + HEADER);
  }

  private void json() throws IOException {
    text("deep.json", "UNRECOGNIZED_FORMAT", "[".repeat(100_000));
    text("deep-objects.json", "UNRECOGNIZED_FORMAT", "{\"a\":".repeat(100_000));
    text("names.json", "FILE_TOO_LARGE", "[{" + list(500_000, i -> "\"n" + i + "\":1") + "}]");
    text("values.json", "FILE_TOO_LARGE", "[" + list(3_000_000, i -> "[" + i + ",1]") + "]");
    text(
        "units.json",
        "FILE_TOO_LARGE",
        "{\"V339 Del\":{\"photometry\":["
            + list(5000, i -> "{\"time\":\"56520\",\"flux\":\"1\",\"u_flux\":\"u" + i + "\"}")
            + "]}}");
  }

  private void voTables() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE VOTABLE [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%s \"&l%s;&l%s;\">".formatted(i, i - 1, i - 1));
    }
    text("laughs.vot", "", laughs + "]>" + voTable("<TABLEDATA>" + tr("&l29;") + "</TABLEDATA>"));
    text(
        "external.vot",
        "",
        "<!DOCTYPE VOTABLE [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + voTable("<TABLEDATA>" + tr("&e;") + "</TABLEDATA>"));
    text("huge-cell.vot", "", voTable("<TABLEDATA>" + tr("9".repeat(30 * MIB)) + "</TABLEDATA>"));
    text(
        "rows.vot",
        "FILE_TOO_LARGE",
        voTable("<TABLEDATA>" + tr("2456520.5").repeat(1_500_000) + "</TABLEDATA>"));
    text(
        "array.vot",
        "",
        voTable("<BINARY><STREAM encoding=\"base64\">QUJD</STREAM></BINARY>")
            .replace("datatype=\"double\"", "datatype=\"double\" arraysize=\"2000000000\""));
  }

  private static String voTable(String data) {
    return "<VOTABLE><RESOURCE><TABLE><FIELD name=\"JD\" datatype=\"double\"/>"
        + "<FIELD name=\"V\" datatype=\"double\"/><DATA>"
        + data
        + "</DATA></TABLE></RESOURCE></VOTABLE>";
  }

  private static String tr(String cell) {
    return "<TR><TD>" + cell + "</TD><TD>1</TD></TR>";
  }

  private void fits() throws IOException {
    file("rows.fits", "UNRECOGNIZED_FORMAT", fits(8, 2_000_000_000, "1D"));
    file("no-bytes.fits", "", fits(0, 2_000_000_000, "0D"));
    file("width.fits", "UNRECOGNIZED_FORMAT", fits(2_000_000_000, 1, "250000000D"));
  }

  private static byte[] fits(int width, int rows, String form) {
    String primary = block(card("SIMPLE", "T") + card("BITPIX", "8") + card("NAXIS", "0"));
    String table =
        block(
            card("XTENSION", "'BINTABLE'")
                + card("BITPIX", "8")
                + card("NAXIS", "2")
                + card("NAXIS1", Integer.toString(width))
                + card("NAXIS2", Integer.toString(rows))
                + card("PCOUNT", "0")
                + card("GCOUNT", "1")
                + card("TFIELDS", "1")
                + card("TTYPE1", "'TIME    '")
                + card("TFORM1", "'" + form + "'"));
    return (primary + table + "\0".repeat(2880)).getBytes(ISO_8859_1);
  }

  private static String card(String keyword, String value) {
    return pad("%s= %20s".formatted(pad(keyword, 8), value), 80);
  }

  private static String block(String cards) {
    return pad(cards + pad("END", 80), 2880);
  }

  private static String pad(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }

  private void sidecars() throws IOException {
    beside("side-huge.csv", "{\"comment\":\"" + "x".repeat(2 * MIB) + "\"}");
    beside("side-deep.csv", "[".repeat(100_000));
    beside("side-names.csv", "{" + list(40_000, i -> "\"n" + i + "\":1") + "}");
    beside("side-value.csv", "{\"nova\":\"" + "x".repeat(100_000) + "\"}");
    String lists = IntStream.range(1, 10).mapToObj(i -> alias(i)).collect(Collectors.joining("\n"));
    beside("side-yaml.csv", "a0: &a0 [lol]\n" + lists);
    text("aliases.ecsv", "", "# %ECSV 1.0\n# ---\n# a0: &a0 [lol]\n" + lists + "\n" + ROW);
  }

  private static String alias(int i) {
    return "# a%s: &a%s [%s]".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9));
  }

  private void beside(String name, String sidecar) throws IOException {
    text(name, "SIDECAR_INVALID", HEADER + ROW + "# " + name + "\n");
    Files.writeString(folder.resolve(name + ".sidecar.json"), sidecar);
  }

  private void bytes() throws IOException {
    text("nul.csv", "UNRECOGNIZED_FORMAT", HEADER + ROW.repeat(10) + "\0\0\0\0");
    byte[] wide = (HEADER + ROW).getBytes(UTF_16LE);
    file("wide-cut.csv", "UNRECOGNIZED_FORMAT", Arrays.copyOf(wide, wide.length - 1));
    byte[] mixed = (HEADER + "Nóva,2456520.5,4.4,V\n".repeat(3)).getBytes(UTF_8);
    mixed[HEADER.length() + 1] = (byte) 0xFF;
    file("mixed.csv", "OBJECT_MISSING", mixed);
    text("page.csv", "UNRECOGNIZED_FORMAT", "<!DOCTYPE html>\n<html><body>Log in</body></html>");
    text("bidi.csv", "OBJECT_MISSING", HEADER + "\u202Eleb,2456520.5,4.4,V\n");
    Files.writeString(folder.resolve(UNREGISTERED), HEADER + ROW);
  }

  private void values() throws IOException {
    String rejected = "TOO_MANY_REJECTED_ROWS";
    text("exponents.csv", rejected, HEADER + "V339 Del,1e999999999,4.4,V\n".repeat(1000));
    text("small.csv", rejected, HEADER + "V339 Del,2456520.5,1e-999999999,V\n".repeat(1000));
    text("digits.csv", rejected, HEADER + "V339 Del," + "9".repeat(150_000) + ",4.4,V\n");
    text("years.csv", rejected, HEADER + "V339 Del,+999999999-12-31T23:59:60Z,4.4,V\n".repeat(9));
    text("bands.csv", rejected, HEADER + rows(1_000_000, i -> "V339 Del,2456520.5,4.4,band" + i));
    text("long-band.csv", rejected, HEADER + "V339 Del,2456520.5,4.4," + "V".repeat(90_000) + "\n");
    text(
        "long-name.csv",
        "OBJECT_MISSING",
        "# object: " + "x".repeat(90_000) + "\nJD,V\n2456520,4\n");
  }

  /** Patterns that go back over what they took, for each place that they could have begun. */
  private void patterns() throws IOException {
    text("back-value.csv", "", HEADER + "V339 Del,2456520.5,\"4" + " ".repeat(90_000) + "x\",V\n");
    text("back-fact.csv", "", "# object: a" + "} ".repeat(90_000) + "x\n" + HEADER);
    text("back-header.csv", "", "star,JD,mag,band" + " (".repeat(90_000) + "x\n1,2,3,4\n");
    text("back-time.csv", "", HEADER + "V339 Del,\"1" + " 1".repeat(90_000) + ":\",4.4,V\n");
    text("back-name" + "a".repeat(100) + ".dat", "", "2456520.5 4.4\n2456521.5 4.5\n");
    Files.writeString(
        folder.resolve("back-name" + "a".repeat(100) + ".ReadMe"),
        "Byte-by-byte Description of file: back-" + "*a".repeat(40) + "b\n");
  }

  private void text(String name, String code, String text) throws IOException {
    file(name, code, text.getBytes(UTF_8));
  }

  private void file(String name, String code, byte[] bytes) throws IOException {
    try (OutputStream out = stream(name, code)) {
      out.write(bytes);
    }
  }

  private OutputStream stream(String name, String code) throws IOException {
    codes.put(name, code);
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
  }

  private static String rows(int count, IntFunction<String> row) {
    return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
  }
}
