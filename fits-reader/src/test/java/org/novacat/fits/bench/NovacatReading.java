package org.novacat.fits.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Image;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.ByteSource;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.HeaderWalk;
import org.novacat.fits.file.ReadLimits;

/** As programs use the reader: the walk over headers, and the file in memory. */
final class NovacatReading implements FileReading {
  private static final int CARD = 80;

  @Override
  public long cards(Path file) throws IOException {
    long cards = 0;
    try (ByteSource source = ByteSource.open(file)) {
      HeaderWalk walk = new HeaderWalk(source, ReadLimits.DEFAULT);
      for (Hdu hdu = walk.next(); hdu != null; hdu = walk.next()) {
        cards += taken(hdu.header());
      }
    }
    return cards;
  }

  private static long taken(Header header) {
    long characters = 0;
    for (int i = 0; i < header.size(); i++) {
      characters += header.card(i).length();
    }
    return characters / CARD;
  }

  @Override
  public double sum(Path file) throws IOException {
    double sum = 0;
    for (Hdu hdu : FitsFile.open(Files.readAllBytes(file), ReadLimits.DEFAULT).hdus()) {
      if (hdu.isTable()) {
        sum += sum(Table.of(hdu));
      } else if (hdu.hasData()) {
        sum += sum(Image.of(hdu).all());
      }
    }
    return sum;
  }

  private static double sum(Table table) {
    double sum = 0;
    for (Column column : table.columns()) {
      if (table.rows() > SHORT_TABLE && (column.isScalar() || column.isVector())) {
        sum += sum(table, column);
      }
    }
    return sum;
  }

  private static double sum(Table table, Column column) {
    if (column.isScalar()) {
      return sumOrNothing(column, table.numbers(column));
    }
    double sum = 0;
    for (int row = 0; row < table.rows(); row++) {
      sum += sumOrNothing(column, table.vector(column, row));
    }
    return sum;
  }

  private static double sumOrNothing(Column column, double[] values) {
    return column.number() <= SUMMED ? sum(values) : 0;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
      }
    }
    return sum;
  }
}
