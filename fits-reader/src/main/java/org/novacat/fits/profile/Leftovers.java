package org.novacat.fits.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.fits.file.Hdu;

/** What of a file with data a reading did not use, for people. */
public final class Leftovers {
  private Leftovers() {}

  /** One sentence on HDUs and one on columns of the tables that were used; none when none are. */
  public static List<String> of(Input input, List<Traced> spectra) {
    Set<Origin> used =
        spectra.stream().flatMap(one -> one.origins().stream()).collect(Collectors.toSet());
    Set<Integer> hdus = used.stream().map(Origin::hdu).collect(Collectors.toSet());
    return Stream.concat(
            sentence("HDUs not used: ", hdus(input, hdus)).stream(),
            sentence("Columns not used: ", columns(input, used, hdus)).stream())
        .toList();
  }

  private static List<String> sentence(String begin, List<String> names) {
    return names.isEmpty() ? List.of() : List.of(begin + String.join(", ", names) + ".");
  }

  private static List<String> hdus(Input input, Set<Integer> used) {
    return input.hdus().stream()
        .filter(hdu -> hdu.hasData() && !used.contains(hdu.index()))
        .map(Leftovers::name)
        .toList();
  }

  private static String name(Hdu hdu) {
    return (hdu.index() + " " + hdu.name()).strip();
  }

  private static List<String> columns(Input input, Set<Origin> used, Set<Integer> hdus) {
    Set<String> names =
        used.stream()
            .filter(origin -> origin.kind() == Origin.Kind.COLUMN)
            .map(origin -> origin.hdu() + " " + origin.name())
            .collect(Collectors.toSet());
    return input.tables().stream()
        .filter(found -> hdus.contains(found.hdu().index()))
        .flatMap(
            found ->
                found.table().columns().stream()
                    .map(column -> column.name().strip())
                    .filter(name -> !names.contains(found.hdu().index() + " " + name)))
        .distinct()
        .toList();
  }
}
