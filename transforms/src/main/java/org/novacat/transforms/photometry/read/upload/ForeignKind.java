package org.novacat.transforms.photometry.read.upload;

import java.util.HexFormat;
import java.util.List;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;

/**
 * A kind of file that holds no table which is read (resource {@code foreign-kinds.tsv}).
 *
 * @param at where the bytes stand that tell it
 * @param hex these bytes
 * @param what what it is, for people
 * @param remedy what to do
 */
public record ForeignKind(int at, String hex, String what, String remedy) {
  private static final List<ForeignKind> ALL =
      Tsv.resource(ForeignKind.class, "foreign-kinds.tsv").rows().stream()
          .map(
              row ->
                  new ForeignKind(
                      Integer.parseInt(row.cell("at")),
                      row.cell("bytes"),
                      row.cell("what"),
                      row.cell("remedy")))
          .toList();

  /**
   * Lets pass what may be a table.
   *
   * @throws RefusedException when a file is of one of these kinds
   */
  public static void check(Upload upload) {
    for (ForeignKind kind : ALL) {
      if (kind.isOf(upload.bytes())) {
        throw UploadRefusedException.unrecognized(
            upload.name(), "it is " + kind.what, kind.remedy.replace("FILE", upload.name()));
      }
    }
  }

  private boolean isOf(byte[] bytes) {
    int end = at + hex.length() / 2;
    return end <= bytes.length
        && HexFormat.of().withUpperCase().formatHex(bytes, at, end).equals(hex);
  }
}
