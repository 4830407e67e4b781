package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.nova.Directory;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ProductTransitions;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Parallel;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.SortedItems;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;

/**
 * Finds spectra products and records what happens to single ones. Streams are read page by page.
 */
public final class Products {
  private static final int MOST_FILES_AT_ONCE = 50;

  private final Session session;
  private final Table table;

  public Products(Session session) {
    this.session = requireNonNull(session, "session is null");
    this.table = session.table();
  }

  /** The product with an id. */
  public Optional<SpectraProduct> find(DataProductId id) {
    return LocatorAlias.ITEM
        .find(table, LocatorAlias.keyById(id))
        .flatMap(alias -> find(alias.novaId(), alias.provider(), id));
  }

  /** The product with an id, its nova and provider known; costs one read less. */
  public Optional<SpectraProduct> find(NovaId nova, Provider provider, DataProductId id) {
    return SpectraProduct.ITEM.find(table, Keys.spectraProduct(nova, provider, id));
  }

  /** Which products were found valid with these bytes; hashes that nobody has are left out. */
  public Map<ContentHash, DataProductId> owners(Collection<ContentHash> hashes) {
    Map<ContentHash, DataProductId> owners = new HashMap<>();
    table
        .getEach(hashes.stream().distinct().map(Keys::contentFingerprint))
        .map(ContentFingerprint.ITEM::read)
        .forEach(claim -> owners.put(claim.sha256(), claim.owner()));
    return owners;
  }

  /** All spectra products of a nova, by provider, then id. */
  public Stream<SpectraProduct> ofNova(NovaId nova) {
    return products(Query.of(Keys.partition(nova), Keys.SPECTRA));
  }

  /** All spectra products that a nova has from a provider, by id. */
  public Stream<SpectraProduct> ofNova(NovaId nova, Provider provider) {
    return products(Query.of(Keys.partition(nova), Keys.spectraPrefix(provider)));
  }

  /** All spectra products of novae that were not merged, by nova, then provider, then id. */
  public Stream<SpectraProduct> all() {
    return all(product -> true);
  }

  /**
   * Those of all spectra products that are wanted, by nova, then provider, then id. Reads the whole
   * table, several parts at once; of what is wanted it holds some thousands and has the rest in
   * temporary files, which go when the stream is closed.
   *
   * @param wanted called by several threads at once
   */
  public Stream<SpectraProduct> all(Predicate<SpectraProduct> wanted) {
    return scanned(Condition.always(), wanted);
  }

  /**
   * The products that a run should take up, of all novae, merged ones too, by nova, then provider,
   * then id. Found in one pass over the index, so that it costs what is eligible, several parts of
   * it at once where it has more than a page; each is then read from the table, because the index
   * lags behind. Products whose next time has not come are among them.
   */
  public Stream<SpectraProduct> eligible() {
    Places places = new Places();
    Scan waiting = Scan.ofIndex(Keys.ELIGIBLE).only(Set.of(Table.INDEX_SORT));
    Page first = table.scan(waiting, null);
    if (first.next() == null) {
      first.items().forEach(places::add);
    } else {
      Parallel.scan(table, waiting, Places::of).forEach(places::addAll);
    }
    return confirmed(places.inOrder());
  }

  /** The same of one nova, by provider, then id. */
  public Stream<SpectraProduct> eligible(NovaId nova) {
    Query ofNova = Query.ofIndex(Keys.partition(nova), Keys.ELIGIBLE);
    return confirmed(Pages.of(table, ofNova).map(RawItem::key));
  }

  /**
   * All products in quarantine, cleared ones and valid ones that were read again in vain included,
   * in the order of {@link #all(Predicate)}.
   */
  public Stream<SpectraProduct> quarantined() {
    Condition refused =
        Condition.anyOf(
            Condition.equal(
                SpectraProduct.VALIDATION_STATUS.name(), ValidationStatus.QUARANTINED.name()),
            Condition.equal(SpectraProduct.LAST_OUTCOME.name(), AttemptOutcome.QUARANTINED.name()));
    return scanned(refused, SpectraProduct::isInQuarantine);
  }

  private Stream<SpectraProduct> scanned(Condition filter, Predicate<SpectraProduct> wanted) {
    Set<NovaId> novae = Directory.ids(table).collect(toCollection(HashSet::new));
    SortedItems kept = new SortedItems();
    try {
      Parallel.scan(
          table,
          Scan.of(Keys.SPECTRA).where(filter),
          items -> {
            items
                .filter(item -> novae.contains(NovaId.parse(item.key().pk())))
                .filter(item -> wanted.test(SpectraProduct.ITEM.read(item)))
                .forEach(kept::add);
            return kept;
          });
    } catch (RuntimeException e) {
      kept.close();
      throw e;
    }
    return kept.inOrder().map(SpectraProduct.ITEM::read);
  }

