package org.novacat.jobs.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.TaskInfo;

/**
 * Hears of tasks that failed, which send nothing back; those that Spark tried again with success
 * among them. Safe for many threads.
 */
public final class FailedTasks extends SparkListener {
  private static final String TASK = "novacat.task";
  private static final String FIRST_BIN = "novacat.first-bin";

  /** The stages that {@link Waves} began. */
  private final Map<Integer, Stage> stages = new ConcurrentHashMap<>();

  private final ConcurrentLinkedQueue<FailedTask> failed = new ConcurrentLinkedQueue<>();

  /** Tasks of one name, and the number of the first one's bin. */
  private record Stage(String task, int firstBin) {}

  /**
   * A task that failed.
   *
   * @param task its name
   * @param why the first line of what Spark says
   */
  public record FailedTask(String task, Invocation invocation, String why) {}

  /** Says what the tasks of the next job of this thread are called. */
  static void announce(JavaSparkContext spark, String task, int firstBin) {
    spark.setLocalProperty(TASK, task);
    spark.setLocalProperty(FIRST_BIN, Integer.toString(firstBin));
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted stage) {
    Properties properties = stage.properties();
    String task = properties == null ? null : properties.getProperty(TASK);
    if (task != null) {
      int first = Integer.parseInt(properties.getProperty(FIRST_BIN));
      stages.put(stage.stageInfo().stageId(), new Stage(task, first));
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    Stage stage = stages.get(end.stageId());
    boolean failure =
        end.reason() instanceof TaskFailedReason && !(end.reason() instanceof TaskKilled);
    if (stage != null && failure) {
      failed.add(
          new FailedTask(
              stage.task(),
              invocation(stage.firstBin(), end.taskInfo()),
              why((TaskFailedReason) end.reason())));
    }
  }

  private static Invocation invocation(int first, TaskInfo task) {
    return new Invocation(
        first + task.index(),
        task.attemptNumber() + 1,
        Instant.ofEpochMilli(task.launchTime()),
        Duration.ofMillis(Math.max(0, task.finishTime() - task.launchTime())));
  }

  private static String why(TaskFailedReason reason) {
    return reason.toErrorString().lines().findFirst().orElse(reason.toString());
  }

  /** Those that it heard of since it was asked last. */
  public List<FailedTask> take() {
    List<FailedTask> taken = new ArrayList<>();
    for (FailedTask one = failed.poll(); one != null; one = failed.poll()) {
      taken.add(one);
    }
    return taken;
  }
}
