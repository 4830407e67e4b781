package org.novacat.fits.account;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Origin;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;

/**
 * Makes the account of a file out of what its reading used: origins name columns, lines and HDUs,
 * and headers that were watched know which of their cards were asked for.
 */
public final class FitsAccount {
  private static final int MOST_NAMED = 12;

  private final List<Origin> used;
  private final Set<String> decided;
  private final List<Piece> pieces = new ArrayList<>();

  private FitsAccount(List<Origin> used, Set<String> decided) {
    this.used = requireNonNull(used, "used is null");
    this.decided = decided;
  }

  /**
   * The pieces of a file, HDU by HDU.
   *
   * @param input a file whose headers were watched while it was read
   * @param used what became part of a spectrum
   * @param decided the cards that chose the profile
   */
  public static List<Piece> of(Input input, List<Origin> used, Set<String> decided) {
    FitsAccount account = new FitsAccount(used, decided);
    input.hdus().forEach(hdu -> account.hdu(input, hdu));
    return account.pieces;
  }

  /** One note that names what may matter and was not used; empty when there is nothing. */
  public static List<String> notes(List<Piece> account) {
    List<String> names =
        account.stream()
            .filter(piece -> piece.fate() == Fate.UNACCOUNTED && !piece.kind().equals("card"))
            .map(piece -> piece.name() + (piece.kind().equals("hdu") ? "" : " " + piece.kind()))
            .toList();
    if (names.isEmpty()) {
      return List.of();
    }
    String more =
        names.size() > MOST_NAMED ? " and %s more".formatted(names.size() - MOST_NAMED) : "";
    return List.of(
        "Not used, since no rule says what it holds: "
            + names.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
            + more);
  }

  private void hdu(Input input, Hdu hdu) {
    List<Origin> here = new ArrayList<>(used);
    here.removeIf(one -> one.hdu() != hdu.index());
    boolean reads = !here.isEmpty();
    String name = name(hdu);
    pieces.add(reads ? Piece.used("hdu", name, uses(here)) : DataAccount.unused(input, hdu, name));
    if (reads) {
      pieces.addAll(DataAccount.of(input.table(hdu), hdu, name, here));
    }
    if (reads || hdu.index() == 0) {
      pieces.addAll(cards(input, hdu, name));
    }
  }

  private List<Piece> cards(Input input, Hdu hdu, String name) {
    List<Integer> axes =
        used.stream().filter(FitsAccount::isAxisOfCards).map(Origin::hdu).distinct().toList();
    boolean here = axes.isEmpty() || axes.contains(hdu.index());
    Header axis = here ? null : input.hdus().get(axes.get(0)).header();
    return new CardAccount(hdu.header(), name, decided, !axes.isEmpty(), axis).pieces();
  }

  private static boolean isAxisOfCards(Origin origin) {
    return origin.kind() == Origin.Kind.CARDS && origin.use().equals("axis");
  }

  private static String uses(List<Origin> here) {
    return here.stream().map(Origin::use).distinct().collect(Collectors.joining(", "));
  }

  /** {@code HDU 1 COADD}. */
  private static String name(Hdu hdu) {
    String name = hdu.name().strip();
    return "HDU " + hdu.index() + (name.isEmpty() ? "" : " " + name);
  }
}
