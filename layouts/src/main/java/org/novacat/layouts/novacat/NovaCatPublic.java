package org.novacat.layouts.novacat;

import static org.novacat.layouts.key.WriteRule.IMMUTABLE;
import static org.novacat.layouts.key.WriteRule.REPLACED;

import org.novacat.layouts.key.BucketRole;
import org.novacat.layouts.key.KeyLayout;
import org.novacat.layouts.key.KeyTemplate;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.WriteRule;

/**
 * The public site bucket: every key that may stand in it. No key follows two of these.
 *
 * <p>To be held beside "Public Site Bucket Layout" of Nova Cat's "S3 Layout (Epic 3, V2)". {@link
 * NovaCatKeys} makes the keys.
 */
public enum NovaCatPublic implements LayoutEntry {
  RELEASE_INDEX("releases/{release_id:release}/index.html", IMMUTABLE, Voucher.RELEASE),
  RELEASE_ASSET(
      "releases/{release_id:release}/assets/{relative_path:path}", IMMUTABLE, Voucher.RELEASE),
  RELEASE_NOVA(
      "releases/{release_id:release}/nova/{nova_id:uuid}/{relative_path:path}",
      IMMUTABLE,
      Voucher.RELEASE),

  /** What visitors see first: a pointer to, or a copy of, the newest release. */
  CURRENT("current/{relative_path:path}", REPLACED, Voucher.RELEASE);

  /** All of the above, under the name by which the command line knows it. */
  public static final KeyLayout LAYOUT =
      KeyLayout.of("novacat-public", BucketRole.PUBLIC, values());

  @SuppressWarnings("ImmutableEnumChecker") // a template has no setters and no mutable part
  private final KeyTemplate template;

  private final WriteRule rule;
  private final Voucher voucher;

  NovaCatPublic(String template, WriteRule rule, Voucher voucher) {
    this.template = KeyTemplate.of(template);
    this.rule = rule;
    this.voucher = voucher;
  }

  @Override
  public KeyTemplate template() {
    return template;
  }

  @Override
  public WriteRule rule() {
    return rule;
  }

  /** Who answers for its objects. */
  public Voucher voucher() {
    return voucher;
  }
}