  /**
   * The objects recorded for a product, by role. Asks once a role and reads nothing of the other
   * products of the nova, which may have thousands.
   */
  public List<FileObject> files(NovaId nova, DataProductId product) {
    return Stream.of(FileRole.values()).flatMap(role -> files(nova, product, role)).toList();
  }

  /** The one object of a product that has a role, where it can have one only. */
  public Optional<Pointer> file(NovaId nova, DataProductId product, FileRole role) {
    return files(nova, product, role).map(FileObject::pointer).findFirst();
  }

  /** The objects of one role. */
  public Stream<FileObject> files(NovaId nova, DataProductId product, FileRole role) {
    Query ofRole = Query.of(Keys.partition(nova), Keys.filePrefix(role.name(), product));
    return Pages.of(table, ofRole).map(FileObject::read);
  }

  /**
   * The first of two steps by which other bytes take the place of those that a product has: from
   * here on no run validates it. The object comes next, then {@link #recordAcquisition}; what dies
   * between is finished by whoever does the same again, or by {@code recover}.
   *
   * @return the product as it is now
   * @throws UsageException when its state does not allow it, as when it was found valid
   * @throws ConflictException when it is no longer as it was read
   */
  public ProductRef recordComing(ProductRef product, ComingBytes coming) {
    ProductState to = next(product, ProductEvent.BYTES_COMING);
    return changed(
        product,
        to,
        SpectraProduct.changes(product, to, session.stamp()).set(SpectraProduct.COMING, coming));
  }

  /**
   * Records that the bytes of a product have come; what was found of others is forgotten.
   *
   * @param locators where they were fetched, as given
   * @param stated what is said of them
   * @return the product as it is now
   * @throws UsageException when its state does not allow it
   * @throws ConflictException when it is no longer as it was read
   */
  public ProductRef recordAcquisition(
      ProductRef product,
      Pointer raw,
      List<String> locators,
      StatedFacts stated,
      List<FileObject> files) {
    ProductState to = next(product, ProductEvent.ACQUIRED);
    Stamp stamp = session.stamp();
    List<Write> writes = new ArrayList<>();
    writes.add(SpectraProduct.acquired(product, raw, locators, stated, to, stamp));
    files.forEach(
        file -> writes.add(FileObject.record(file, product.novaId(), product.id(), stamp)));
    return written(product, to, writes);
  }

  /**
   * Records objects of a product, whose state stays; those that were recorded before are brought up
   * to date.
   *
   * @throws ConflictException when it is no longer as it was read
   */
  public void recordFiles(ProductRef product, List<FileObject> files) {
    Stamp stamp = session.stamp();
    List<Write> writes = new ArrayList<>();
    writes.add(new Write.Check(product.key(), product.asRead()));
    files.forEach(
        file -> writes.add(FileObject.record(file, product.novaId(), product.id(), stamp)));
    written(product, product.state(), writes);
  }

  /**
   * Records objects of an archive whose members are products; it has an id of its own and is no
   * product. Those that were recorded before are brought up to date; when it dies between, the
   * first of many are recorded.
   */
  public void recordFiles(NovaId nova, DataProductId id, List<FileObject> files) {
    Stamp stamp = session.stamp();
    Chunks.of(files.stream(), MOST_FILES_AT_ONCE)
        .map(few -> few.stream().map(one -> FileObject.record(one, nova, id, stamp)).toList())
        .forEach(writes -> table.transact(writes));
  }

  /**
   * Lets a valid product be read again by the next run. Until that has committed, the result that
   * it has stays in force, and it does when the run refuses the file or cannot read it. Asked for
   * twice, the last reason counts.
   *
   * @param reason in the words of the person or run that wants it; not blank
   * @return the product as it is now
   * @throws UsageException when its state does not allow it, or there is no reason
   * @throws ConflictException when it is no longer as it was read
   */
  public ProductRef reprocess(ProductRef product, String reason) {
    if (reason.isBlank()) {
      throw new UsageException(
          "Cannot reprocess product '%s': there is no reason (say why)".formatted(product.id()));
    }
    ProductState to = next(product, ProductEvent.REPROCESS);
    Stamp stamp = session.stamp();
    return changed(
        product,
        to,
        SpectraProduct.changes(product, to, stamp)
            .set(SpectraProduct.REPROCESSING, new Reprocessing(reason, stamp.by()))
            .remove(SpectraProduct.NEXT_AT));
  }

