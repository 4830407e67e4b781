package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.novacat.jobs.register.fetch.HostileArchives.add;
import static org.novacat.jobs.register.fetch.HostileArchives.addLongNamed;
import static org.novacat.jobs.register.fetch.HostileArchives.cut;
import static org.novacat.jobs.register.fetch.HostileArchives.gzip;
import static org.novacat.jobs.register.fetch.HostileArchives.noise;
import static org.novacat.jobs.register.fetch.HostileArchives.special;
import static org.novacat.jobs.register.fetch.HostileArchives.tarGz;
import static org.novacat.jobs.register.fetch.HostileArchives.tarOfSize;
import static org.novacat.jobs.register.fetch.HostileArchives.withDirectoryByte;
import static org.novacat.jobs.register.fetch.HostileArchives.zip;
import static org.novacat.jobs.register.fetch.HostileArchives.zipOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.register.fetch.Fetched.Bytes;
import org.novacat.jobs.register.fetch.HostileArchives;
import org.novacat.jobs.register.fetch.HostileServer;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.testing.Commands;

/**
 * One hostile input beside three good files: the three are registered, the hostile one is named
 * with its code, and nothing is written outside the workspace.
 */
@Timeout(60)
class HostileRegisterIT {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String MANIFEST = "m.csv";
  private static final String TEMPORARY = "java.io.tmpdir";

  @TempDir Path folder;
  private Path input;
  private Commands commands;
  private HostileServer server;
  private final String machinesTemporary = System.getProperty(TEMPORARY);

  /** Beside the folder, as the first command of a JVM unpacks a library there. */
  @TempDir private Path temporary;

  /** Lays a hostile thing into the input folder. */
  interface Trap {
    void lay(Path input) throws IOException, InterruptedException;
  }

  /** Makes a server answer in a hostile way. */
  interface Answers {
    String address(HostileServer server) throws IOException;
  }

  /** Makes an archive. */
  interface Bytes {
    byte[] make() throws IOException;
  }

  @BeforeEach
  void writeGoodFiles() throws IOException {
    input = Files.createDirectory(folder.resolve("input"));
    for (int i = 1; i <= 3; i++) {
      Files.write(input.resolve("good" + i + ".fits"), noise(2880 + i));
    }
    commands = new Commands(folder.resolve("workspace"));
    server = new HostileServer();
    System.setProperty(TEMPORARY, temporary.toString());
  }

