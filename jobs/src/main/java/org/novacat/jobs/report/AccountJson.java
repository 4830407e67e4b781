package org.novacat.jobs.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novacat.layouts.account.Piece;

/** The account of a file as programs read it. */
public final class AccountJson {
  private AccountJson() {}

  /** Adds pieces of a file, one object each: kind, name, fate, and what it was taken for or why. */
  public static void put(ArrayNode array, List<Piece> pieces) {
    for (Piece piece : pieces) {
      ObjectNode one = array.addObject().put("kind", piece.kind()).put("name", piece.name());
      one.put("fate", piece.fate().code()).put("what", piece.what());
    }
  }
}
