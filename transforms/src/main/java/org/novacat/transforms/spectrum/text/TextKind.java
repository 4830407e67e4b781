package org.novacat.transforms.spectrum.text;

import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;
import org.novacat.transforms.spectrum.text.table.TextTable;
import org.novacat.transforms.spectrum.text.table.TextTables;

/**
 * What a text is: a light curve is never called a spectrum. Where nothing but the size of numbers
 * could tell the two apart, it is neither, unless somebody states that it is a spectrum.
 *
 * @param reason the sign of it, for people
 */
public record TextKind(Kind kind, String reason) {
  /** Kinds of texts that are told apart. */
  public enum Kind {
    SPECTRUM,
    LIGHT_CURVE,
    /** A row for each spectrum of a folder, see {@link MetadataTable}. */
    METADATA_TABLE,
    NEITHER
  }

  /** Lines that are looked at. */
  private static final int LINES = 400;

  private static final Pattern QDP = Pattern.compile("(?im)^\\s*read\\s+[st]err\\b");

  /** Refusals begin with the name of the file, which whoever asks knows. */
  private static final Pattern OPENING =
      Pattern.compile("(?s)^Cannot read '.*?'(?: as a spectrum)?: ");

  /**
   * The kind of a file.
   *
   * @param bytes all of it, packed with gzip or not
   * @param stated whether a sidecar, a manifest or a metadata table speaks of it as of a spectrum
   */
  public static TextKind of(String fileName, byte[] bytes, boolean stated) {
    try {
      return of(TextInput.head(fileName, bytes, LINES), stated);
    } catch (TextRefusedException e) {
      return neither(OPENING.matcher(String.valueOf(e.getMessage())).replaceFirst(""));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return neither("it cannot be looked at: " + e);
    }
  }

  private static TextKind of(TextInput in, boolean stated) {
    if (MetadataTable.is(in)) {
      return new TextKind(Kind.METADATA_TABLE, "it has a column of names of files");
    }
    if (QDP.matcher(in.head()).find()) {
      return new TextKind(Kind.LIGHT_CURVE, "it has commands of QDP");
    }
    return HeadSigns.of(in).orElseGet(() -> ofTable(TextTables.open(in), stated));
  }

  private static TextKind ofTable(TextTable table, boolean stated) {
    return SpectrumSigns.of(table)
        .map(verdict -> new TextKind(verdict.kind(), verdict.reason()))
        .orElseGet(() -> unsaid(table, stated));
  }

  /** The kind of a table whose columns do not say it. */
  private static TextKind unsaid(TextTable table, boolean stated) {
    if (table.columns().stream().anyMatch(TextKind::isAxis)) {
      return new TextKind(Kind.SPECTRUM, "it has wavelengths");
    }
    boolean nameless =
        table.columns().stream()
            .allMatch(c -> c.role() == null && SpectrumSigns.isGeneric(c.name()));
    TextKind bySize = NamelessTables.kind(table);
    if (stated && bySize.kind != Kind.LIGHT_CURVE) {
      return new TextKind(Kind.SPECTRUM, "it is stated beside it");
    }
    return nameless ? bySize : neither("no column is a wavelength by its name or unit");
  }

  private static boolean isAxis(TextColumn column) {
    return column.is(ColumnRole.WAVELENGTH) || column.is(ColumnRole.LOG_WAVELENGTH);
  }

  static TextKind neither(String reason) {
    return new TextKind(Kind.NEITHER, reason);
  }
}
