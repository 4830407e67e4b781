package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.util.Base64;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.ConditionalPut.Stored;
import org.novacat.persistence.testing.S3Servers;

/** Another process at work in a store: does what each line asks and prints how it ended. */
final class StoreMain {
  private StoreMain() {}

  /**
   * Reads lines {@code create KEY TEXT} and {@code replace KEY TEXT ETAG} to the end of the input.
   *
   * @param arguments the {@link StoreLocation}, serialised, in Base64
   */
  public static void main(String[] arguments) throws Exception {
    S3Servers.letIn();
    byte[] serialised = Base64.getDecoder().decode(arguments[0]);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialised));
        ObjectStore store = ObjectStores.open((StoreLocation) in.readObject())) {
      System.out.println("ready");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(answer(store, line.split(" ")));
      }
    }
  }

  private static String answer(ObjectStore store, String[] words) {
    ObjectKey key = ObjectKey.of(words[1]);
    Content content = Content.of(words[2].getBytes(UTF_8));
    if (words[0].equals("create")) {
      return store.createIfAbsent(key, content) instanceof Stored ? "won" : "lost";
    }
    return store.replaceIfMatch(key, content, new ETag(words[3])) instanceof Stored
        ? "won"
        : "lost";
  }
}
