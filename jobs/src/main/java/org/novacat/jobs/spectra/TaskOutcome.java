package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.store.StoreException;

/** What a task found of one product; what becomes true of it the driver decides by its commit. */
sealed interface TaskOutcome extends Serializable {
  /** The product. */
  DataProductId product();

  /**
   * A sound spectrum whose derived objects are written.
   *
   * @param profile the convention it was read by
   * @param notes each conversion, repair and assumption
   */
  record Validated(
      DataProductId product,
      Reading profile,
      List<String> notes,
      SpectrumSummary summary,
      List<FileObject> objects)
      implements TaskOutcome {}

  /** A refused file whose bytes and context are kept in quarantine. */
  record Refused(
      DataProductId product,
      QuarantineReason reason,
      String detail,
      String message,
      TreeMap<String, String> facts,
      Reading profile,
      List<FileObject> objects)
      implements TaskOutcome {
    /** What the keys of its objects begin with. */
    String folder() {
      return objects.get(0).pointer().key().folder();
    }

    static Refused of(
        DataProductId product, Refusal refusal, Reading profile, List<FileObject> objects) {
      return new Refused(
          product,
          refusal.reason(),
          refusal.detail(),
          refusal.message(),
          new TreeMap<>(refusal.facts()),
          profile,
          objects);
    }
  }

  /**
   * No verdict, as it was not the file that failed.
   *
   * @param fault what kind of fault it was, in a word
   */
  record Postponed(DataProductId product, String fault, Postponement postponement)
      implements TaskOutcome {
    /** For want of something that this process lacks. */
    static Postponed of(DataProductId product, Postponement postponement) {
      return new Postponed(product, postponement.code().name(), postponement);
    }

    /** Because the store failed. */
    static Postponed of(DataProductId product, StoreException failure) {
      return new Postponed(
          product,
          failure.getClass().getSimpleName(),
          new Postponement(PostponedCode.STORE_FAILED, String.valueOf(failure.getMessage())));
    }
  }

  /**
   * By which convention a file was read.
   *
   * @param profile {@code id@version}; "" when none was selected
   * @param inputs what it was selected by
   * @param headerSignature "" when there is no readable header
   */
  record Reading(String profile, TreeMap<String, String> inputs, String headerSignature)
      implements Serializable {
    static Reading of(String profile, Map<String, String> inputs, String headerSignature) {
      return new Reading(profile, new TreeMap<>(inputs), headerSignature);
    }
  }
}
