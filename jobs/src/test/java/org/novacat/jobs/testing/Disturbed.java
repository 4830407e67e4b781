package org.novacat.jobs.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;
import org.novacat.persistence.testing.ForwardingTable;

/**
 * A table and a bucket between whose writes something happens: the process dies, or another run
 * comes in between.
 */
public final class Disturbed {
  private static final Set<String> WRITES =
      Set.of(
          "createIfAbsent",
          "replaceIfMatch",
          "put",
          "copyIfAbsent",
          "delete",
          "deleteIfMatch",
          "deleteAll");

  private final Disturbance disturbance;
  private int writes;

  /** What happens before and after each write. */
  public interface Disturbance {
    /**
     * Called before and after write {@code number}, counted from 1.
     *
     * @param done whether the write has been made
     */
    void at(int number, boolean done);
  }

  /** The process is gone; nothing of it goes on. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** What happens at each write. */
  public Disturbed(Disturbance disturbance) {
    this.disturbance = disturbance;
  }

  /** One write at a time, so that what has been written is the same for all who look between. */
  private synchronized <T> T between(Callable<T> write) throws Exception {
    int number = ++writes;
    disturbance.at(number, false);
    T result = write.call();
    disturbance.at(number, true);
    return result;
  }

  /** A table, with what happens between its writes. */
  public Table table(Table table) {
    return new ForwardingTable(table) {
      @Override
      public WriteResult write(Write write) {
        return unchecked(() -> super.write(write));
      }

      @Override
      public TransactResult transact(List<Write> writes, String token) {
        return unchecked(() -> super.transact(writes, token));
      }
    };
  }

  private <T> T unchecked(Callable<T> write) {
    try {
      return between(write);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A bucket, with what happens between its writes. */
  public ObjectStore store(ObjectStore store) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              try {
                return WRITES.contains(method.getName())
                    ? between(() -> method.invoke(store, arguments))
                    : method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
