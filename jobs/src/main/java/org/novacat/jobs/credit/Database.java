package org.novacat.jobs.credit;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * The archive or survey that data come from, which whoever uses them has to name.
 *
 * @param name in full
 * @param bibcode of the paper that describes it; "" for none
 * @param doi of that paper; "" for none
 * @param url its page; "" for none
 */
public record Database(String name, String bibcode, String doi, String url)
    implements Serializable {
  public Database {
    requireNonNull(name, "name is null");
    requireNonNull(bibcode, "bibcode is null");
    requireNonNull(doi, "doi is null");
    requireNonNull(url, "url is null");
  }
}
