package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.register.source.SaidRights;
import org.novacat.layouts.credit.Access;
import org.novacat.layouts.id.NameRules;
import org.novacat.transforms.photometry.read.sidecar.SidecarException;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.sidecar.SidecarRights;

/** What a sidecar of photometry says of rights and credit, in its own names for them. */
final class UploadSidecar {
  private static final List<SidecarKey> KEYS =
      Arrays.stream(CreditField.values()).map(UploadSidecar::key).toList();

  private UploadSidecar() {}

  /**
   * Whatever else is wrong in it, since that is said when the upload is ingested. Of one that is no
   * JSON nothing is known: the upload comes in, and is refused then, so that nothing of it goes
   * out.
   *
   * @param name of the sidecar, for people
   * @throws RejectedException when what it says of rights or credit cannot be used
   */
  static SaidRights rights(String name, byte[] json) throws RejectedException {
    try {
      return SaidRights.of(
          texts(SidecarJson.texts(new String(json, UTF_8), KEYS)), "sidecar " + name);
    } catch (SidecarException e) {
      if (e.name().isEmpty()) {
        return SaidRights.of(Map.of(), "");
      }
      throw wrong(name, e);
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

  private static Map<CreditField, String> texts(Map<SidecarKey, String> said) {
    Map<CreditField, String> texts = new EnumMap<>(CreditField.class);
    for (CreditField field : CreditField.values()) {
      texts.put(field, said.getOrDefault(key(field), ""));
    }
    SidecarRights rights = SidecarRights.of(said.getOrDefault(SidecarKey.RIGHTS, ""));
    Access access = rights.access();
    texts.put(CreditField.RIGHTS, access == null ? "" : access.text());
    if (!said.containsKey(SidecarKey.LICENCE)) {
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
