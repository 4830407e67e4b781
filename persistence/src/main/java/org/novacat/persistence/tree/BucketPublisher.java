package org.novacat.persistence.tree;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.store.AtOnce;
import org.novacat.persistence.store.ConditionalPut;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreDenied;

/**
 * Publishes in a bucket, where nothing is renamed. In the place of the marker stands a claim while
 * the objects are copied, and the one write that makes the tree visible replaces that claim, on
 * condition that it is still ours. So a publisher whose claim was taken over, because it was held
 * to be dead, can make nothing visible; and what it still copies takes nobody's place, because a
 * copy is made only where nothing is.
 */
final class BucketPublisher implements TreePublisher {
  /** How long a claim holds that is not renewed. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** An abandoned publisher may come in between that often. */
  private static final int TRIES = 5;

  private static final int AT_ONCE = 32;
  private static final int MOST_OF_MARKER = 1 << 20;

  private final TreeLocation target;
  private final TreeForm form;
  private final Publisher by;
  private final ObjectStore store;
  private final Tree visible;
  private final String drafts;
  private @Nullable ETag claim;
  private byte @Nullable [] marker;

  /** Whether all that was copied has been looked at. */
  private boolean whole;

  /** When the last claim was asked for; the answer may come much later. */
  private Instant asked = Instant.EPOCH;

  /** The same of the last one that was got. */
  private Instant renewed = Instant.EPOCH;

  BucketPublisher(
      TreeLocation target, TreeLocation drafts, TreeForm form, Publisher by, ObjectStore store) {
    this.target = target;
    this.form = form;
    this.by = by;
    this.store = store;
    this.visible = new Tree(store, target.path());
    this.drafts = drafts.path();
  }

  private TreeLocation draft() {
    return new TreeLocation(target.bucket(), drafts + "/" + by.run());
  }

  @Override
  public boolean isTaken() {
    if (visible.read(form.marker()).flatMap(BucketClaim::read).isPresent()) {
      return false;
    }
    try (Stream<Tree.Entry> all = visible.list("")) {
      return all.findAny().isPresent();
    }
  }

  @Override
  public boolean isThere() {
    return visible
        .read(form.marker())
        .filter(found -> BucketClaim.read(found).isEmpty())
        .isPresent();
  }

  @Override
  public TreeLocation begin() {
    List<ObjectKey> dead = new ArrayList<>();
    Map<String, Boolean> known = new HashMap<>();
    try (Stream<ListedObject> all = store.list(drafts + "/")) {
      all.filter(object -> known.computeIfAbsent(runOf(object.key()), this::isDead))
          .forEach(object -> dead.add(object.key()));
    }
    store.deleteAll(dead);
    return draft();
  }

  private String runOf(ObjectKey key) {
    return key.value().substring(drafts.length() + 1).replaceAll("/.*", "");
  }

  private boolean isDead(String run) {
    return !run.equals(by.run()) && by.isDead().test(run);
  }

  @Override
  public Publication publish(SortedMap<String, Long> objects) {
    if (isTaken()) {
      return new Publication.AlreadyThere(null);
    }
    Publication refused = claim();
    if (refused != null) {
      return refused;
    }
    SortedMap<String, Long> others = new TreeMap<>(objects);
    others.remove(form.marker());
    removeAll();
    copyAll(others.keySet().stream().filter(path -> !path.equals(form.summary())).toList());
    verify(others);
    whole = true;
    replaceClaim(newClaim());
    if (others.containsKey(form.summary())) {
      copy(form.summary());
    }
    commit(marker());
    return new Publication.Published(target);
  }

  private byte[] marker() {
    byte[] known = marker;
    if (known == null) {
      known = store.read(ObjectKey.of(draft().path() + "/" + form.marker()), MOST_OF_MARKER);
      marker = known;
    }
    return known;
  }

  /** Null when the claim is ours. */
  private @Nullable Publication claim() {
    for (int i = 0; i < TRIES; i++) {
      ConditionalPut put = store.createIfAbsent(markerKey(), newClaim());
      if (put instanceof ConditionalPut.Stored stored) {
        return held(stored);
      }
      Found found = found();
      if (found != null) {
        return found.claim() == null ? new Publication.AlreadyThere(null) : takeOver(found);
      }
    }
    throw contended();
  }

  /** What is in the place of the marker. */
  private record Found(ObjectInfo object, @Nullable BucketClaim claim) {}

  private @Nullable Found found() {
    ObjectInfo before = store.head(markerKey()).orElse(null);
    byte[] bytes = visible.read(form.marker()).orElse(null);
    ObjectInfo after = store.head(markerKey()).orElse(null);
    return before == null || bytes == null || !before.equals(after)
        ? null
        : new Found(before, BucketClaim.read(bytes).orElse(null));
  }

  private @Nullable Publication takeOver(Found found) {
    BucketClaim theirs = found.claim();
    if (theirs == null) {
      throw new IllegalArgumentException("no claim to take over");
    }
    boolean ours = theirs.run().equals(by.run());
    if (!ours && theirs.until().isAfter(by.clock().instant())) {
      return new Publication.Held(theirs.run(), theirs.until());
    }
    ConditionalPut put = store.replaceIfMatch(markerKey(), newClaim(), found.object().etag());
    if (!(put instanceof ConditionalPut.Stored stored)) {
      return claim();
    }
    held(stored);
    return ours ? null : finished(theirs);
  }

