package org.novacat.jobs.photometry.field;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnUse;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.sidecar.SidecarException;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.upload.Upload;

/**
 * A real file that reads right.
 *
 * @param outcome what it ends as
 * @param lines of its text, without their ends; none of a file that is no text
 * @param table null when the file is no delimited text
 */
record Original(Upload upload, Outcome outcome, List<String> lines, @Nullable TextTable table) {
  /** Formats whose cells stand at fixed places or in elements. */
  private static final Set<String> OTHER = Set.of("cds", "mrt", "fixed-width");

  private static final String QDP = "{\"t0\": 2450000.5}";

  /** What the files of the corpus do not say themselves, as the test of the corpus has it. */
  private static final Map<String, String> SIDECARS =
      Map.of(
          "iar_cvnovag.csv",
          "{\"nova\": \"ZTF18aayzpbr\", \"band\": \"g\", \"time-system\": \"HJD\","
              + " \"time-offset\": 2400000}",
          "v1369cen_izzo2017_fig1.json",
          "{\"nova\": \"V1369 Cen\", \"band\": \"V\", \"t0\": \"2013-12-02T00:00:00\"}",
          "v606vul_tess_mag.dat",
          "{\"band\": \"TESS\", \"time-system\": \"BJD_TDB\"}",
          "v606vul_ztf_g_preeruption.txt",
          "{\"band\": \"zg\", \"time-system\": \"MJD\"}",
          "v606vul_ztf_r_postdustdip.txt",
          "{\"band\": \"zr\", \"time-system\": \"MJD\"}",
          "v606vul_tess_s14_bcksub.csv",
          "{\"zero-point\": 20.44}",
          "v606vul_tess_s15.fits",
          "{\"zero-point\": 20.44}",
          "xray_V745DSco_fluxlc.qdp",
          "{\"nova\": \"V745 Sco\", \"t0\": 2450000.5}");

  /** The original of a file; null when it does not read, or is a kind that nobody perturbs. */
  static @Nullable Original of(Path file) throws IOException {
    Upload upload = upload(file);
    Outcome outcome = upload == null ? null : Outcome.of(upload);
    if (upload == null || outcome == null || outcome.refusal() != null) {
      return null;
    }
    List<String> lines = lines(upload, outcome);
    return new Original(upload, outcome, lines, table(outcome, lines));
  }

  private static @Nullable Upload upload(Path file) throws IOException {
    String name = file.getFileName().toString();
    String usual = name.startsWith("xray_") && name.endsWith(".qdp") ? QDP : "{}";
    Path beside = file.resolveSibling(name + ".sidecar.json");
    String sidecar =
        Files.exists(beside) ? Files.readString(beside) : SIDECARS.getOrDefault(name, usual);
    Path readMe = file.resolveSibling(name.replaceFirst("\\.[^.]*$", ".ReadMe"));
    List<Upload.Companion> companions = new ArrayList<>();
    if (Files.exists(readMe) && !readMe.equals(file)) {
      String readMeName = readMe.getFileName().toString();
      companions.add(new Upload.Companion(readMeName, Files.readAllBytes(readMe)));
    }
    try {
      return new Upload(
          name, Files.readAllBytes(file), SidecarJson.parse(sidecar), List.copyOf(companions));
    } catch (SidecarException e) {
      return null;
    }
  }

  private static List<String> lines(Upload upload, Outcome outcome) {
    String encoding = understanding(outcome).encoding();
    if (!Charset.isSupported(encoding)) {
      return List.of();
    }
    String text = new String(upload.bytes(), Charset.forName(encoding)).replaceFirst("^\uFEFF", "");
    return text.lines().toList();
  }

  private static @Nullable TextTable table(Outcome outcome, List<String> lines) {
    Understanding first = understanding(outcome);
    boolean delimited = !OTHER.contains(first.format()) && first.lines() && !lines.isEmpty();
    return delimited
        ? TextTable.of(lines, first.format(), first.columns().size(), outcome.ends())
        : null;
  }

  private static Understanding understanding(Outcome outcome) {
    return Objects.requireNonNull(outcome.understanding());
  }

  String name() {
    return upload.name();
  }

  Understanding understanding() {
    return understanding(outcome);
  }

  String format() {
    return understanding().format();
  }

  /** The one column of a role, from 0; -1 when there is none, or several. */
  int column(Role... roles) {
    Set<Role> wanted = Set.of(roles);
    List<ColumnUse> found =
        understanding().columns().stream().filter(use -> wanted.contains(use.role())).toList();
    return found.size() == 1 ? found.get(0).number() - 1 : -1;
  }

  boolean hasColumn(Role role) {
    return understanding().columns().stream().anyMatch(use -> use.role() == role);
  }

  /** Whether rows are lines, and no cell goes on over several. */
  boolean isOfLines() {
    return understanding().lines()
        && !lines.isEmpty()
        && lines.stream().noneMatch(line -> line.chars().filter(c -> c == '"').count() % 2 != 0);
  }

  boolean isOneSection() {
    return understanding().more().isEmpty();
  }

  /** Whether each line is one measurement, of one section. */
  boolean isPlain() {
    Set<Integer> rows = new HashSet<>();
    return isOneSection() && outcome.ends().stream().allMatch(end -> rows.add(end.row()));
  }

  /** The same file with other bytes. */
  Upload with(String name, byte[] bytes) {
    return new Upload(name, bytes, upload.sidecar(), upload.companions());
  }
}
