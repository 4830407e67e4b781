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

  // Our additions: what other programs take of a release
  /** What the release is: its counts, what it follows, and why it may hold less. */
  RELEASE_RECORD("releases/{release_id:release}/release.json", IMMUTABLE, Voucher.RELEASE),
  /** All other objects of the release, with their hashes. */
  RELEASE_FILES("releases/{release_id:release}/files.jsonl", IMMUTABLE, Voucher.RELEASE),
  /** IVOA ObsCore, a row for each spectrum and light curve. */
  RELEASE_OBSCORE("releases/{release_id:release}/obscore.vot", IMMUTABLE, Voucher.RELEASE),
  RELEASE_OBSCORE_PARQUET(
      "releases/{release_id:release}/obscore.parquet", IMMUTABLE, Voucher.RELEASE),
  /** IVOA DataLink: what there is of a product. */
  RELEASE_DATALINK(
      "releases/{release_id:release}/datalink/{data_product_id:uuid}.vot",
      IMMUTABLE,
      Voucher.RELEASE),
  /** IVOA VOResource, for registries. */
  RELEASE_REGISTRY("releases/{release_id:release}/registry.xml", IMMUTABLE, Voucher.RELEASE),
  RELEASE_NOVAE("releases/{release_id:release}/novae.json", IMMUTABLE, Voucher.RELEASE),
  RELEASE_SITEMAP("releases/{release_id:release}/sitemap.xml", IMMUTABLE, Voucher.RELEASE),
  /** Parquet tables over all novae. */
  RELEASE_TABLE(
      "releases/{release_id:release}/tables/{relative_path:path}", IMMUTABLE, Voucher.RELEASE),

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
