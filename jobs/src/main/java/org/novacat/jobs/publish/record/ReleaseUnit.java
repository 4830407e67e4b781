package org.novacat.jobs.publish.record;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;

/**
 * Objects of a release that are made together. Equal content gives equal objects, so that those of
 * the release before are as good.
 *
 * @param name its own in a release, such as {@code nova/<nova_id>}
 * @param title for people; of a nova, its name
 * @param content of all that its objects are made from
 * @param products that it shows
 */
public record ReleaseUnit(
    String name,
    String title,
    ContentHash content,
    List<ReleaseFile> files,
    List<ReleasedProduct> products)
    implements Serializable {
  private static final String NOVA = "nova/";

  public ReleaseUnit {
    requireNonNull(name, "name is null");
    requireNonNull(title, "title is null");
    requireNonNull(content, "content is null");
    files = List.copyOf(files);
    products = List.copyOf(products);
  }

  /** The name of the unit of a nova. */
  public static String ofNova(NovaId nova) {
    return NOVA + nova;
  }

  /**
   * The nova whose unit it is.
   *
   * @throws IllegalArgumentException when it is not of one
   */
  public NovaId nova() {
    return NovaId.parse(name.substring(NOVA.length()));
  }

  /** Whether it is a nova with its pages and files. */
  public boolean isNova() {
    return name.startsWith(NOVA);
  }
}
