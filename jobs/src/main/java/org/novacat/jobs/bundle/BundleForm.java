package org.novacat.jobs.bundle;

import org.novacat.jobs.content.Fingerprint;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.ReadableName;
import org.novacat.jobs.zip.EntryName;
import org.novacat.layouts.id.ContentHash;

/** What bundles of this novacat look like, and when one is current. */
public final class BundleForm {
  /** Of what is in a bundle and how it is called; another one makes all bundles due. */
  public static final String VERSION = "1";

  private static final int ID_DIGITS = 16;
  private static final int LONGEST_FOLDER = 40;

  private BundleForm() {}

  /** Of what a nova's bundle is made; the item of a current one has the same. */
  public static ContentHash fingerprint(NovaContent content) {
    return new Fingerprint().add("bundle").add(VERSION).add(content.fingerprint()).hash();
  }

  /** The {@code bundle_build_id} of a content: equal contents are one build. */
  public static String buildId(ContentHash fingerprint) {
    return fingerprint.hex().substring(0, ID_DIGITS);
  }

  /** Whether more than a README may be in it, as far as items say. */
  public static boolean hasData(NovaContent content) {
    PhotometryContent photometry = content.photometry();
    return !content.spectra().isEmpty() || (photometry != null && photometry.isPublic());
  }

  /** The one folder into which all of it is unpacked. */
  static String folder(NovaContent content) {
    boolean isReadable = !ReadableName.part(content.primaryName()).isEmpty();
    return isReadable
        ? EntryName.segment(content.primaryName(), LONGEST_FOLDER)
        : content.id().toString();
  }
}
