package org.novacat.jobs.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.Provider;

/**
 * An archive of invented novae on disk, and what should become of each of its files.
 *
 * @param manifest the CSV that {@code novacat register} takes
 * @param novae to be added before the files are registered
 * @param files in the order of the manifest
 */
public record SampleArchive(Path manifest, List<SampleNova> novae, List<SampleFile> files) {
  private static final Provider DAMAGED = new Provider("sample-damaged");

  public SampleArchive {
    novae = List.copyOf(novae);
    files = List.copyOf(files);
  }

  /**
   * Writes the archive below {@code folder}, which is made when it is missing. Doing it twice with
   * one specification writes the same bytes over the same files; files of others stay.
   *
   * @throws IOException when a file cannot be written; what was written before stays
   */
  public static SampleArchive write(Path folder, SampleSpec spec) throws IOException {
    ArchiveWriter writer = new ArchiveWriter(folder);
    Stars stars = new Stars(spec.seed());
    int number = 0;
    for (int nova = 0; nova < spec.novae(); nova++) {
      for (int epoch = 0; epoch < spec.spectraEach(); epoch++) {
        SampleFormat[] formats = SampleFormat.values();
        SampleFormat format = formats[number++ % formats.length];
        Exposure exposure = stars.exposure(nova, epoch, spec.spectraEach(), number);
        writer.addSound(format, exposure, format.write(exposure, stars.noise(number)));
      }
    }
    writeDamaged(writer, stars, spec, number);
    return writer.finish(IntStream.range(0, spec.novae()).mapToObj(stars::nova).toList());
  }

  private static void writeDamaged(
      ArchiveWriter writer, Stars stars, SampleSpec spec, int soundFiles) throws IOException {
    int number = soundFiles;
    for (Damage damage : Damage.values()) {
      number++;
      Exposure exposure = stars.exposure(number % spec.novae(), 0, 1, number);
      byte[] bytes = damage.make(exposure, stars.noise(number));
      Expected expected = new Expected.Quarantined(damage.reason());
      String name = damage.fileName(exposure);
      writer.add(damaged(exposure, name, ContentHash.of(bytes), expected), bytes);
    }
    writeDuplicate(writer, stars.exposure(0, 0, 1, ++number), stars);
    writeOtherBytes(writer, stars.exposure(0, 0, 1, ++number), stars);
  }

  /** A sound file, and the same bytes under another name and key. */
  private static void writeDuplicate(ArchiveWriter writer, Exposure exposure, Stars stars)
      throws IOException {
    SampleFormat format = SampleFormat.LINEAR;
    byte[] bytes = format.write(exposure, stars.noise(exposure.number()));
    SampleFile original = writer.addSound(format, exposure, bytes);
    Expected expected = new Expected.DuplicateOf(original.productKey());
    String name = "duplicate_" + exposure.nova().compactName() + ".fits";
    writer.add(damaged(exposure, name, original.promised(), expected), bytes);
  }

  /** A sound file whose manifest line promises other bytes. */
  private static void writeOtherBytes(ArchiveWriter writer, Exposure exposure, Stars stars)
      throws IOException {
    byte[] bytes = SampleFormat.LINEAR.write(exposure, stars.noise(exposure.number()));
    ContentHash other = ContentHash.of(new byte[] {0});
    String name = "other-bytes_" + exposure.nova().compactName() + ".fits";
    writer.add(damaged(exposure, name, other, new Expected.NotRegistered()), bytes);
  }

  private static SampleFile damaged(
      Exposure exposure, String name, ContentHash promised, Expected expected) {
    String key = name.substring(0, name.lastIndexOf('.'));
    String locator = "damaged/" + name;
    return new SampleFile(exposure.nova().name(), DAMAGED, key, locator, promised, expected);
  }

  /**
   * How large a sample archive is, and which.
   *
   * @param seed equal seeds give equal archives
   * @param novae number of novae, at least 1
   * @param spectraEach sound spectra of each nova, at least 1; the conventions take turns
   */
  public record SampleSpec(long seed, int novae, int spectraEach) {
    public SampleSpec {
      if (novae < 1 || spectraEach < 1) {
        throw new IllegalArgumentException(
            "Cannot make samples: %s novae with %s spectra each (give at least 1 of both)"
                .formatted(novae, spectraEach));
      }
    }

    /** What {@code novacat demo} makes: five novae, eight spectra each, and the damaged files. */
    public static SampleSpec demo(long seed) {
      return new SampleSpec(seed, 5, 8);
    }
  }
}
