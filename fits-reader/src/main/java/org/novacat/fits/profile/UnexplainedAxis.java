package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/**
 * Why no convention took a file that has an image with an axis: which cards are there, which of
 * them is not understood, which are missing, and what would mend it.
 */
public final class UnexplainedAxis {
  private static final List<String> NUMBERS = List.of("CRVAL1", "CDELT1", "CD1_1");
  private static final List<String> WORDS = List.of("CTYPE1", "CUNIT1");

  private UnexplainedAxis() {}

  /** The refusal of a file that no profile took; empty when no image of it has such an axis. */
  public static Optional<Refusal> of(Input input) {
    Hdu hdu = image(input);
    return hdu != null ? Optional.of(refusal(hdu)) : lines(input);
  }

  /** An image whose first axis is one of wavelengths, and whose lines nothing explains. */
  private static Optional<Refusal> lines(Input input) {
    return input.hdus().stream()
        .filter(hdu -> Images.isImage(hdu) && !Images.isOneDimensional(hdu))
        .filter(hdu -> hdu.header().has("CRVAL1") && AxisKind.of(hdu.header()).isComputed())
        .findFirst()
        .map(
            hdu ->
                new Refusal(
                    QuarantineReason.UNKNOWN_PROFILE,
                    "NO_PROFILE",
                    "Cannot read the spectrum of HDU %s: its first axis is a wavelength, and nothing says what its %s lines are (write the one spectrum as an image of one axis, or as a table of WAVE and FLUX)"
                        .formatted(hdu.index(), Image.of(hdu).lines()),
                    Map.of("lines", Integer.toString(Image.of(hdu).lines()))));
  }

  private static @Nullable Hdu image(Input input) {
    return input.hdus().stream()
        .filter(hdu -> Images.isImage(hdu) && hdu.header().has("CRVAL1"))
        .filter(hdu -> !AxisKind.of(hdu.header()).isComputed())
        .findFirst()
        .orElse(null);
  }

  private static Refusal refusal(Hdu hdu) {
    Header header = hdu.header();
    String there = texts(header, NUMBERS);
    String missing = String.join(" and ", WORDS.stream().filter(w -> !header.has(w)).toList());
    return new Refusal(
        QuarantineReason.UNKNOWN_PROFILE,
        "NO_PROFILE",
        "Cannot read the spectrum of HDU %s: %s are there, and %s (%s)"
            .formatted(hdu.index(), there, why(header, missing), remedy(header)),
        Map.of("present", there, "missing", missing));
  }

  private static String why(Header header, String missing) {
    AxisKind kind = AxisKind.of(header);
    String ctype = "CTYPE1 = '%s'".formatted(header.text("CTYPE1"));
    if (kind == AxisKind.CURVED_WAVELENGTH) {
      return ctype + " asks for an algorithm that is not followed here";
    }
    if (kind != AxisKind.UNKNOWN) {
      return "%s says that the axis is %s, in a layout that is not known".formatted(ctype, kind);
    }
    List<String> reasons = new ArrayList<>();
    Stream.of("CTYPE1", "CUNIT1")
        .filter(card -> !header.text(card).isBlank())
        .forEach(
            card -> reasons.add("%s = '%s' is not understood".formatted(card, header.text(card))));
    if (!missing.isEmpty()) {
      reasons.add(
          "%s missing".formatted(missing.contains(" ") ? missing + " are" : missing + " is"));
    }
    return "nothing says that they are wavelengths: " + String.join(", ", reasons);
  }

  private static String remedy(Header header) {
    return AxisKind.of(header) == AxisKind.CURVED_WAVELENGTH
        ? "resample it to equal steps of wavelength, or write it as a table of WAVE and FLUX"
        : "if they are, write so into the header, e.g. CTYPE1 = 'WAVELENGTH' and CUNIT1 = 'Angstrom'";
  }

  private static String texts(Header header, List<String> keywords) {
    return String.join(
        ", ",
        keywords.stream()
            .filter(header::has)
            .map(keyword -> "%s = %s".formatted(keyword, header.text(keyword)))
            .toList());
  }
}
