package org.novacat.jobs.nova;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.nova.NovaAdded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat nova add}. */
@Command(
    name = "add",
    description = {
      "Add a nova, or names to the one that is meant.",
      "A known name decides first. Then the place: below 2 arcsec it is the same nova, from 2 to"
          + " 10 arcsec a person must say, above 10 arcsec it is a new one."
    },
    footer = {"", "Example: novacat nova add \"V339 Del\" --ra 305.87792 --dec 20.76775"})
public final class NovaAddCommand extends StoreCommand {
  @Parameters(paramLabel = "NAME", description = "Its name.")
  private String name = "";

  @Option(names = "--ra", paramLabel = "DEG", description = "Right ascension, degrees, ICRS.")
  private @Nullable Double ra;

  @Option(names = "--dec", paramLabel = "DEG", description = "Declination, degrees, ICRS.")
  private @Nullable Double dec;

  @Option(names = "--alias", paramLabel = "NAME", description = "Another name; may be repeated.")
  private List<String> aliases = List.of();

  @Override
  protected boolean bringsIn() {
    return true;
  }

  @Override
  protected ExitCode run(Stores stores) {
    Named.checkUsable(name);
    aliases.forEach(Named::checkUsable);
    NovaAdded added =
        stores.catalog().novae().add(new NewNova(name, aliases, position(), Map.of()));
    print(new NovaReport(added.nova(), headline(added)));
    return ExitCode.OK;
  }

  private @Nullable SkyPosition position() {
    if (ra == null && dec == null) {
      return null;
    }
    if (ra == null || dec == null) {
      throw new UserError(
          "Cannot add nova '%s': one of --ra and --dec is missing (give both, in degrees)"
              .formatted(name));
    }
    double raDeg = ra;
    double decDeg = dec;
    return UserError.ifRefused(() -> new SkyPosition(raDeg, decDeg));
  }

  private static String headline(NovaAdded added) {
    if (added instanceof NovaAdded.Created) {
      return "Added.";
    }
    if (added instanceof NovaAdded.Extended extended) {
      return extended.newNames().isEmpty()
          ? "Known already; its position is new."
          : "Known already; new names: " + String.join(", ", extended.newNames());
    }
    if (added instanceof NovaAdded.IdentityQuarantined doubtful) {
      return String.format(
          Locale.ROOT,
          "Added, but %.1f arcsec from '%s': say whether they are one ('novacat nova confirm' or 'merge').",
          doubtful.separationArcsec(),
          doubtful.near().primaryName());
    }
    return "Known already. Nothing changed.";
  }
}
