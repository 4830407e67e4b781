package org.novacat.jobs.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
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
      Set.of("createIfAbsent", "replaceIfMatch", "put", "delete");

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

  private synchronized int next() {
    return ++writes;
  }

  /** A table, with what happens between its writes. */
  public Table table(Table table) {
    return new ForwardingTable(table) {
      @Override
      public WriteResult write(Write write) {
        int number = next();
        disturbance.at(number, false);
        WriteResult result = super.write(write);
        disturbance.at(number, true);
        return result;
      }

      @Override
      public TransactResult transact(List<Write> writes, String token) {
        int number = next();
        disturbance.at(number, false);
        TransactResult result = super.transact(writes, token);
        disturbance.at(number, true);
        return result;
      }
    };
  }

  /** A bucket, with what happens between its writes. */
  public ObjectStore store(ObjectStore store) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              try {
                if (!WRITES.contains(method.getName())) {
                  return method.invoke(store, arguments);
                }
                int number = next();
                disturbance.at(number, false);
                Object result = method.invoke(store, arguments);
                disturbance.at(number, true);
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
