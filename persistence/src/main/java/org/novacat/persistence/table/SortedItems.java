package org.novacat.persistence.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.StoreRefusedException;

/**
 * Items put in the order of their keys, however many there are: no more than some thousands are
 * held, as texts, and the rest lies sorted in temporary files that no folder shows. Items may be
 * added by many threads; then they are taken by one.
 */
public final class SortedItems implements AutoCloseable {
  /** Of a kilobyte or two each. */
  private static final int MOST_HELD = 20_000;

  private static final Comparator<Entry> ORDER =
      Comparator.<Entry, String>comparing(Entry::pk, Texts::compare)
          .thenComparing(Entry::sk, Texts::compare);

  private final int mostHeld;
  private final List<Run> runs = new ArrayList<>();
  private List<Entry> held = new ArrayList<>();

  /** An item as text, so that it takes little room. */
  private record Entry(String pk, String sk, String attributes) {
    RawItem item() {
      return new RawItem(new ItemKey(pk, sk), ItemJson.read(attributes));
    }
  }

  public SortedItems() {
    this(MOST_HELD);
  }

  SortedItems(int mostHeld) {
    this.mostHeld = mostHeld;
  }

  /**
   * Adds one.
   *
   * @throws StoreRefusedException when the temporary folder takes no more
   */
  public void add(RawItem item) {
    Entry entry = new Entry(item.key().pk(), item.key().sk(), ItemJson.write(item.attributes()));
    List<Entry> full = added(entry);
    if (full != null) {
      spill(full);
    }
  }

  private synchronized @Nullable List<Entry> added(Entry entry) {
    held.add(entry);
    if (held.size() < mostHeld) {
      return null;
    }
    List<Entry> full = held;
    held = new ArrayList<>();
    return full;
  }

  private void spill(List<Entry> entries) {
    entries.sort(ORDER);
    try {
      Run run = Run.write(entries);
      synchronized (this) {
        runs.add(run);
      }
    } catch (IOException e) {
      throw new StoreRefusedException(
          "Cannot sort items in '%s': %s (make room there, or name another folder with -Djava.io.tmpdir)"
              .formatted(Run.folder(), e),
          e);
    }
  }

  /** All of them, once, in order; closing the stream, or this, gives up the files. */
  public synchronized Stream<RawItem> inOrder() {
    held.sort(ORDER);
    List<Iterator<Entry>> sources = new ArrayList<>(List.of(held.iterator()));
    runs.forEach(run -> sources.add(run.entries()));
    return Pages.stream(new Merged(sources)).map(Entry::item).onClose(this::close);
  }

  @Override
  public synchronized void close() {
    runs.forEach(Run::close);
    runs.clear();
  }

  /** The least of what several sources, each in order, have next. */
  private static final class Merged implements Iterator<Entry> {
    private final PriorityQueue<Next> next =
        new PriorityQueue<>(Comparator.comparing(Next::entry, ORDER));

    private record Next(Entry entry, Iterator<Entry> rest) {}

    Merged(List<Iterator<Entry>> sources) {
      sources.forEach(this::offer);
    }

    private void offer(Iterator<Entry> source) {
      if (source.hasNext()) {
        next.add(new Next(source.next(), source));
      }
    }

    @Override
    public boolean hasNext() {
      return !next.isEmpty();
    }

    @Override
    public Entry next() {
      Next least = next.remove();
      offer(least.rest());
      return least.entry();
    }
  }

  /** Sorted entries in a file that goes with the process, whatever ends it. */
  private record Run(FileChannel file, int size) {
    static Path folder() {
      return Path.of(System.getProperty("java.io.tmpdir"));
    }

    static Run write(List<Entry> entries) throws IOException {
      FileChannel file =
          FileChannel.open(
              folder().resolve("novacat-" + UUID.randomUUID() + ".sorted"),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      try {
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
        for (Entry entry : entries) {
          text(out, entry.pk());
          text(out, entry.sk());
          text(out, entry.attributes());
        }
        out.flush();
        file.position(0);
        return new Run(file, entries.size());
      } catch (IOException e) {
        file.close();
        throw e;
      }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
      byte[] bytes = text.getBytes(UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    Iterator<Entry> entries() {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
      return Stream.generate(() -> entry(in)).limit(size).iterator();
    }

    private static Entry entry(DataInputStream in) {
      try {
        return new Entry(text(in), text(in), text(in));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read back what was sorted", e);
      }
    }

    private static String text(DataInputStream in) throws IOException {
      return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    void close() {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot give up a temporary file", e);
      }
    }
  }
}
