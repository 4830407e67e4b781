package org.novacat.jobs.register.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.Rights;

/**
 * Candidates in a temporary file but for the first thousand, so that a list of a million takes
 * eight bytes of memory for each. Only to be added to. The file has no name: the system takes it
 * back when the list is closed or collected, or its process ends. Safe for use by many threads once
 * all are added.
 *
 * <p>What cannot be kept or read back is told as {@link org.novacat.jobs.cli.NoRoom}.
 */
final class CandidateSpool extends AbstractList<Candidate> implements RandomAccess, Closeable {
  private static final int IN_MEMORY = 1000;

  private final Path place;
  private final List<Candidate> first = new ArrayList<>();
  private @Nullable RandomAccessFile file;

  /** Where each of the others begins in the file, and where the last one ends. */
  private long[] begins = new long[64];

  private int others;

  /** An empty list. */
  CandidateSpool() {
    this(Temporary.folder().resolve("novacat-candidates-" + UUID.randomUUID()));
  }

  /**
   * The same in a certain file.
   *
   * @param place made when it is needed
   */
  CandidateSpool(Path place) {
    this.place = place;
  }

  @Override
  public int size() {
    return first.size() + others;
  }

  @Override
  public synchronized boolean add(Candidate candidate) {
    if (first.size() < IN_MEMORY) {
      return first.add(candidate);
    }
    byte[] bytes = written(candidate);
    try {
      RandomAccessFile out = file();
      out.seek(begins[others]);
      out.write(bytes);
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
    others++;
    if (others == begins.length) {
      begins = Arrays.copyOf(begins, others * 2);
    }
    begins[others] = begins[others - 1] + bytes.length;
    return true;
  }

  @Override
  public Candidate get(int index) {
    if (index < first.size()) {
      return first.get(index);
    }
    int other = Objects.checkIndex(index - first.size(), others);
    byte[] bytes = new byte[(int) (begins[other + 1] - begins[other])];
    try {
      readFully(begins[other], bytes);
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }

  /** Not by a channel, which an interrupt of the thread would close for all. */
  private synchronized void readFully(long begin, byte[] bytes) throws IOException {
    RandomAccessFile in = file();
    in.seek(begin);
    in.readFully(bytes);
  }

  private RandomAccessFile file() throws IOException {
    if (file == null) {
      file = new RandomAccessFile(place.toFile(), "rw");
      Files.delete(place); // open as it is, it goes on to be there for us
    }
    return file;
  }

  @Override
  public synchronized void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }

  private static byte[] written(Candidate one) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes), one);
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Candidate one) throws IOException {
    text(out, one.where());
    text(out, one.nova());
    text(out, one.provider().name());
    text(out, one.productKey());
    text(out, place(one.locator()));
    text(out, one.expected() == null ? null : one.expected().hex());
    facts(out, one.stated());
    rights(out, one.rights());
    text(out, one.otherNova());
  }

  private static Candidate read(DataInputStream in) throws IOException {
    return new Candidate(
        text(in),
        text(in),
        new Provider(text(in)),
        optional(in),
        locator(text(in)),
        hash(optional(in)),
        facts(in),
        rights(in),
        text(in));
  }

  private static @Nullable ContentHash hash(@Nullable String hex) {
    return hex == null ? null : new ContentHash(hex);
  }

  /** A path as an address, which keeps names that are no text. */
  private static String place(Locator locator) {
    return locator instanceof Locator.Local local
        ? local.identity()
        : ((Locator.Web) locator).uri().toString();
  }

  private static Locator locator(String place) {
    URI uri = URI.create(place);
    return "file".equals(uri.getScheme())
        ? new Locator.Local(Path.of(uri), place)
        : new Locator.Web(uri);
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

  private static void rights(DataOutputStream out, Rights rights) throws IOException {
    text(out, rights.rights());
    text(out, rights.licence());
    text(out, rights.bibcode());
    text(out, rights.doi());
    out.writeInt(rights.observers().size());
    for (String observer : rights.observers()) {
      text(out, observer);
    }
    text(out, rights.acknowledgement());
    text(out, rights.sourceUrl());
  }

  private static Rights rights(DataInputStream in) throws IOException {
    return new Rights(text(in), text(in), text(in), text(in), observers(in), text(in), text(in));
  }

  private static List<String> observers(DataInputStream in) throws IOException {
    List<String> observers = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      observers.add(text(in));
    }
    return observers;
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
}