  @AfterEach
  void archiveIsWhole() {
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  @AfterEach
  void stopServer() throws IOException {
    System.setProperty(TEMPORARY, machinesTemporary);
    server.close();
  }

  static Stream<Arguments> folders() {
    return Stream.of(
        folder(
            "link to the folder above",
            RejectCode.SOURCE_NOT_A_FILE,
            in -> Files.createSymbolicLink(in.resolve("loop"), in)),
        folder("pipe", RejectCode.SOURCE_NOT_A_FILE, in -> run("mkfifo", in.resolve("p.fits"))),
        folder(
            "link to a device without end",
            RejectCode.SOURCE_NOT_A_FILE,
            in -> Files.createSymbolicLink(in.resolve("z.fits"), Path.of("/dev/zero"))),
        folder("socket", RejectCode.SOURCE_NOT_A_FILE, HostileRegisterIT::socket),
        folder(
            "link to nothing",
            RejectCode.SOURCE_MISSING,
            in -> Files.createSymbolicLink(in.resolve("b.fits"), in.resolve("none"))),
        folder("links in a circle", RejectCode.SOURCE_UNREACHABLE, HostileRegisterIT::circle),
        folder("empty file", RejectCode.SOURCE_EMPTY, in -> Files.createFile(in.resolve("e.fits"))),
        folder(
            "large file",
            RejectCode.SOURCE_TOO_LARGE,
            in -> Files.write(in.resolve("l.fits"), new byte[(4 << 20) + 1])),
        folder(
            "long name",
            RejectCode.NAME_INVALID,
            in -> Files.createFile(in.resolve("n".repeat(220) + ".fits"))),
        folder(
            "name of many bytes that is too deep",
            RejectCode.NAME_INVALID,
            in ->
                Files.write(
                    Files.createDirectories(in.resolve("新".repeat(80)).resolve("星".repeat(80)))
                        .resolve("a.fits"),
                    noise(100))));
  }

  static Stream<Arguments> archives() {
    return Stream.of(
        archive("no zip", "a.zip", RejectCode.ARCHIVE_UNREADABLE, () -> noise(999)),
        archive("cut zip", "a.zip", RejectCode.ARCHIVE_UNREADABLE, () -> cut(zip("a.fits"), 2000)),
        archive("way up", "a.zip", RejectCode.ARCHIVE_UNSAFE_NAME, () -> zip("../../e.fits")),
        archive("absolute", "a.zip", RejectCode.ARCHIVE_UNSAFE_NAME, () -> zip("/tmp/e.fits")),
        archive("drive", "a.zip", RejectCode.ARCHIVE_UNSAFE_NAME, () -> zip("c:e.fits")),
        archive("twice", "a.zip", RejectCode.ARCHIVE_UNSAFE_NAME, () -> zip("a.fits", "a.fits")),
        archive("case", "a.zip", RejectCode.ARCHIVE_UNSAFE_NAME, () -> zip("a.fits", "A.fits")),
        archive(
            "composed twice",
            "a.zip",
            RejectCode.ARCHIVE_UNSAFE_NAME,
            () -> zip("\u00e9.fits", "e\u0301.fits")),
        archive("NUL", "a.zip", RejectCode.ARCHIVE_UNSAFE_NAME, () -> zip("a\0b.fits")),
        archive("line break", "a.zip", RejectCode.ARCHIVE_UNSAFE_NAME, () -> zip("a\nb.fits")),
        archive("direction", "a.zip", RejectCode.NAME_INVALID, () -> zip("a\u202Estif.fits")),
        archive(
            "long name", "a.zip", RejectCode.NAME_INVALID, () -> zip("n".repeat(300) + ".fits")),
        archive(
            "name of 600 bytes",
            "a.zip",
            RejectCode.NAME_INVALID,
            () -> zip("星".repeat(190) + ".fits")),
        archive(
            "file and folder",
            "a.zip",
            RejectCode.ARCHIVE_UNSAFE_NAME,
            () -> zip("a.fits", "a.fits/b.fits")),
        archive(
            "wrong sum",
            "a.zip",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> withDirectoryByte(zip("a.fits"), 16, 1)),
        archive(
            "encrypted",
            "a.zip",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> withDirectoryByte(zip("a.fits"), 8, 1)),
        archive(
            "unknown packing",
            "a.zip",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> withDirectoryByte(zip("a.fits"), 10, 99 ^ 8)),
        archive(
            "wrong size",
            "a.zip",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> withDirectoryByte(zip("a.fits"), 24, 1)),
        archive("link", "a.zip", RejectCode.ARCHIVE_UNREADABLE, HostileArchives::zipLink),
        archive("bomb", "a.zip", RejectCode.ARCHIVE_LIMIT, HostileArchives::zipBomb),
        archive("many", "a.zip", RejectCode.ARCHIVE_LIMIT, () -> zipOf(10_001)),
        archive("nested", "a.zip", RejectCode.ARCHIVE_NESTED, () -> zip("inner.zip")),
        archive("without FITS", "a.zip", RejectCode.ARCHIVE_EMPTY, () -> zip("notes.txt")),
        archive("no gzip", "a.tar.gz", RejectCode.ARCHIVE_UNREADABLE, () -> noise(999)),
        archive("gzip of no tar", "a.tgz", RejectCode.ARCHIVE_UNREADABLE, () -> gzip(noise(5000))),
        archive(
            "cut tar",
            "a.tgz",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> cut(tarGz(tar -> add(tar, "a.fits", noise(9000))), 4000)),
        archive(
            "tar without its sum",
            "a.tgz",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> {
              byte[] whole = tarGz(tar -> add(tar, "a.fits", noise(9000)));
              return cut(whole, whole.length - 6);
            }),
        archive(
            "way up in tar",
            "a.tgz",
            RejectCode.ARCHIVE_UNSAFE_NAME,
            () -> tarGz(tar -> add(tar, "../e.fits", noise(10)))),
        archive(
            "absolute in tar",
            "a.tgz",
            RejectCode.ARCHIVE_UNSAFE_NAME,
            () -> tarGz(tar -> add(tar, "/tmp/e.fits", noise(10)))),
        archive(
            "link in tar",
            "a.tgz",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> tarGz(tar -> special(tar, "a.fits", TarConstants.LF_SYMLINK))),
        archive(
            "hard link in tar",
            "a.tgz",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> tarGz(tar -> special(tar, "a.fits", TarConstants.LF_LINK))),
        archive(
            "pipe in tar",
            "a.tgz",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> tarGz(tar -> special(tar, "a.fits", TarConstants.LF_FIFO))),
        archive(
            "bomb in tar",
            "a.tgz",
            RejectCode.ARCHIVE_LIMIT,
            () -> tarGz(tar -> add(tar, "a.fits", new byte[8 << 20]))),
        archive(
            "many folders in tar",
            "a.tgz",
            RejectCode.ARCHIVE_LIMIT,
            () ->
                tarGz(
                    tar -> {
                      for (int i = 0; i < 10_001; i++) {
                        special(tar, i + "/", TarConstants.LF_DIR);
                      }
                    })),
        archive(
            "negative size in tar",
            "a.tgz",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> tarOfSize("-0000000007")),
        archive(
            "absurd size in tar",
            "a.tgz",
            RejectCode.ARCHIVE_UNREADABLE,
            () -> tarOfSize("77777777777")),
        archive(
            "endless name in tar",
            "a.tgz",
            RejectCode.ARCHIVE_LIMIT,
            () -> tarGz(tar -> addLongNamed(tar, random(2 << 20) + ".fits", noise(10)))));
  }

  static Stream<Arguments> servers() {
    return Stream.of(
        server("malformed redirect", RejectCode.SOURCE_UNREACHABLE, redirect("http://[bad/x")),
        server("redirect to nothing", RejectCode.SOURCE_UNREACHABLE, redirect("")),
        server(
            "redirect without address",
            RejectCode.SOURCE_UNREACHABLE,
            it -> it.address("a.fits", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")),
        server("redirect in a circle", RejectCode.SOURCE_UNREACHABLE, redirect("/a.fits")),
        server("redirect to a file", RejectCode.SOURCE_UNREACHABLE, redirect("file:///etc/passwd")),
        server(
            "redirect to no port",
            RejectCode.SOURCE_UNREACHABLE,
            redirect("http://127.0.0.1:99999/a.fits")),
        server("absurd length", RejectCode.SOURCE_UNREACHABLE, length("99999999999999999999999")),
        server("negative length", RejectCode.SOURCE_UNREACHABLE, length("-5")),
        server("no number", RejectCode.SOURCE_UNREACHABLE, length("many")),
        server("two lengths", RejectCode.SOURCE_UNREACHABLE, length("4\r\nContent-Length: 3")),
        server("length over the limit", RejectCode.SOURCE_TOO_LARGE, length("9000000000000")),
        server("shorter than said", RejectCode.SOURCE_UNREACHABLE, length("400")),
        server("absurd chunk", RejectCode.SOURCE_UNREACHABLE, chunk("FFFFFFFFFFFFFFFFFF")),
        server("negative chunk", RejectCode.SOURCE_UNREACHABLE, chunk("-1")),
        server("chunk of nonsense", RejectCode.SOURCE_UNREACHABLE, chunk("xyz")),
        server(
            "unknown coding",
            RejectCode.SOURCE_UNREACHABLE,
            it ->
                it.address("a.fits", OK + "Content-Encoding: br\r\nContent-Length: 4\r\n\r\nSIMP")),
        server(
            "no HTTP", RejectCode.SOURCE_UNREACHABLE, it -> it.address("a.fits", "220 ready\r\n")),
        server("hangs up", RejectCode.SOURCE_UNREACHABLE, it -> it.address("a.fits", "")),
        server(
            "fails for ever",
            RejectCode.SOURCE_UNREACHABLE,
            it -> it.address("a.fits", "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")),
        server(
            "never answers",
            RejectCode.SOURCE_TOO_SLOW,
            it -> it.address("a.fits", out -> it.stall())),
        server(
            "stops in the body",
            RejectCode.SOURCE_TOO_SLOW,
            it ->
                it.address(
                    "a.fits",
                    out -> {
                      out.write((OK + "Content-Length: 2880\r\n\r\nSIMPLE").getBytes(ISO_8859_1));
                      it.stall();
                    })),
        server(
            "drips",
            RejectCode.SOURCE_TOO_SLOW,
            it ->
                it.address(
                    "a.fits",
                    out -> {
                      out.write((OK + "Content-Length: 2880\r\n\r\n").getBytes(ISO_8859_1));
                      while (it.isOpenAfter(100)) {
                        out.write('S');
                      }
                    })),
        server(
            "drips its head",
            RejectCode.SOURCE_TOO_SLOW,
            it ->
                it.address(
                    "a.fits",
                    out -> {
                      out.write(OK.getBytes(ISO_8859_1));
                      while (it.isOpenAfter(100)) {
                        out.write("X: y\r\n".getBytes(ISO_8859_1));
                      }
                    })),
        server(
            "body without end",
            RejectCode.SOURCE_TOO_LARGE,
            it ->
                it.address(
                    "a.fits",
                    out -> {
                      out.write((OK + "\r\n").getBytes(ISO_8859_1));
                      while (it.isOpenAfter(0)) {
                        out.write(new byte[1 << 16]);
                      }
                    })),
        server(
            "error page without end",
            RejectCode.SOURCE_MISSING,
            it ->
                it.address(
                    "a.fits",
                    out -> {
                      out.write("HTTP/1.1 404 Gone\r\n\r\n".getBytes(ISO_8859_1));
                      while (it.isOpenAfter(0)) {
                        out.write(new byte[1 << 16]);
                      }
                    })),
        server(
            "long name",
            RejectCode.NAME_INVALID,
            it -> it.address("n".repeat(300) + ".fits", OK + "\r\nSIMPLE")),
        server("nobody listens", RejectCode.SOURCE_UNREACHABLE, it -> "http://127.0.0.1:1/a.fits"));
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        row("NUL", RejectCode.NAME_INVALID, "V339 Del,k\0,good1.fits"),
        row("NUL in a path", RejectCode.LOCATOR_UNSUPPORTED, "V339 Del,,a\0b.fits"),
        row("unknown scheme", RejectCode.LOCATOR_UNSUPPORTED, "V339 Del,,s3://a/b.fits"),
        row("file on a host", RejectCode.LOCATOR_UNSUPPORTED, "V339 Del,,file://host/a.fits"),
        row("device", RejectCode.SOURCE_NOT_A_FILE, "V339 Del,,/dev/zero"),
        row("no host", RejectCode.LOCATOR_UNSUPPORTED, "V339 Del,,http:///a.fits"),
        row("no port", RejectCode.SOURCE_UNREACHABLE, "V339 Del,,http://127.0.0.1:99999/a.fits"),
        row("long nova", RejectCode.NAME_INVALID, "N".repeat(201) + ",,good1.fits"),
        row("turned nova", RejectCode.NAME_INVALID, "V339\u202EDel,,good1.fits"),
        row("long key", RejectCode.NAME_INVALID, "V339 Del," + "k".repeat(201) + ",good1.fits"),
        row("no UTF-8", RejectCode.ROW_INVALID, "V339 Del,\u00ff,good1.fits"),
        row("open quote", RejectCode.ROW_INVALID, "V339 Del,\"k,good1.fits"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"folders", "archives"})
  void trapInAFolder_isNamed(String what, RejectCode code, Trap trap) throws Exception {
    trap.lay(input);

    assertOnlyTheTrapIsRefused(what, code, input.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void hostileServer_isNamed(String what, RejectCode code, Answers answers) throws Exception {
    writeManifest("V339 Del,," + answers.address(server));

    assertOnlyTheTrapIsRefused(what, code, folder.resolve(MANIFEST).toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void hostileRow_isNamed(String what, RejectCode code, String row) throws Exception {
    writeManifest(row);

    assertOnlyTheTrapIsRefused(what, code, folder.resolve(MANIFEST).toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"folders"})
  void trapAmongUploads_isNamed(String what, RejectCode code, Trap trap) throws Exception {
    trap.lay(input);

    assertOnlyTheTrapIsRefused(what, code, "--photometry", input.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void serverOfUploads_isNamed(String what, RejectCode code, Answers answers) throws Exception {
    writeManifest("V339 Del,," + answers.address(server));

    assertOnlyTheTrapIsRefused(what, code, "--photometry", folder.resolve(MANIFEST).toString());
  }

  private void assertOnlyTheTrapIsRefused(String what, RejectCode code, String... sources)
      throws IOException {
    Set<String> before = outside();

    JsonNode report =
        commands
            .json(
                Stream.concat(
                        Stream.of(
                            "register",
                            "--nova",
                            "V339 Del",
                            "--http-wait",
                            "1",
                            "--max-file-bytes",
                            "4194304"),
                        Stream.of(sources))
                    .toArray(String[]::new))
            .expect(ExitCode.OK)
            .json();

    assertThat(report.at("/files/ended/done").asInt()).as(what + report).isEqualTo(3);
    assertThat(report.at("/files/codes/refused").fieldNames())
        .as(what + report)
        .toIterable()
        .containsExactly(code.name());
    assertThat(outside()).isEqualTo(before);
    assertThat(temporary).isDirectoryNotContaining("glob:**.raw");
  }

  private void writeManifest(String row) throws IOException {
    String text =
        "nova,product_key,locator\nV339 Del,g1,input/good1.fits\nV339 Del,g2,input/good2.fits\n"
            + "V339 Del,g3,input/good3.fits\n"
            + row.replace(",good1", ",input/good1")
            + "\n";
    boolean latin = row.indexOf('\u00ff') >= 0;
    Files.writeString(folder.resolve(MANIFEST), text, latin ? ISO_8859_1 : UTF_8);
  }

  /** All there is beside the workspace. */
  private Set<String> outside() throws IOException {
    Path workspace = commands.workspace();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.startsWith(workspace))
          .map(HostileRegisterIT::described)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String described(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file)
          : file.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Arguments folder(String what, RejectCode code, Trap trap) {
    return arguments(what, code, trap);
  }

  private static Arguments archive(String what, String name, RejectCode code, Bytes bytes) {
    Trap trap = in -> Files.write(in.resolve(name), bytes.make());
    return arguments(what, code, trap);
  }

  private static Arguments server(String what, RejectCode code, Answers answers) {
    return arguments(what, code, answers);
  }

  private static Arguments row(String what, RejectCode code, String row) {
    return arguments(what, code, row);
  }

  private static Answers redirect(String to) {
    return it ->
        it.address(
            "a.fits", "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
  }

  private static Answers length(String length) {
    return it -> it.address("a.fits", OK + "Content-Length: " + length + "\r\n\r\nSIMP");
  }

  private static Answers chunk(String size) {
    return it ->
        it.address("a.fits", OK + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\nSIMPLE\r\n");
  }

  private static String random(int count) {
    StringBuilder name = new StringBuilder();
    for (byte one : noise(count)) {
      name.append((char) ('a' + (one & 15)));
    }
    return name.toString();
  }

  private static void run(String program, Path file) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(program, file.toString()).start().waitFor()).isZero();
  }

  /** The file of a socket stays when its server is gone; a long path cannot hold one. */
  private static void socket(Path in) throws IOException {
    Path made = Files.createTempDirectory("s").resolve("s");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(made));
    }
    Files.move(made, in.resolve("s.fits"));
    Files.delete(made.getParent());
  }

  private static void circle(Path in) throws IOException {
    Files.createSymbolicLink(in.resolve("1.fits"), in.resolve("2.fits"));
    Files.createSymbolicLink(in.resolve("2.fits"), in.resolve("1.fits"));
  }
}
