package org.novacat.persistence.nova;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;

/**
 * The novae of the catalogue. A name decides first; where it decides nothing, the place on the sky
 * does: below 2 arcsec two novae are one, from 2 to 10 arcsec a person must say, above 10 arcsec
 * they are two.
 */
public final class Novae {
  /** Nearer than this, arcsec, two novae are one. */
  public static final double SAME_ARCSEC = 2;

  /** Farther than this, arcsec, two novae are two. */
  public static final double DISTINCT_ARCSEC = 10;

  /** Names that one nova may have: its item holds them all. */
  public static final int MOST_NAMES = 200;

  private final Table table;
  private final RunContext run;
  private final Clock clock;
  private final Directory directory;
  private final Registry registry;

  /**
   * The novae in a table.
   *
   * @param tables the table, trying again as it is told
   * @param policy how long anything is tried but the first steps of adding a nova
   */
  public Novae(
      Function<RetryPolicy, Table> tables,
      RetryPolicy policy,
      RunContext run,
      Clock clock,
      Waits waits) {
    this.table = tables.apply(policy);
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.directory = new Directory(table);
    this.registry = new Registry(tables, policy, run, clock, waits);
  }

  /** The nova with an id; also one whose identity is in quarantine or that was merged. */
  public Optional<Nova> find(NovaId id) {
    return directory.find(id);
  }

  /**
   * Those of these novae that exist, in order of their ids, merged ones too; read 100 at a time.
   */
  public List<Nova> findAll(Collection<NovaId> ids) {
    return directory.novae(ids);
  }

  /** The primary names of those of these novae that exist; read 100 at a time. */
  public Map<NovaId, String> names(Collection<NovaId> ids) {
    return findAll(ids).stream().collect(toMap(Nova::id, Nova::primaryName));
  }

  /** All novae but merged ones, in order of their ids, read 100 at a time. */
  public Stream<Nova> list() {
    return directory.all();
  }

  /** The ids of all novae but merged ones; costs a request for some thousands. */
  public Set<NovaId> ids() {
    return directory.ids().collect(Collectors.toUnmodifiableSet());
  }

  /** The novae that a name, or an id in its text form, leads to. */
  public Resolution resolve(String name) {
    return new Resolution(name, directory.novae(ids(name)));
  }

  /**
   * Makes a nova known, or adds what is new to the one it is. One run at a time adds novae, so that
   * two cannot add the same; it does so in a run of its own, which is recorded also when it fails.
   *
   * @throws UsageException when its names lead to several novae, its name leads to one that lies
   *     elsewhere, it would have more than {@link #MOST_NAMES}, or the id that it is to have is not
   *     the one that it has, or is another's
   * @throws ConflictException when another run adds novae for too long
   */
  public NovaAdded add(NewNova wish) {
    Map<String, String> names = names(wish);
    return registry.inTurn(names.keySet().iterator().next(), turn -> add(wish, names, turn));
  }

  private NovaAdded add(NewNova wish, Map<String, String> names, Registry.Turn turn) {
    TreeSet<NovaId> known = new TreeSet<>();
    names.values().forEach(name -> known.addAll(directory.named(name)));
    return switch (known.size()) {
      case 0 -> addByPlace(wish, names, turn);
      case 1 -> extend(existing(known.first()), wish, names, turn);
      default ->
          throw new UsageException(
              "Cannot add nova '%s': its names lead to several novae, %s (add each under names of its own)"
                  .formatted(wish.name(), known));
    };
  }

  /**
   * Lets a name lead to a nova. It may lead to others already; then it is ambiguous from now on,
   * which the result says.
   *
   * @throws UsageException when there is no such nova, or it has {@link #MOST_NAMES} already
   * @throws ConflictException when another run changes the nova at the same time
   */
  public AliasAdded alias(NovaId id, String name) {
    Nova nova = existing(id);
    List<NovaId> there = directory.named(name);
    List<NovaId> others = there.stream().filter(other -> !other.equals(id)).toList();
    if (there.contains(id)) {
      return new AliasAdded(nova, others, AliasAdded.Change.NOTHING_NEW);
    }
    List<String> names = List.of(NovaNames.tidy(name));
    checkRoom("add alias '%s'".formatted(name), NovaWrites.names(nova).size() + 1);
    commit("add alias '%s'".formatted(name), NovaWrites.extension(nova, names, null, stamp()));
    return new AliasAdded(existing(id), others, AliasAdded.Change.ADDED);
  }

