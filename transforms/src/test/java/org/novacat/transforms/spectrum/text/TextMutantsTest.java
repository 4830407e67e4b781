package org.novacat.transforms.spectrum.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.spectrum.text.TextSpectra.flux;
import static org.novacat.transforms.spectrum.text.TextSpectra.rows;
import static org.novacat.transforms.spectrum.text.TextSpectra.wavelength;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.testing.Seeded;

/**
 * No text can stop a job: mutants of spectra end as spectra or as a refusal with a code, none as a
 * fault of the reader, none after more than two seconds of the processor. {@code
 * -Dnovacat.mutants=N} asks for another number than 200.
 */
class TextMutantsTest {
  private static final int MUTANTS = Integer.getInteger("novacat.mutants", 200);
  private static final long LONGEST_NANOS = 2_000_000_000L;

  private static final List<String> ORIGINALS =
      List.of(
          "wavelength [Angstrom],flux [erg/s/cm2/Angstrom],error\n"
              + rows(i -> wavelength(i) + "," + flux(i) + ",0.1"),
          "# OBJECT: V1405 Cas\n# DATE-OBS: 2021-03-20T19:30:00\n# EXPTIME = 6 x 100 s\n# RA = 12:30:10.5\n"
              + "# DEC = +05:10:20\n# JD = 2459294.3\n# wavelength unit: nm\n# lambda in air\n"
              + rows("\t"),
          "SIMPLE  =                    T\nBITPIX  =  -32\nWAT1_001= 'units=angstroms'\nEND\n"
              + rows("  "),
          "\\OBJECT = x\n|  wave  | flux   |\n| double | double |\n|  um     |  Jy    |\n"
              + rows("   "),
          "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: wavelength, unit: Angstrom}\n# - {name: flux, unit: Jy}\n"
              + "# meta: !!omap\n# - {OBJECT: x}\nwavelength flux\n"
              + rows(" "),
          TextFormsTest.voTable(
              rows(i -> "<TR><TD>" + flux(i) + "</TD><TD>" + wavelength(i) + "</TD></TR>")),
          "Wellenlänge [nm];Flux [arbitrary]\n" + rows(";").replace('.', ','),
          "#FILENAME,WAVELENGTH COL NUM,FLUX COL NUM,FLUX UNITS,DATE\nx.csv,0,1,Jy,2.4481e+06\n",
          "order,wavelength_A,flux,mask\n"
              + rows(i -> i / 25 + "," + (wavelength(i) - i / 25 * 90) + "," + flux(i) + ",0"));

  private final Map<String, Integer> ends = new TreeMap<>();

  @Test
  void mutants_endAsSpectraOrRefusals() {
    Seeded.cases(MUTANTS, this::readMutant);

    System.out.printf("mutants of text: %s%n", ends);
  }

  private void readMutant(Random random) throws IOException {
    byte[] mutant = mutate(ORIGINALS.get(random.nextInt(ORIGINALS.size())), random);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    ReadResult result = TextSpectrumReader.read("mutant.txt", mutant, StatedFacts.NONE);
    TextKind kind = TextKind.of("mutant.txt", mutant, random.nextBoolean());
    MetadataTable.parse("mutant.txt", mutant);

    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    String end = result.match(ReadResult.Read::profile, rejected -> rejected.refusal().detail());
    ends.merge(end, 1, Integer::sum);
    assertThat(nanos).as(end).isLessThan(LONGEST_NANOS);
    assertThat(end).as(result.toString()).isNotEqualTo("READER_FAULT");
    assertThat(kind.reason()).doesNotContain("it cannot be looked at");
  }

  private static byte[] mutate(String original, Random random) throws IOException {
    byte[] bytes = original.getBytes(UTF_8);
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes = once(bytes, random);
    }
    return random.nextInt(10) == 0 ? packed(bytes, random) : bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    String text = new String(bytes, UTF_8);
    int at = random.nextInt(Math.max(1, text.length()));
    int to = Math.min(text.length(), at + random.nextInt(200));
    return switch (random.nextInt(9)) {
      case 0 -> flipped(bytes, random);
      case 1 -> text.substring(0, at).getBytes(UTF_8);
      case 2 -> (text.substring(0, at) + text.substring(to)).getBytes(UTF_8);
      case 3 -> (text.substring(0, to) + text.substring(at)).getBytes(UTF_8);
      case 4 ->
          text.replace(
                  oneOf(random, ",", " ", "\t", "\n", "."), oneOf(random, ",", ";", "\t", "", "|"))
              .getBytes(UTF_8);
      case 5 ->
          (text.substring(0, at)
                  + oneOf(
                      random, "[", "((((", "'''", "\"", "#", "=", ": ", "1e999", "-", "\u0000", "é",
                      "NaN")
                  + text.substring(at))
              .getBytes(UTF_8);
      case 6 ->
          (text.substring(0, at)
                  + oneOf(random, "[", "9", "a ", "(", "=:", "' ", ";")
                      .repeat(1 + random.nextInt(60_000))
                  + text.substring(at))
              .getBytes(UTF_8);
      case 7 ->
          text.replace(
                  Integer.toString(random.nextInt(10)), oneOf(random, "", "x", "99999", "-", "e"))
              .getBytes(UTF_8);
      default -> text.repeat(1 + random.nextInt(5)).getBytes(UTF_8);
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < 1 + random.nextInt(20) && copy.length > 0; i++) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private static byte[] packed(byte[] bytes, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return random.nextBoolean() ? out.toByteArray() : flipped(out.toByteArray(), random);
  }

  private static String oneOf(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
