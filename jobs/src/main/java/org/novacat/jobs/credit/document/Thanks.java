package org.novacat.jobs.credit.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Database;
import org.novacat.jobs.credit.Licence;

/** All to whom credit is due for files, each once, in the order of characters. */
final class Thanks {
  private final NavigableSet<String> observers = new TreeSet<>();
  private final NavigableSet<Database> databases =
      new TreeSet<>(Comparator.comparing(Database::name));
  private final NavigableSet<Work> works = new TreeSet<>();
  private final NavigableSet<String> acknowledgements = new TreeSet<>();
  private final NavigableSet<String> sources = new TreeSet<>();
  private final SortedMap<String, Integer> licences = new TreeMap<>();

  static Thanks of(Collection<BundleFile> files) {
    Thanks thanks = new Thanks();
    for (BundleFile file : files) {
      file.credits().forEach(thanks::add);
      file.credits().stream()
          .map(Credit::licence)
          .distinct()
          .forEach(licence -> thanks.licences.merge(licence, 1, Integer::sum));
    }
    return thanks;
  }

  private void add(Credit credit) {
    credit.observers().stream()
        .map(Texts::line)
        .filter(name -> !name.isEmpty())
        .forEach(observers::add);
    Work.of(credit).ifPresent(works::add);
    if (!credit.acknowledgement().isBlank()) {
      acknowledgements.add(Texts.line(credit.acknowledgement()));
    }
    if (!credit.sourceUrl().isBlank()) {
      sources.add(credit.sourceUrl().strip());
    }
    Database database = credit.database();
    if (database != null) {
      databases.add(database);
      Work.of(database).ifPresent(works::add);
    }
  }

  List<String> observers() {
    return List.copyOf(observers);
  }

  List<Database> databases() {
    return List.copyOf(databases);
  }

  List<Work> works() {
    return List.copyOf(works);
  }

  List<String> acknowledgements() {
    return List.copyOf(acknowledgements);
  }

  /** Addresses that lead to a page. */
  List<String> links() {
    return sources.stream().map(Texts::link).filter(link -> !link.isEmpty()).distinct().toList();
  }

  /** How many files each licence is of. */
  SortedMap<String, Integer> licences() {
    return licences;
  }

  /** Each licence once. */
  List<Licence> eachLicence() {
    return licences.keySet().stream().map(Licence::of).toList();
  }

  /** Those who are named as makers: observers, else databases, else the publisher. */
  List<String> creators(String publisher) {
    if (!observers.isEmpty()) {
      return observers();
    }
    return databases.isEmpty()
        ? List.of(Texts.line(publisher))
        : databases.stream().map(Database::name).toList();
  }
}