  /**
   * A person says that a nova whose identity is in quarantine is one of its own.
   *
   * @throws UsageException when there is no such nova, or its identity is not in quarantine
   */
  public Nova confirm(NovaId id) {
    Nova nova = quarantined(id);
    commit("confirm nova '%s'".formatted(id), NovaWrites.confirmation(nova, stamp()));
    return existing(id);
  }

  /**
   * A person says that a nova whose identity is in quarantine is another one. Its names lead there
   * from now on; many of them go there before it, and a merger that was cut short goes on when it
   * is asked for again.
   *
   * @throws UsageException when one of them does not exist, the identity is not in quarantine, or
   *     they have more than {@link #MOST_NAMES} together
   */
  public Nova merge(NovaId id, NovaId into) {
    Nova nova = quarantined(id);
    Nova other = existing(into);
    if (id.equals(into) || other.identityStatus() == IdentityStatus.MERGED) {
      throw new UsageException(
          "Cannot merge nova '%s' into '%s': that is itself, or merged too (name another)"
              .formatted(id, into));
    }
    String what = "merge nova '%s'".formatted(id);
    int unknown = NovaWrites.unknown(other, NovaWrites.names(nova)).size();
    checkRoom(what, NovaWrites.names(other).size() + unknown);
    while (nova.aliases().size() > NovaWrites.NAMES_AT_ONCE) {
      List<String> some = nova.aliases().subList(0, NovaWrites.NAMES_AT_ONCE);
      commit(what, NovaWrites.handOver(nova, other, some, stamp()));
      nova = existing(id);
      other = existing(into);
    }
    commit(what, NovaWrites.merger(nova, other, stamp()));
    return existing(into);
  }

  private NovaAdded addByPlace(NewNova wish, Map<String, String> names, Registry.Turn turn) {
    Optional<Directory.Near> near =
        Optional.ofNullable(wish.position())
            .flatMap(directory::nearest)
            .filter(found -> found.arcsec() <= DISTINCT_ARCSEC);
    if (near.isPresent() && near.get().arcsec() < SAME_ARCSEC) {
      return extend(existing(near.get().id()), wish, names, turn);
    }
    @Nullable IdentityDoubt doubt =
        near.map(found -> new IdentityDoubt(found.id(), found.arcsec())).orElse(null);
    Nova nova = create(wish, names, doubt, turn);
    return doubt == null
        ? new NovaAdded.Created(nova)
        : new NovaAdded.IdentityQuarantined(nova, existing(doubt.near()), doubt.separationArcsec());
  }

  private Nova create(
      NewNova wish, Map<String, String> names, @Nullable IdentityDoubt doubt, Registry.Turn turn) {
    String what = "add nova '%s'".formatted(wish.name());
    checkRoom(what, names.size());
    NovaId id = freeId(wish);
    List<List<String>> given = pieces(List.copyOf(names.values()));
    List<String> first = given.get(0);
    Nova nova =
        new Nova(
            id,
            first.get(0),
            first.subList(1, first.size()),
            wish.position(),
            doubt == null ? IdentityStatus.ACTIVE : IdentityStatus.QUARANTINED,
            doubt,
            null,
            List.of(),
            wish.discovery(),
            stamp(turn.run()).fresh());
    List<Write> writes = new ArrayList<>(NovaWrites.creation(nova));
    writes.add(turn.lease().fence().check());
    commit(what, writes);
    return given.size() == 1
        ? nova
        : extended(what, nova, given.subList(1, given.size()), null, turn);
  }

  private NovaId freeId(NewNova wish) {
    NovaId wanted = wish.id();
    if (wanted == null) {
      return NovaId.mint();
    }
    directory
        .find(wanted)
        .ifPresent(
            other -> {
              throw new UsageException(
                  "Cannot add nova '%s': the id %s is that of '%s' (give another id, or leave it out)"
                      .formatted(wish.name(), wanted, other.primaryName()));
            });
    return wanted;
  }

  /** At least one piece of names, each as long as one transaction takes. */
  private static List<List<String>> pieces(List<String> names) {
    return names.isEmpty()
        ? List.of(names)
        : Chunks.of(names.stream(), NovaWrites.NAMES_AT_ONCE).toList();
  }

