package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.SourceScale;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.table.Sample;

/**
 * Tells which facts of a file were not used as it says them: nobody understands their value, or
 * another piece of it says otherwise. What a sidecar says is not doubted.
 */
final class FactDoubts {
  private final String name;
  private final ColumnFacts facts;
  private final Roles roles;
  private final Sample sample;
  private final Sidecar sidecar;

  /**
   * @param name of the file
   */
  FactDoubts(String name, ColumnFacts facts, Roles roles, Sample sample, Sidecar sidecar) {
    this.name = name;
    this.facts = facts;
    this.roles = roles;
    this.sample = sample;
    this.sidecar = sidecar;
  }

  /** What speaks against a fact; "" when nothing does. */
  String of(String key, String value) {
    return switch (key.replaceFirst(" of .*", "")) {
      case ColumnFacts.MAG_SYSTEM -> system(value);
      case ColumnFacts.TIME_SCALE -> scale(value);
      case ColumnFacts.BAND -> band(value);
      case ColumnFacts.OBJECT -> object(value);
      case ColumnFacts.ZERO_POINT -> zeroPoint(value);
      default -> "";
    };
  }

  /** What the file says of one thing differently in two places above its rows. */
  List<String> contradictions() {
    List<String> found = new ArrayList<>();
    for (String line : facts.get(ColumnFacts.AGAIN).split("\n")) {
      String[] said = line.split("\t");
      boolean holds = said.length == 3 && !isAsserted(said[0]);
      if (holds && said(said[0], said)) {
        found.add("the file says '%s' and '%s' of its %s".formatted(said[1], said[2], said[0]));
      }
    }
    return found;
  }

  /** Whether what holds is one of the two, and not what a line further down says. */
  private boolean said(String key, String[] said) {
    String now = facts.get(key);
    return FactWords.isSame(key, now, said[1]) || FactWords.isSame(key, now, said[2]);
  }

  private boolean isAsserted(String key) {
    return switch (key) {
      case ColumnFacts.MAG_SYSTEM -> has(SidecarKey.MAGNITUDE_SYSTEM);
      case ColumnFacts.BAND -> has(SidecarKey.BAND);
      case ColumnFacts.OBJECT -> has(SidecarKey.NOVA);
      case ColumnFacts.TIME_SCALE -> sidecar.timeScale() != null;
      default -> sidecar.zeroPoint() != null;
    };
  }

  private boolean has(SidecarKey key) {
    return !sidecar.text(key).isEmpty();
  }

  private String system(String value) {
    boolean told = has(SidecarKey.MAGNITUDE_SYSTEM) || roles.has(Role.MAGNITUDE_SYSTEM);
    return told || MagnitudeSystems.stated(value) != null
        ? ""
        : "nobody understands its magnitude system '%s'".formatted(value);
  }

  /** A zero point makes fluxes of counts; magnitudes have one in them, or wait for it. */
  private String zeroPoint(String value) {
    return roles.has(Role.FLUX) || sidecar.zeroPoint() != null
        ? ""
        : "the file gives a zero point '%s', and not whether its magnitudes have it in them"
            .formatted(value);
  }

  private String scale(String value) {
    if (sidecar.timeScale() != null) {
      return "";
    }
    if (!TimeFrames.isUnderstood(value)) {
      return "nobody understands its time scale '%s'".formatted(value);
    }
    int epoch = Math.max(roles.index(Role.EPOCH), roles.index(Role.EPOCH_START));
    SourceScale said = TimeFrames.statedScale(value);
    SourceScale own = epoch < 0 ? null : TimeFrames.statedScale(roles.column(epoch).label());
    return said == null || own == null || said.scale() == own.scale()
        ? ""
        : "the file says '%s' of its times and column '%s' another scale"
            .formatted(value, roles.column(epoch).name());
  }

  private String band(String value) {
    int column = roles.index(Role.BAND);
    Set<String> kinds = column < 0 ? Set.of() : sample.kinds(column);
    boolean same =
        kinds.isEmpty()
            || kinds.stream().anyMatch(kind -> FactWords.isSame(ColumnFacts.BAND, kind, value));
    return same || has(SidecarKey.BAND)
        ? ""
        : "the file says band '%s' and column '%s' others"
            .formatted(value, roles.column(column).name());
  }

  private String object(String value) {
    String star = designation(value);
    String file = designation(name);
    return star.isEmpty() || file.isEmpty() || star.equals(file) || has(SidecarKey.NOVA)
        ? ""
        : "the file says the nova '%s', and is named after '%s'".formatted(value, file);
  }

  /** A variable star; "" for names of novae, of which a star may have one besides. */
  private static String designation(String text) {
    String star = NameOfFile.of(text).star();
    return star.startsWith("Nova") ? "" : star;
  }
}
