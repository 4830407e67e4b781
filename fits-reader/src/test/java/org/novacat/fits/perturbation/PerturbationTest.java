package org.novacat.fits.perturbation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.testing.Seeded;

/**
 * A thing added to a real file that reads right leaves its spectra as they are and is named. {@code
 * -Dnovacat.seed=N} replays one case; {@code -Dnovacat.perturbations=N} asks for another number
 * than 200.
 */
class PerturbationTest {
  private static final int CASES = Integer.getInteger("novacat.perturbations", 200);
  private static final int LARGEST = 3_000_000;

  private static final SpectrumReader READER = SpectrumReader.standard();
  private static final List<Addition> ADDITIONS = List.of(Addition.values());
  private static final List<Original> ORIGINALS = new ArrayList<>();

  /** A file, and what it holds. */
  private record Original(String name, byte[] bytes, ReadResult.Read read) {
    int data() {
      return read.spectra().get(0).hdu();
    }
  }

  @BeforeAll
  static void readOriginals() {
    for (RealFile file : Corpus.files()) {
      byte[] bytes = file.bytes();
      boolean plain =
          bytes.length % 2880 == 0 && bytes.length <= LARGEST && !file.name().endsWith(".fz");
      if (plain && READER.read(file.name(), bytes) instanceof ReadResult.Read read) {
        ORIGINALS.add(new Original(file.name(), bytes, read));
      }
    }
    assertThat(ORIGINALS).hasSizeGreaterThan(25);
  }

  @Test
  void filesTakenApartAndPutTogether_readTheSame() {
    for (Original original : ORIGINALS) {
      ReadResult again = READER.read(original.name(), EditableFits.of(original.bytes()).bytes());
      assertThat(again).as(original.name()).isInstanceOf(ReadResult.Read.class);
      sameSpectra(original, (ReadResult.Read) again);
    }
  }

  @Test
  void additions_areNamedAndChangeNothing() {
    Map<Addition, Integer> made = new EnumMap<>(Addition.class);
    Seeded.cases(
        CASES,
        random -> {
          Original original = ORIGINALS.get(random.nextInt(ORIGINALS.size()));
          Addition addition = ADDITIONS.get(random.nextInt(ADDITIONS.size()));
          if (add(original, addition, random)) {
            made.merge(addition, 1, Integer::sum);
          }
        });
    System.out.println("additions: " + made);
  }

  private static boolean add(Original original, Addition addition, Random random) {
    EditableFits file = EditableFits.of(original.bytes());
    if (!addition.make(file, file.units().get(original.data()), random)) {
      return false;
    }
    ReadResult result = READER.read(original.name(), file.bytes());
    String what = addition + " in " + original.name();
    if (result instanceof ReadResult.Rejected rejected) {
      assertThat(rejected.refusal().message()).as(what).contains(addition.word());
      assertThat(addition.word()).as(what).isNotEmpty();
    } else {
      ReadResult.Read read = (ReadResult.Read) result;
      sameSpectra(original, read);
      assertThat(read.observation()).as(what).isEqualTo(original.read().observation());
      assertThat(said(read)).as(what).anyMatch(text -> text.contains(addition.word()));
    }
    return true;
  }

  @Test
  void contradictions_areNotedOrRefused() {
    int made = 0;
    for (Original original : ORIGINALS) {
      for (Contradiction contradiction : Contradiction.values()) {
        EditableFits file = EditableFits.of(original.bytes());
        if (contradiction.make(file.units().get(original.data()))) {
          noted(original, contradiction, READER.read(original.name(), file.bytes()));
          made++;
        }
      }
    }
    assertThat(made).isGreaterThan(20);
  }

  private static void noted(Original original, Contradiction contradiction, ReadResult result) {
    List<String> texts =
        result.match(
            read -> {
              List<String> all = new ArrayList<>(read.notes());
              all.addAll(said(read));
              return all;
            },
            rejected -> List.of(rejected.refusal().message()));
    assertThat(texts)
        .as(contradiction + " in " + original.name())
        .anyMatch(text -> text.contains(contradiction.word()));
  }

  /** Notes, and names of what is unaccounted. */
  private static List<String> said(ReadResult.Read read) {
    List<String> said = new ArrayList<>(read.notes());
    read.account().stream()
        .filter(piece -> piece.fate() == Fate.UNACCOUNTED)
        .forEach(piece -> said.add(piece.name()));
    said.add("");
    return said;
  }

  private static void sameSpectra(Original original, ReadResult.Read read) {
    assertThat(read.profile()).as(original.name()).isEqualTo(original.read().profile());
    assertThat(read.spectra()).as(original.name()).hasSameSizeAs(original.read().spectra());
    for (int i = 0; i < read.spectra().size(); i++) {
      SourceSpectrum before = original.read().spectra().get(i);
      SourceSpectrum after = read.spectra().get(i);
      assertThat(Arrays.equals(after.axis().values(), before.axis().values()))
          .as(original.name() + " axis " + i)
          .isTrue();
      assertThat(Arrays.equals(after.flux().values(), before.flux().values()))
          .as(original.name() + " flux " + i)
          .isTrue();
    }
  }
}
