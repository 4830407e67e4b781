package org.novacat.transforms.spectrum.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.spectrum.text.TextSpectra.SAMPLES;
import static org.novacat.transforms.spectrum.text.TextSpectra.flux;
import static org.novacat.transforms.spectrum.text.TextSpectra.wavelength;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.testing.Seeded;

/**
 * Something is added to a spectrum that reads right: the spectrum is unchanged and the addition is
 * named, or it is changed as the addition demands. {@code -Dnovacat.perturbations=N} asks for
 * another number than 200.
 */
class TextPerturbationTest {
  private static final int CASES = Integer.getInteger("novacat.perturbations", 200);

  /** Signs of remarks, delimiters and headers of one file. */
  private record Form(String mark, String between, String header) {
    static Form of(Random random) {
      String between = pick(random, ",", ";", "\t", "  ");
      String unit = pick(random, "[Angstrom]", "(Angstrom)");
      boolean remark = random.nextBoolean();
      String mark = pick(random, "# ", "% ", "! ", "// ", "#");
      String names = "wavelength " + unit + between + "flux [counts]";
      return new Form(mark, between, (remark ? mark : "") + names);
    }

    String row(Object... cells) {
      List<String> texts = new ArrayList<>();
      for (Object cell : cells) {
        texts.add(cell.toString());
      }
      return String.join(between, texts);
    }
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  @Test
  void additions_areNamedOrChangeWhatTheyDemand() {
    Seeded.cases(CASES, random -> perturb(Form.of(random), random));
  }

  private static void perturb(Form form, Random random) {
    switch (random.nextInt(11)) {
      case 0 -> column(form, pick(random, "zorg", "xflag", "V339", "K12"), random);
      case 1 ->
          remark(
              form,
              pick(
                  random,
                  "values were multiplied by 10",
                  "smoothed a bit",
                  "not telluric corrected"));
      case 2 -> directive(form, pick(random, "ZORG", "my key", "zero point kind"), random);
      case 3 -> contradiction(form);
      case 4 -> blankLines(form, random);
      case 5 -> secondTable(form);
      case 6 -> secondOrder(form);
      case 7 -> otherUnit(form, pick(random, "nm", "micron"));
      case 8 -> badRow(form, random);
      case 9 -> mask(form, pick(random, "mask", "DQ", "bad_pixel"), random);
      default -> secondSpectrum(form);
    }
  }

  private static String file(String head, Form form, IntFunction<String> row) {
    StringBuilder text = new StringBuilder(head).append(form.header).append('\n');
    for (int i = 0; i < SAMPLES; i++) {
      text.append(row.apply(i)).append('\n');
    }
    return text.toString();
  }

  private static String file(String head, Form form) {
    return file(head, form, i -> form.row(wavelength(i), flux(i)));
  }

  private static ReadResult.Read unchanged(String text) {
    ReadResult.Read read = TextSpectra.read(text, StatedFacts.NONE);
    assertThat(read.spectra()).hasSize(1);
    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(spectrum.axis().unit()).isEqualTo("Angstrom");
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(spectrum.axis().values()[i]).isEqualTo(wavelength(i));
      assertThat(spectrum.flux().values()[i]).isEqualTo(flux(i));
    }
    return read;
  }

  private static void named(ReadResult.Read read, String part) {
    assertThat(read.account())
        .filteredOn(piece -> piece.fate() == Fate.UNACCOUNTED)
        .anyMatch(piece -> piece.name().contains(part));
  }

  private static void column(Form form, String name, Random random) {
    Form wider = new Form(form.mark, form.between, form.header + form.between + name);
    int kinds = 1 + random.nextInt(4);
    named(unchanged(file("", wider, i -> form.row(wavelength(i), flux(i), i % kinds))), name);
  }

  private static void remark(Form form, String said) {
    named(unchanged(file(form.mark + said + "\n", form)), said);
  }

  private static void directive(Form form, String key, Random random) {
    String sign = pick(random, " = ", ": ");
    named(unchanged(file(form.mark + key + sign + "17.5\n", form)), key);
  }

  private static void contradiction(Form form) {
    String head = form.mark + "DATE-OBS: 2021-03-20T19:30:00\n" + form.mark + "MJD-OBS: 59000.25\n";
    ReadResult.Read read = unchanged(file(head, form));
    assertThat(read.observation().time()).isNull();
    assertThat(read.notes()).anyMatch(note -> note.contains("differently in two places"));
  }

  private static void blankLines(Form form, Random random) {
    int every = 1 + random.nextInt(9);
    unchanged(file("", form, i -> form.row(wavelength(i), flux(i)) + (i % every == 0 ? "\n" : "")));
  }

  private static void secondTable(Form form) {
    String other = "wavelength (Angstrom)" + form.between + "error";
    String text = file("", form) + other + "\n" + form.row(1, 2) + "\n" + form.row(2, 3) + "\n";
    assertThat(TextSpectra.refused(text).detail()).isEqualTo("SECOND_TABLE");
  }

  private static void secondOrder(Form form) {
    StringBuilder text = new StringBuilder(file("", form)).append('\n');
    for (int i = 0; i < SAMPLES; i++) {
      text.append(form.row(wavelength(i) - 100, flux(i))).append('\n');
    }
    ReadResult.Read read = TextSpectra.read(text.toString());
    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(1, 2);
    assertThat(read.spectra().get(1).axis().values()[0]).isEqualTo(3900);
  }

  private static void otherUnit(Form form, String unit) {
    String text = file(form.mark + "wavelength unit: " + unit + "\n", form);
    assertThat(TextSpectra.refused(text).detail()).isEqualTo("AXIS_UNIT_CONTRADICTED");
  }

  private static void badRow(Form form, Random random) {
    int bad = 1 + random.nextInt(SAMPLES - 2);
    ReadResult.Read read =
        TextSpectra.read(file("", form, i -> form.row(wavelength(i), i == bad ? "oops" : flux(i))));
    assertThat(read.spectra().get(0).length()).isEqualTo(SAMPLES - 1);
    named(read, "oops");
  }

  private static void mask(Form form, String name, Random random) {
    int bad = random.nextInt(SAMPLES);
    Form wider = new Form(form.mark, form.between, form.header + form.between + name);
    ReadResult.Read read =
        unchanged(file("", wider, i -> form.row(wavelength(i), flux(i), i == bad ? 8 : 0)));
    assertThat(read.spectra().get(0).mask().bad(bad)).isTrue();
  }

  private static void secondSpectrum(Form form) {
    String text =
        file(form.mark + "OBJECT: V339 Del\n", form)
            + form.mark
            + "OBJECT: V1405 Cas\n"
            + form.row(5000, 1)
            + "\n"
            + form.row(5001, 1)
            + "\n";
    assertThat(TextSpectra.refused(text).detail()).isEqualTo("SECOND_SPECTRUM");
  }
}
