package org.novacat.jobs.nova;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.nova.AliasAdded;
import org.novacat.persistence.nova.IdentityDoubt;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.NovaAdded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Groups the commands about novae. */
@Command(
    name = "nova",
    mixinStandardHelpOptions = true,
    description = "Novae: add, show, list, give aliases, settle identities.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      NovaCommand.Add.class,
      NovaCommand.Show.class,
      NovaCommand.ListAll.class,
      NovaCommand.Alias.class,
      NovaCommand.Confirm.class,
      NovaCommand.Merge.class
    })
public final class NovaCommand {

  @Command(
      name = "add",
      description = {
        "Add a nova, or names to the one that is meant.",
        "A known name decides first. Then the place: below 2 arcsec it is the same nova, from 2 to"
            + " 10 arcsec a person must say, above 10 arcsec it is a new one."
      },
      footer = {"", "Example: novacat nova add \"V339 Del\" --ra 305.87792 --dec 20.76775"})
  static final class Add extends StoreCommand {
    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name = "";

    @Option(names = "--ra", paramLabel = "DEG", description = "Right ascension, degrees, ICRS.")
    private @Nullable Double ra;

    @Option(names = "--dec", paramLabel = "DEG", description = "Declination, degrees, ICRS.")
    private @Nullable Double dec;

    @Option(names = "--alias", paramLabel = "NAME", description = "Another name; may be repeated.")
    private List<String> aliases = List.of();

    @Option(
        names = "--nova-id",
        paramLabel = "UUID",
        description = "Its id, when it is not known yet. Default: a random one")
    private @Nullable String id;

    @Override
    protected boolean bringsIn() {
      return true;
    }

    @Override
    protected ExitCode run(Stores stores) {
      Named.checkUsable(name);
      aliases.forEach(Named::checkUsable);
      NovaAdded added =
          stores.catalog().novae().add(new NewNova(name, aliases, position(), Map.of(), id()));
      print(new NovaReport(added.nova(), headline(added)));
      return ExitCode.OK;
    }

    private @Nullable NovaId id() {
      String named = id;
      return named == null ? null : UserError.ifRefused(() -> NovaId.parse(named));
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

  @Command(
      name = "show",
      description = "Show one nova.",
      footer = {"", "Example: novacat nova show \"V339 Del\""})
  static final class Show extends StoreCommand {
    @Parameters(paramLabel = "NAME", description = "Name, alias or id.")
    private String name = "";

    @Override
    protected ExitCode run(Stores stores) {
      print(new NovaReport(Named.nova(stores, name), ""));
      return ExitCode.OK;
    }
  }

  @Command(
      name = "list",
      description = "List all novae.",
      footer = {"", "Example: novacat nova list --output json"})
  static final class ListAll extends StoreCommand {
    @Override
    protected ExitCode run(Stores stores) {
      TextTable table = new TextTable("name", "id", "position", "identity", "aliases");
      try (Stream<Nova> novae = stores.catalog().novae().list()) {
        print(
            novae,
            nova -> new NovaReport(nova, "").json(),
            table,
            nova -> row(table, nova),
            "No nova yet (add one with 'novacat nova add').");
      }
      return ExitCode.OK;
    }

    private static void row(TextTable table, Nova nova) {
      table.row(
          nova.primaryName(),
          nova.id(),
          NovaReport.place(nova),
          nova.identityStatus(),
          String.join(", ", nova.aliases()));
    }
  }

  @Command(
      name = "alias",
      description = "Give a nova another name.",
      footer = {"", "Example: novacat nova alias \"V339 Del\" \"Nova Del 2013\""})
  static final class Alias extends StoreCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "Name, alias or id.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ALIAS", description = "The other name.")
    private String alias = "";

    @Override
    protected ExitCode run(Stores stores) {
      Named.checkUsable(alias);
      AliasAdded added = stores.catalog().novae().alias(Named.nova(stores, name).id(), alias);
      String headline =
          switch (added.change()) {
            case ADDED -> "Added alias '%s'.".formatted(alias);
            case NOTHING_NEW -> "It has this name already. Nothing was written.";
          };
      if (!added.alreadyThere().isEmpty()) {
        headline += " The name is ambiguous now: it also leads to " + added.alreadyThere() + ".";
      }
      print(new NovaReport(added.nova(), headline));
      return ExitCode.OK;
    }
  }

  @Command(
      name = "confirm",
      description = "Say that a nova in identity quarantine is its own.",
      footer = {"", "Example: novacat nova confirm \"V339 Del\""})
  static final class Confirm extends StoreCommand {
    @Parameters(paramLabel = "NAME", description = "Name, alias or id.")
    private String name = "";

    @Override
    protected ExitCode run(Stores stores) {
      print(
          new NovaReport(
              stores.catalog().novae().confirm(Named.nova(stores, name).id()), "Confirmed."));
      return ExitCode.OK;
    }
  }

  @Command(
      name = "merge",
      description = "Say that a nova in identity quarantine is another one.",
      footer = {"", "Example: novacat nova merge \"PNV J20233073+2046041\" \"V339 Del\""})
  static final class Merge extends StoreCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "The one in quarantine.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "INTO", description = "The one it is.")
    private String into = "";

    @Override
    protected ExitCode run(Stores stores) {
      print(
          new NovaReport(
              stores
                  .catalog()
                  .novae()
                  .merge(Named.nova(stores, name).id(), Named.nova(stores, into).id()),
              "Merged."));
      return ExitCode.OK;
    }
  }

  /**
   * A nova, and what just happened to it.
   *
   * @param headline what happened, one sentence; "" when nothing did
   */
  private record NovaReport(Nova nova, String headline) implements Report {
    @Override
    public ObjectNode json() {
      ObjectNode root = Json.object();
      root.put("nova_id", nova.id().toString()).put("primary_name", nova.primaryName());
      ArrayNode aliases = root.putArray("aliases");
      nova.aliases().forEach(aliases::add);
      SkyPosition position = nova.position();
      Json.putNumber(root, "ra_deg", position == null ? null : position.raDeg());
      Json.putNumber(root, "dec_deg", position == null ? null : position.decDeg());
      root.put("identity_status", nova.identityStatus().name());
      IdentityDoubt doubt = nova.doubt();
      if (doubt != null) {
        root.put("may_be", doubt.near().toString());
        root.put("separation_arcsec", doubt.separationArcsec());
      }
      return root;
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      if (!headline.isEmpty()) {
        lines.add(headline);
      }
      lines.add(nova.primaryName() + "  " + nova.id());
      if (!nova.aliases().isEmpty()) {
        lines.add("  aliases   " + String.join(", ", nova.aliases()));
      }
      lines.add("  position  " + place(nova));
      IdentityDoubt doubt = nova.doubt();
      if (doubt != null) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  identity  in quarantine: %.1f arcsec from nova %s ('novacat nova confirm' or 'merge')",
                doubt.separationArcsec(),
                doubt.near()));
      }
      return lines;
    }

    static String place(Nova nova) {
      SkyPosition position = nova.position();
      return position == null
          ? "not known"
          : String.format(Locale.ROOT, "%.6f %+.6f", position.raDeg(), position.decDeg());
    }
  }
}