  /**
   * Records that something else is stated of a valid product, and lets it be read again by the next
   * run, as {@link #reprocess} does: until that has committed, the result that it has stays in
   * force.
   *
   * @param stated what is said of it now
   * @param files objects that say so, brought up to date
   * @param reason in the words of the person or run that wants it; not blank
   * @return the product as it is now
   * @throws UsageException when its state does not allow it
   * @throws ConflictException when it is no longer as it was read
   */
  public ProductRef restate(
      ProductRef product, StatedFacts stated, List<FileObject> files, String reason) {
    ProductState to = next(product, ProductEvent.REPROCESS);
    Stamp stamp = session.stamp();
    List<Write> writes = new ArrayList<>();
    writes.add(
        SpectraProduct.changes(product, to, stamp)
            .set(SpectraProduct.STATED, stated.isEmpty() ? null : stated)
            .set(SpectraProduct.REPROCESSING, new Reprocessing(reason, stamp.by()))
            .remove(SpectraProduct.NEXT_AT)
            .when(product.asRead()));
    files.forEach(
        file -> writes.add(FileObject.record(file, product.novaId(), product.id(), stamp)));
    return written(product, to, writes);
  }

  /**
   * Records what others may do with a product, in place of what was recorded before, and that all
   * who pass it on have to see it.
   *
   * @return the product as it is now
   * @throws ConflictException when it is no longer as it was read
   */
  public ProductRef recordRights(ProductRef product, Rights rights) {
    Stamp stamp = session.stamp();
    List<Write> writes = new ArrayList<>();
    writes.add(Changes.of(product.key(), stamp).set(Rights.FIELDS, rights).when(product.asRead()));
    String id = product.id().toString();
    writes.addAll(WorkItem.ofProducts(product.novaId(), DirtyType.RIGHTS, id, stamp));
    return written(product, product.state(), writes);
  }

  /**
   * Lets a product in quarantine have another try by a person's word: the next run takes it up. It
   * stays QUARANTINED until then. Nothing leaves quarantine otherwise.
   *
   * @return the product as it is now
   * @throws UsageException when there is no such product, or it is not in quarantine
   * @throws ConflictException when a run changes it meanwhile
   */
  public ProductRef approveRetry(DataProductId id) {
    return settle(id, ProductEvent.RETRY_APPROVED, ManualReviewStatus.CLEARED_RETRY_APPROVED, "");
  }

  /**
   * Refuses a product in quarantine for good.
   *
   * @param why in a person's words; "" for no word
   * @return the product as it is now
   * @throws UsageException when there is no such product, or it is not in quarantine
   * @throws ConflictException when a run changes it meanwhile
   */
  public ProductRef reject(DataProductId id, String why) {
    return settle(id, ProductEvent.REJECTED, ManualReviewStatus.CLEARED_TERMINAL, why);
  }

  private ProductRef settle(
      DataProductId id, ProductEvent event, ManualReviewStatus review, String why) {
    Optional<SpectraProduct> found = find(id);
    if (found.isEmpty()) {
      throw new UsageException(
          "Cannot review product '%s': there is none with this id (see 'novacat quarantine list')"
              .formatted(id));
    }
    ProductRef product = found.get().ref();
    ProductState to = next(product, event);
    return changed(
        product,
        to,
        SpectraProduct.changes(product, to, session.stamp())
            .set(SpectraProduct.REVIEW, review)
            .set(SpectraProduct.REVIEW_REASON, why.isEmpty() ? null : why));
  }

  private ProductRef changed(ProductRef product, ProductState to, Changes changes) {
    return written(product, to, List.of(changes.when(product.asRead())));
  }

  private ProductRef written(ProductRef product, ProductState to, List<Write> writes) {
    if (table.transact(writes) instanceof TransactResult.Cancelled) {
      throw new ConflictException(
          "Cannot write product '%s': it is no longer as it was read, version %s and %s (read it again)"
              .formatted(product.id(), product.version(), product.state()));
    }
    return product.after(to);
  }

  private static ProductState next(ProductRef product, ProductEvent event) {
    return ProductTransitions.TABLE.required(
        product.state(), event, "product '%s'".formatted(product.id()));
  }

  private Stream<SpectraProduct> products(Query query) {
    return Pages.of(table, query).map(SpectraProduct.ITEM::read);
  }

  private Stream<SpectraProduct> confirmed(Stream<ItemKey> indexed) {
    return table.getEach(indexed).map(SpectraProduct.ITEM::read).filter(SpectraProduct::isEligible);
  }
}
