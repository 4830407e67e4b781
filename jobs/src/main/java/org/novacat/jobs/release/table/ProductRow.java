package org.novacat.jobs.release.table;

/**
 * A product of a release, and all by which it may differ from that of another release. Text is ""
 * when absent.
 *
 * @param productId the spectrum, or the nova whose photometry table it is
 * @param name of the file it was made from, or of the table
 * @param made what it was made from, and by what
 * @param published what a reader gets
 */
public record ProductRow(
    String productId,
    String novaId,
    Kind kind,
    String provider,
    String name,
    Made made,
    Published published,
    Credit credit) {

  /** What a product is. */
  public enum Kind {
    SPECTRUM,
    PHOTOMETRY
  }

  /**
   * What a product was made from.
   *
   * @param rawSha256 of the one file that a spectrum was made from, hexadecimal
   * @param inputsSha256 over all that a table was made from, hexadecimal
   * @param by profile of the spectrum, or version of the rules of photometry
   */
  public record Made(String rawSha256, String inputsSha256, String by) {}

  /**
   * What is published of a product.
   *
   * @param sha256 hexadecimal
   * @param rows samples of a spectrum, rows of a table
   * @param accessUrl from the folder of the release
   */
  public record Published(String sha256, long bytes, long rows, String accessUrl) {}
}
