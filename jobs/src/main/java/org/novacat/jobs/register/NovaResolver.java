package org.novacat.jobs.register;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.nova.Resolution;

/** Finds the novae that names mean, each name once. Used by one thread. */
final class NovaResolver {
  private final Novae novae;
  private final Map<String, Resolution> seen = new HashMap<>();

  NovaResolver(Novae novae) {
    this.novae = novae;
  }

  /**
   * The nova of a name, alias or id.
   *
   * @throws RejectedException when there is none, or more than one
   */
  NovaId resolve(String name) throws RejectedException {
    Resolution resolution = seen.computeIfAbsent(name, novae::resolve);
    if (resolution instanceof Resolution.One one) {
      return one.nova().id();
    }
    if (resolution instanceof Resolution.Several several) {
      throw new RejectedException(
          RejectCode.NOVA_AMBIGUOUS,
          "Cannot tell which nova '%s' is: %s (write the id of the one you mean)"
              .formatted(
                  name,
                  several.novae().stream()
                      .map(nova -> nova.primaryName() + " " + nova.id())
                      .collect(Collectors.joining(", "))));
    }
    throw new RejectedException(
        RejectCode.NOVA_UNKNOWN,
        "Cannot find nova '%s': no nova has this name (add it with 'novacat nova add' or --add-novae, or mend the name)"
            .formatted(name));
  }
}