  /** The nova with more names, and with a place, where one is given. */
  private Nova extended(
      String what,
      Nova nova,
      List<List<String>> pieces,
      @Nullable SkyPosition position,
      Registry.Turn turn) {
    Nova now = nova;
    for (List<String> names : pieces) {
      @Nullable SkyPosition place = now.position() == null ? position : null;
      List<Write> writes =
          new ArrayList<>(NovaWrites.extension(now, names, place, stamp(turn.run())));
      writes.add(turn.lease().fence().check());
      commit(what, writes);
      now = existing(nova.id());
    }
    return now;
  }

  private static void checkRoom(String what, int names) {
    if (names > MOST_NAMES) {
      throw new UsageException(
          "Cannot %s: it would have %s names, and %s are allowed (leave some of them out)"
              .formatted(what, names, MOST_NAMES));
    }
  }

  private NovaAdded extend(Nova nova, NewNova wish, Map<String, String> names, Registry.Turn turn) {
    checkSameId(nova, wish);
    checkSamePlace(nova, wish);
    List<String> added = NovaWrites.unknown(nova, List.copyOf(names.values()));
    if (added.isEmpty() && (nova.position() != null || wish.position() == null)) {
      return new NovaAdded.AlreadyKnown(nova);
    }
    String what = "add nova '%s'".formatted(wish.name());
    checkRoom(what, NovaWrites.names(nova).size() + added.size());
    return new NovaAdded.Extended(
        extended(what, nova, pieces(added), wish.position(), turn), added);
  }

  private static void checkSameId(Nova nova, NewNova wish) {
    NovaId wanted = wish.id();
    if (wanted != null && !wanted.equals(nova.id())) {
      throw new UsageException(
          "Cannot add nova '%s': it is known already, by the id %s, not %s (leave the id out)"
              .formatted(wish.name(), nova.id(), wanted));
    }
  }

  private static void checkSamePlace(Nova nova, NewNova wish) {
    SkyPosition there = nova.position();
    SkyPosition here = wish.position();
    if (there != null && here != null && there.separationArcsec(here) >= SAME_ARCSEC) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "Cannot add nova '%s': it is known at ra %s, dec %s, %.1f arcsec from the place given (leave the place out, or give another name)",
              wish.name(),
              there.raDeg(),
              there.decDeg(),
              there.separationArcsec(here)));
    }
  }

  private List<NovaId> ids(String name) {
    try {
      return List.of(NovaId.parse(name));
    } catch (IllegalArgumentException notAnId) {
      return SeveralNames.lookUp(name, directory::named);
    }
  }

  private Nova existing(NovaId id) {
    return directory
        .find(id)
        .orElseThrow(
            () ->
                new UsageException(
                    "Cannot use nova '%s': there is none with this id (see 'novacat nova list')"
                        .formatted(id)));
  }

  private Nova quarantined(NovaId id) {
    Nova nova = existing(id);
    if (nova.identityStatus() != IdentityStatus.QUARANTINED) {
      throw new UsageException(
          "Cannot settle the identity of nova '%s': it is %s, not QUARANTINED"
              .formatted(id, nova.identityStatus()));
    }
    return nova;
  }

  /** Names by their normal form, the first one first; two spellings of one name count once. */
  private static Map<String, String> names(NewNova wish) {
    Map<String, String> names = new LinkedHashMap<>();
    Stream.concat(Stream.of(wish.name()), wish.aliases().stream())
        .forEach(name -> names.putIfAbsent(NovaNames.normalize(name), NovaNames.tidy(name)));
    return names;
  }

  private Stamp stamp() {
    return stamp(run.jobRunId());
  }

  private Stamp stamp(JobRunId by) {
    return new Stamp(clock.instant(), by);
  }

  private void commit(String what, List<Write> writes) {
    TransactResult result = table.transact(writes);
    if (result instanceof TransactResult.Cancelled cancelled) {
      String reasons = cancelled.codes().stream().map(Enum::name).collect(joining(", "));
      throw new ConflictException(
          "Cannot %s: another run changed the same nova (%s; nothing was written, try again)"
              .formatted(what, reasons));
    }
  }
}
