package org.novacat.jobs.register.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/**
 * Candidates in a temporary file, so that a list of a million takes eight bytes of memory for each.
 * Only to be added to; the file is gone with the list, or with the process. Not safe for use by
 * many threads while candidates are added.
 */
public final class CandidateSpool extends AbstractList<Candidate> implements RandomAccess {
  private final FileChannel file;

  /** Where each begins, and where the last one ends. */
  private long[] begins = new long[64];

  private int size;

  /** An empty list. */
  public CandidateSpool() {
    Path named = Temporary.file("novacat-candidates-", "");
    try {
      // The system lets go of a file without a name when nobody has it open.
      file =
          FileChannel.open(
              named,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean add(Candidate candidate) {
    ByteBuffer bytes = ByteBuffer.wrap(written(candidate));
    long end = begins[size];
    try {
      while (bytes.hasRemaining()) {
        end += file.write(bytes, end);
      }
    } catch (IOException e) {
      throw failed(e);
    }
    size++;
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, size * 2);
    }
    begins[size] = end;
    return true;
  }

  @Override
  public Candidate get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("there are %s, not %s".formatted(size, index));
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) (begins[index + 1] - begins[index]));
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, begins[index] + bytes.position()) < 0) {
          throw new IOException("the file ends too early");
        }
      }
      return read(new DataInputStream(new ByteArrayInputStream(bytes.array())));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static byte[] written(Candidate one) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      text(out, one.where());
      text(out, one.nova());
      text(out, one.provider().name());
      text(out, one.productKey());
      text(out, place(one.locator()));
      text(out, one.expected() == null ? null : one.expected().hex());
      text(out, one.otherNova());
      facts(out, one.stated());
    } catch (IOException e) {
      throw failed(e);
    }
    return bytes.toByteArray();
  }

  private static Candidate read(DataInputStream in) throws IOException {
    String where = text(in);
    String nova = text(in);
    Provider provider = new Provider(text(in));
    String productKey = optional(in);
    Locator locator = locator(text(in));
    String expected = optional(in);
    String otherNova = text(in);
    return new Candidate(
        where,
        nova,
        provider,
        productKey,
        locator,
        expected == null ? null : new ContentHash(expected),
        facts(in),
        otherNova);
  }

  /** A path as an address, which keeps names that are no text. */
  private static String place(Locator locator) {
    return locator instanceof Locator.Local local
        ? local.path().toUri().toString()
        : ((Locator.Web) locator).uri().toString();
  }

  private static Locator locator(String place) {
    URI uri = URI.create(place);
    return "file".equals(uri.getScheme()) ? new Locator.Local(Path.of(uri)) : new Locator.Web(uri);
  }

  private static void facts(DataOutputStream out, StatedFacts stated) throws IOException {
    out.writeInt(stated.facts().size());
    for (Map.Entry<StatedFact, String> fact : stated.facts().entrySet()) {
      text(out, fact.getKey().name());
      text(out, fact.getValue());
    }
    text(out, stated.from());
  }

  private static StatedFacts facts(DataInputStream in) throws IOException {
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    for (int left = in.readInt(); left > 0; left--) {
      facts.put(StatedFact.valueOf(text(in)), text(in));
    }
    String from = text(in);
    return facts.isEmpty() ? StatedFacts.NONE : new StatedFacts(facts, from);
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String optional(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), UTF_8);
  }

  private static String text(DataInputStream in) throws IOException {
    String text = optional(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  private static UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(
        "Cannot keep the list of files in the temporary folder '%s'".formatted(Temporary.folder()),
        e);
  }
}
