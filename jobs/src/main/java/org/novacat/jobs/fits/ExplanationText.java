package org.novacat.jobs.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.Explanation;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.transforms.position.Icrs;

/** How a file was read, in lines for people. */
public final class ExplanationText {
  /** More orders than this are summed up. */
  private static final int MOST_SPECTRA = 5;

  private final List<String> lines = new ArrayList<>();

  private ExplanationText() {}

  public static List<String> of(Explanation explanation, boolean allProfiles) {
    ExplanationText text = new ExplanationText();
    text.add(explanation.fileName());
    explanation.hdus().forEach(text::hdu);
    for (Explanation.Verdict verdict : explanation.verdicts()) {
      if (allProfiles || !verdict.rank().isEmpty()) {
        text.verdict(verdict);
      }
    }
    explanation.result().match(text::read, text::rejected);
    text.add("");
    return text.lines;
  }

  private void hdu(Explanation.HduSummary hdu) {
    add("  HDU %s %s %s %s".formatted(hdu.index(), hdu.kind(), hdu.shape(), hdu.name()));
    if (!hdu.columns().isEmpty()) {
      add("      columns: %s".formatted(String.join(", ", hdu.columns())));
    }
  }

  private void verdict(Explanation.Verdict verdict) {
    String sign = verdict.chosen() ? "taken by" : verdict.rank().isEmpty() ? "not" : "also fits";
    String rank = verdict.rank().isEmpty() ? "" : " (" + verdict.rank() + ")";
    add("  %s %s%s: %s".formatted(sign, verdict.profile(), rank, verdict.reason()));
    if (verdict.chosen()) {
      for (Map.Entry<String, String> input : verdict.inputs().entrySet()) {
        add("      %s = %s".formatted(input.getKey(), input.getValue()));
      }
    }
  }

  private boolean read(ReadResult.Read read) {
    observation(read.observation());
    read.spectra().stream().limit(MOST_SPECTRA).forEach(this::spectrum);
    int more = read.spectra().size() - MOST_SPECTRA;
    if (more > 0) {
      add("  and %s spectra more (novacat fits read shows them all)".formatted(more));
    }
    for (ReadResult.RefusedOrder left : read.refused()) {
      add(
          "  left out: HDU %s, order %s, %s samples: %s"
              .formatted(left.hdu(), left.order(), left.samples(), left.refusal().message()));
    }
    trust(read.trust());
    read.notes().forEach(note -> add("  note: " + note));
    account(read.account());
    return true;
  }

  /** How sure the file is of what it says; what it does not say is left out. */
  private void trust(SpectrumTrust trust) {
    List<String> parts = new ArrayList<>();
    sure(parts, "time scale", trust.timeScale());
    sure(parts, "wavelength unit", trust.wavelengthUnit());
    sure(parts, "medium", trust.medium());
    sure(parts, "flux unit", trust.fluxUnit());
    add("  how sure: " + String.join(", ", parts));
  }

  private static void sure(List<String> parts, String what, @Nullable Confidence confidence) {
    if (confidence != null) {
      parts.add(what + " " + confidence.code());
    }
  }

  /** What became of each piece of the file, what nobody understood first. */
  private void account(List<Piece> account) {
    add("  account:");
    for (Fate fate : new Fate[] {Fate.UNACCOUNTED, Fate.USED, Fate.IRRELEVANT}) {
      account.stream().filter(piece -> piece.fate() == fate).forEach(this::piece);
    }
  }

  private void piece(Piece piece) {
    add(
        "      %-11s %-6s %s: %s"
            .formatted(piece.fate().code(), piece.kind(), piece.name(), piece.what()));
  }

  private void observation(Observation o) {
    add(
        "  object '%s', telescope '%s', instrument '%s'"
            .formatted(o.object(), o.telescope(), o.instrument()));
    place(o);
    ObservationTime time = o.time();
    if (time == null) {
      add("  time: no card gives one that can be used");
    } else {
      add(
          String.format(
              Locale.ROOT,
              "  time: MJD %.5f %s, from %s%s%s",
              time.mjd(),
              time.scale(),
              time.source(),
              days(", known to ", time.precisionDays()),
              days(", exposures span ", time.spanDays())));
    }
  }

  private void place(Observation o) {
    if (o.raDeg() == null || o.decDeg() == null) {
      add("  position: none that can be used");
      return;
    }
    String frame = o.frame().stated().isEmpty() ? "no frame stated" : o.frame().stated();
    String icrs =
        Icrs.of(o)
            .map(at -> String.format(Locale.ROOT, "ICRS %.6f %+.6f", at.raDeg(), at.decDeg()))
            .orElse("not compared");
    add(
        String.format(
            Locale.ROOT, "  position: %.6f %+.6f (%s), %s", o.raDeg(), o.decDeg(), frame, icrs));
  }

  /** An interval in days or, where it is shorter than half a day, in seconds; "" for null. */
  private static String days(String what, @Nullable Double days) {
    if (days == null) {
      return "";
    }
    boolean isLong = days >= 0.5;
    double number = isLong ? days : days * 86_400;
    return String.format(Locale.ROOT, "%s%.4g %s", what, number, isLong ? "d" : "s");
  }

  private void spectrum(SourceSpectrum s) {
    SpectralAxis axis = s.axis();
    add("  spectrum in HDU %s, order %s, %s samples".formatted(s.hdu(), s.order(), s.length()));
    add(
        "      axis: %s to %s %s%s, from %s"
            .formatted(
                axis.values()[0],
                axis.values()[s.length() - 1],
                axis.unit(),
                axis.unitAssumed() ? " (assumed)" : "",
                axis.source()));
    add("      medium: %s, known from %s".formatted(axis.medium(), axis.mediumSource()));
    add("      flux: %s, unit '%s'".formatted(s.flux().calibration(), s.flux().unit()));
    if (s.uncertainty() != null) {
      add(
          "      uncertainty: %s, unit '%s'"
              .formatted(s.uncertainty().kind(), s.uncertainty().unit()));
    }
    if (s.mask() != null) {
      add(
          String.format(
              Locale.ROOT, "      mask: %s, bad bits 0x%x", s.mask().source(), s.mask().badBits()));
    }
  }

  private boolean rejected(ReadResult.Rejected rejected) {
    add("  refused: %s %s".formatted(rejected.refusal().reason(), rejected.refusal().detail()));
    add("      %s".formatted(rejected.refusal().message()));
    return false;
  }

  private void add(String line) {
    lines.add(line.stripTrailing());
  }
}
