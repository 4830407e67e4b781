package org.novacat.jobs.rights;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.nova.Nova;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Groups the commands about rights and credit. */
@Command(
    name = "rights",
    mixinStandardHelpOptions = true,
    description = "What others may do with data, and whom they have to name.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RightsCommand.Show.class, RightsCommand.Change.class})
public final class RightsCommand {
  private static final int TRIES = 3;

  @Command(
      name = "show",
      description = {
        "Show who may see a spectrum or an upload, its licence and its credit, and who says so:"
            + " item (said of it), header (of its file), provider (holds for all of it) or nobody."
      },
      footer = {"", "Example: novacat rights show \"V339 Del\""})
  static final class Show extends StoreCommand {
    @Parameters(
        paramLabel = "ID|NOVA",
        description = "A spectrum, an upload of photometry, or all of a nova.")
    private String subject = "";

    @Override
    protected ExitCode run(Stores stores) {
      new Subjects(stores)
          .oneOrNova(subject)
          .forEach(
              one ->
                  print(new RightsReport(one, one.credit(stores, one.rights()), null, Map.of())));
      return ExitCode.OK;
    }
  }

  @Command(
      name = "set",
      description = {
        "Say who may see spectra or uploads, under which licence, and whom to name. What is not"
            + " said stays. Everything is checked before anything is changed."
      },
      footer = {
        "",
        "Examples:",
        "  novacat rights set --nova \"V339 Del\" --provider aras --licence CC-BY-4.0",
        "  novacat rights set 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5 --rights \"PROPRIETARY until 2027-06-30\""
      })
  static final class Change extends StoreCommand {
    @Parameters(arity = "0..*", paramLabel = "ID", description = "Spectra or uploads.")
    private List<String> ids = List.of();

    @Option(
        names = "--nova",
        paramLabel = "NAME",
        description = "All spectra of a nova, and its uploads with rows of no other nova.")
    private @Nullable String nova;

    @Option(
        names = "--provider",
        paramLabel = "NAME",
        description = "With --nova: only its spectra from this provider.")
    private @Nullable String provider;

    @Option(names = "--dry-run", description = "Only say what would change.")
    private boolean dryRun;

    @Mixin private RightsOptions options = new RightsOptions();

    @Override
    protected ExitCode run(Stores stores) {
      Map<CreditField, List<String>> said = options.said();
      List<Subject> subjects = subjects(new Subjects(stores), stores);
      subjects.forEach(one -> RightsOptions.apply(one.rights(), said));
      subjects.forEach(one -> print(changed(stores, one, said)));
      return ExitCode.OK;
    }

    private List<Subject> subjects(Subjects finder, Stores stores) {
      if (ids.isEmpty() == (nova == null)) {
        throw new UserError("Cannot set rights: of what is not clear (give IDs, or --nova NAME)");
      }
      if (nova == null) {
        if (provider != null) {
          throw new UserError("Cannot set rights: --provider is of a nova (give --nova NAME)");
        }
        return ids.stream().map(finder::one).distinct().toList();
      }
      String named = provider;
      Provider only = named == null ? null : UserError.ifRefused(() -> new Provider(named));
      List<Subject> found = finder.ofNova(Named.nova(stores, nova), only);
      if (found.isEmpty()) {
        throw new UserError(
            "Cannot set rights of '%s': it has nothing%s (see 'novacat rights show')"
                .formatted(nova, only == null ? "" : " from provider '%s'".formatted(only)));
      }
      return found;
    }

    /** An upload that other novae have rows of is changed by its own id alone. */
    private RightsReport changed(
        Stores stores, Subject subject, Map<CreditField, List<String>> said) {
      if (nova != null && subject.novae().size() > 1) {
        return kept(stores, subject, "left: other novae have rows of it (give its id)");
      }
      Rights now = RightsOptions.apply(subject.rights(), said);
      if (now.equals(subject.rights())) {
        return kept(stores, subject, "unchanged");
      }
      if (dryRun) {
        return due(stores, subject, now, "would be changed");
      }
      Subject after = recorded(stores, subject, said);
      return due(stores, after, after.rights(), "changed");
    }

    /** Another run may change it at the same time; what is said then holds for what it is now. */
    private static Subject recorded(
        Stores stores, Subject subject, Map<CreditField, List<String>> said) {
      Subject now = subject;
      for (int i = 1; ; i++) {
        try {
          Rights rights = RightsOptions.apply(now.rights(), said);
          now.record(stores, rights);
          return now.again(stores);
        } catch (ConflictException e) {
          if (i == TRIES) {
            throw e;
          }
          now = now.again(stores);
        }
      }
    }

    private static RightsReport kept(Stores stores, Subject subject, String change) {
      return new RightsReport(subject, subject.credit(stores, subject.rights()), change, Map.of());
    }

    private static RightsReport due(Stores stores, Subject subject, Rights rights, String change) {
      Map<NovaId, String> due = new TreeMap<>();
      subject.novae().forEach(id -> due.put(id, name(stores, id)));
      return new RightsReport(subject, subject.credit(stores, rights), change, due);
    }

    private static String name(Stores stores, NovaId id) {
      return stores.catalog().novae().find(id).map(Nova::primaryName).orElse(id.toString());
    }
  }
}