  /** Its claim says that all was there and looked at; the summary may be missing. */
  private @Nullable Publication finished(BucketClaim theirs) {
    if (!theirs.whole() || store.head(visible.key(form.summary())).isEmpty()) {
      return null;
    }
    commit(theirs.marker());
    return new Publication.AlreadyThere(theirs.run());
  }

  private @Nullable Publication held(ConditionalPut.Stored stored) {
    claim = stored.object().etag();
    renewed = asked;
    return null;
  }

  private Content newClaim() {
    asked = by.clock().instant();
    return new BucketClaim(by.run(), asked.plus(LEASE), whole, marker()).content();
  }

  private void renew() {
    if (by.clock().instant().isAfter(renewed.plus(LEASE.dividedBy(4)))) {
      replaceClaim(newClaim());
    }
  }

  private void commit(byte[] marker) {
    replaceClaim(Content.of(marker));
    claim = null;
  }

  private void replaceClaim(Content content) {
    ETag mine = claim;
    if (mine == null
        || !(store.replaceIfMatch(markerKey(), content, mine)
            instanceof ConditionalPut.Stored stored)) {
      throw contended();
    }
    held(stored);
  }

  /** What a dead publisher left there; the summary first, by which it could be read. */
  private void removeAll() {
    List<ObjectKey> left = new ArrayList<>();
    try (Stream<Tree.Entry> all = visible.list("")) {
      all.filter(object -> !object.path().equals(form.marker()))
          .filter(object -> !object.path().equals(form.summary()))
          .forEach(object -> left.add(visible.key(object.path())));
    }
    remove(visible.key(form.summary()));
    left.forEach(this::remove);
  }

  /** Only that version, should we be the ones whose time has run out meanwhile. */
  private void remove(ObjectKey key) {
    ObjectInfo there = store.head(key).orElse(null);
    if (there != null) {
      renew();
      store.deleteIfMatch(key, there.etag());
    }
  }

  /** Behind a network many at once; each waits for some requests and for nothing else. */
  private void copyAll(List<String> paths) {
    if (!store.isRemote()) {
      paths.forEach(this::copy);
      return;
    }
    for (int from = 0; from < paths.size(); from += AT_ONCE) {
      List<String> some = paths.subList(from, Math.min(paths.size(), from + AT_ONCE));
      renew();
      List<Boolean> made = AtOnce.all(some.stream().map(this::copying).toList());
      for (int i = 0; i < some.size(); i++) {
        if (!made.get(i)) {
          copy(some.get(i));
        }
      }
    }
  }

  private Supplier<Boolean> copying(String path) {
    return () -> copied(path);
  }

  private boolean copied(String path) {
    ObjectKey from = ObjectKey.of(draft().path() + "/" + path);
    ETag etag = store.head(from).orElseThrow(() -> missing(path)).etag();
    return store.copyIfAbsent(from, etag, visible.key(path)).isPresent();
  }

  private void copy(String path) {
    for (int i = 0; i < TRIES; i++) {
      renew();
      if (copied(path)) {
        return;
      }
      // A request of a publisher whose claim ran out has arrived after all.
      remove(visible.key(path));
    }
    throw contended();
  }

  /** That what lies there is what was written; nothing but a damaged bucket makes it fail. */
  private void verify(SortedMap<String, Long> wanted) {
    SortedMap<String, Long> found = new TreeMap<>();
    try (Stream<Tree.Entry> all = visible.list("")) {
      all.forEach(object -> found.put(object.path(), object.length()));
    }
    SortedMap<String, Long> expected = new TreeMap<>(wanted);
    expected.remove(form.summary());
    found.remove(form.marker());
    if (!found.equals(expected)) {
      throw new StoreDenied(
          "Cannot publish '%s': what was copied is not what was written (run again)"
              .formatted(target),
          null);
    }
  }

  @Override
  public boolean replace(TreeLocation object, byte @Nullable [] seen, byte[] now) {
    ObjectKey key = ObjectKey.of(object.path());
    if (seen == null) {
      return store.createIfAbsent(key, Content.of(now)) instanceof ConditionalPut.Stored;
    }
    Optional<ObjectInfo> before = store.head(key);
    return before.isPresent()
        && Arrays.equals(seen, read(object))
        && store.replaceIfMatch(key, Content.of(now), before.get().etag())
            instanceof ConditionalPut.Stored;
  }

  @Override
  public byte @Nullable [] read(TreeLocation object) {
    try {
      return store.read(ObjectKey.of(object.path()), MOST_OF_MARKER);
    } catch (ObjectMissing e) {
      return null;
    }
  }

  private ObjectKey markerKey() {
    return visible.key(form.marker());
  }

  private ObjectMissing missing(String path) {
    return new ObjectMissing(
        "Cannot publish '%s': object '%s' of its draft is not there (run again)"
            .formatted(target, path),
        null);
  }

  private ConflictException contended() {
    return new ConflictException(
        "Cannot publish '%s': another run took its place (see 'novacat runs', then try again)"
            .formatted(target));
  }

  /** Its claim too, when it has not come to its end. */
  @Override
  public void close() {
    giveUp();
    List<ObjectKey> mine = new ArrayList<>();
    try (Stream<ListedObject> all = store.list(draft().path() + "/")) {
      all.forEach(object -> mine.add(object.key()));
    }
    store.deleteAll(mine);
    store.close();
  }

  private void giveUp() {
    ETag mine = claim;
    claim = null;
    if (mine != null
        && store.replaceIfMatch(markerKey(), newClaim(), mine)
            instanceof ConditionalPut.Stored stored) {
      held(stored);
      removeAll();
      store.deleteIfMatch(markerKey(), stored.object().etag());
      claim = null;
    }
  }
}
