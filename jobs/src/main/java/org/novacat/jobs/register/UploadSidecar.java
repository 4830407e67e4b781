package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.Map;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.register.source.SaidRights;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.id.NameRules;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarException;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.sidecar.SidecarRights;

/** What a sidecar of photometry says of rights and credit, in its own names for them. */
final class UploadSidecar {
  private UploadSidecar() {}

  /**
   * Of one that cannot be read for another reason nothing is said: the upload comes in, and is
   * refused with that reason when it is ingested, so that nothing of it goes out.
   *
   * @param name of the sidecar, for people
   * @throws RejectedException when what it says of rights or credit cannot be used
   */
  static SaidRights rights(String name, byte[] json) throws RejectedException {
    try {
      return SaidRights.of(texts(SidecarJson.parse(new String(json, UTF_8))), "sidecar " + name);
    } catch (SidecarException e) {
      if (isOfCredit(e.name())) {
        throw wrong(name, e);
      }
      return SaidRights.of(Map.of(), "");
    } catch (IllegalArgumentException e) {
      throw wrong(name, e);
    }
  }

  /** Whether it can be read, whatever it says. */
  static boolean isReadable(byte[] json) {
    try {
      SidecarJson.parse(new String(json, UTF_8));
      return true;
    } catch (SidecarException e) {
      return false;
    }
  }

  private static RejectedException wrong(String name, IllegalArgumentException why) {
    return new RejectedException(
        RejectCode.SIDECAR_INVALID,
        "Cannot read '%s': %s".formatted(NameRules.shown(name), why.getMessage()));
  }

  private static boolean isOfCredit(String name) {
    for (CreditField field : CreditField.values()) {
      if (key(field).key().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Map<CreditField, String> texts(Sidecar sidecar) {
    Map<CreditField, String> texts = new EnumMap<>(CreditField.class);
    for (CreditField field : CreditField.values()) {
      texts.put(field, sidecar.text(key(field)));
    }
    SidecarRights rights = SidecarRights.of(sidecar);
    Access access = rights.access();
    texts.put(CreditField.RIGHTS, access == null ? "" : access.text());
    if (sidecar.text(SidecarKey.LICENCE).isEmpty()) {
      texts.put(CreditField.LICENCE, rights.licence());
    }
    return texts;
  }

  private static SidecarKey key(CreditField field) {
    return switch (field) {
      case RIGHTS -> SidecarKey.RIGHTS;
      case LICENCE -> SidecarKey.LICENCE;
      case BIBCODE -> SidecarKey.BIBCODE;
      case DOI -> SidecarKey.DOI;
      case OBSERVERS -> SidecarKey.OBSERVER;
      case ACKNOWLEDGEMENT -> SidecarKey.ACKNOWLEDGEMENT;
      case SOURCE_URL -> SidecarKey.DATA_URL;
    };
  }
}
