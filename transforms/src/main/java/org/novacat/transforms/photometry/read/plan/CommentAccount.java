package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.text.Excerpt;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/**
 * What becomes of comments, meta entries and header cards that say something as a name and a value:
 * used as a fact, known to be irrelevant (resource {@code irrelevant-comments.tsv}), or unaccounted
 * for.
 */
final class CommentAccount {
  /** More of them are a list, not what a file says of itself. */
  private static final int MOST = 100;

  /** Characters of a line that tell which it is. */
  private static final int LONGEST = 80;

  private static final Map<String, String> IRRELEVANT = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(CommentAccount.class, "irrelevant-comments.tsv").rows()) {
      row.words("names").forEach(name -> IRRELEVANT.put(name, row.cell("what")));
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private final List<String> against = new ArrayList<>();
  private final Map<String, String> understood = new HashMap<>();

  private CommentAccount() {}

  /** The account of what a file says outside its rows. */
  static CommentAccount of(ColumnFacts facts, List<UploadColumn> columns, FactDoubts doubts) {
    CommentAccount account = new CommentAccount();
    facts.values().entrySet().stream()
        .filter(fact -> !FactWords.isList(fact.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(fact -> account.fact(fact, doubts));
    account.against.addAll(doubts.contradictions());
    account.understood.putAll(CommentWords.understood(facts));
    account.unreadAll(facts.get(ColumnFacts.UNREAD));
    CommentWords.of(facts, columns).stream().limit(MOST).forEach(account::sentence);
    return account;
  }

  /** The account of names and values that no fact is made of. */
  static CommentAccount ofUnread(String pairs) {
    CommentAccount account = new CommentAccount();
    account.understood.putAll(CommentWords.systems(pairs));
    account.unreadAll(pairs);
    return account;
  }

  private void unreadAll(String pairs) {
    pairs.lines().limit(MOST).forEach(this::unread);
  }

  private void fact(Map.Entry<String, String> fact, FactDoubts doubts) {
    String doubt = doubts.of(fact.getKey(), fact.getValue());
    if (doubt.isEmpty()) {
      add(fact.getValue(), Fate.USED, "the " + fact.getKey());
    } else {
      add(fact.getValue(), Fate.UNACCOUNTED, doubt);
      against.add(doubt);
    }
  }

  private void unread(String pair) {
    String name = pair.substring(0, Math.max(pair.indexOf('='), 0)).strip();
    String known = IRRELEVANT.get(UploadColumn.plain(name));
    if (known != null) {
      add(pair, Fate.IRRELEVANT, known);
      return;
    }
    String read = understood.get(UploadColumn.plain(pair));
    if (read == null) {
      open(name, pair);
    } else {
      add(pair, Fate.USED, read);
    }
  }

  private void open(String name, String pair) {
    String could = couldBe(name, pair);
    if (!could.isEmpty()) {
      doubts.add("'%s'".formatted(name));
    }
    add(
        pair,
        Fate.UNACCOUNTED,
        could.isEmpty() ? "nothing in it is known" : "nobody understands it, and it " + could);
  }

  /** What a name and its value could change, by the name, the words, or a band in it; "" mostly. */
  private static String couldBe(String name, String pair) {
    return Suspicion.of(name)
        .map(Suspicion::what)
        .or(() -> CommentWords.what(pair))
        .orElse(
            ColumnAccount.isBand(pair.substring(name.length()).replaceFirst("^\\s*=\\s*", ""))
                ? "could name a band"
                : "");
  }

  private void sentence(CommentWords.Sentence said) {
    String line = Excerpt.of(said.line(), LONGEST);
    doubts.add("'%s'".formatted(line));
    add(line, Fate.UNACCOUNTED, "nobody understands it, and it " + said.what());
  }

  private void add(String name, Fate fate, String what) {
    pieces.add(new Piece("comment", name, fate, what));
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** What each row has to say of those that look as if they mattered; "" mostly. */
  String doubt() {
    List<String> all = new ArrayList<>(against);
    if (!doubts.isEmpty()) {
      all.add("nobody understood the comment " + String.join(", ", doubts));
    }
    return String.join("; ", all);
  }
}
