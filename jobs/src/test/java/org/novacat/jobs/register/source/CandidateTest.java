package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.table.KeyLimits;

/** The limits on names, at their edges. */
public class CandidateTest {
  private static final String PROVIDER = "p".repeat(40);
  private static final int MOST_BYTES = 1000;

  @Test
  void longestAddress_isTakenAndOneByteMoreIsRefused() {
    assertThatCode(() -> at(MOST_BYTES).checkNames()).doesNotThrowAnyException();
    assertThatThrownBy(() -> at(MOST_BYTES + 1).checkNames())
        .isInstanceOf(RejectedException.class)
        .hasMessageEndingWith("its address has 1001 bytes, the most is 1000 (shorten the path)");
  }

  /** Nothing that {@code register} takes is too long for a key of the table. */
  @Test
  void longestMemberOfTheLongestAddress_fitsIntoAKey() {
    String member = "🌟".repeat(NameRules.MOST_CHARACTERS);
    String locator = at(MOST_BYTES).locator().identity() + "!/" + member;
    DataProductId id = DataProductId.ofProductKey(new Provider(PROVIDER), member);

    assertThat(NameRules.problem(member)).isEmpty();
    assertThat(Keys.locatorAlias(PROVIDER, locator, id)).matches(KeyLimits::fit);
  }

  private static Candidate at(int bytes) {
    String host = "http://host/";
    String path = "d/".repeat((bytes - host.length()) / 2 - 10);
    String address = host + path + "f".repeat(bytes - host.length() - path.length());
    Locator locator = new Locator.Web(URI.create(address));
    return new Candidate("line 2", "V339 Del", new Provider(PROVIDER), null, locator, null);
  }
}
