package org.novacat.persistence.state;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The transitions as the page on the architecture shows them: states, steps, and a picture. */
final class StatesPage {
  /** What people call a state. */
  private enum Name {
    STUB("UNVALIDATED/STUB/ACQUIRE"),
    FAILED("UNVALIDATED/FAILED_RETRYABLE/ACQUIRE"),
    SKIPPED("UNVALIDATED/SKIPPED_BACKOFF/ACQUIRE"),
    ACQUIRING("UNVALIDATED/ACQUIRING/NONE"),
    WAITING("UNVALIDATED/ACQUIRED/ACQUIRE"),
    VALID("VALID/ACQUIRED/NONE"),
    REPROCESSING("VALID/ACQUIRED/ACQUIRE"),
    DUPLICATE("UNVALIDATED/SKIPPED_DUPLICATE/NONE"),
    QUARANTINED("QUARANTINED/ACQUIRED/NONE"),
    CLEARED("QUARANTINED/ACQUIRED/ACQUIRE"),
    REJECTED("TERMINAL_INVALID/ACQUIRED/NONE");

    private final String text;

    Name(String text) {
      this.text = text;
    }

    private ProductState state() {
      return ProductState.parse(text);
    }

    static String of(@Nullable ProductState state) {
      if (state == null) {
        return "(new)";
      }
      return Stream.of(values())
          .filter(name -> name.state().equals(state))
          .findFirst()
          .orElseThrow(() -> new AssertionError("give a name to state " + state + " above"))
          .toString();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Step(ProductEvent event, ProductState to) {}

  private record Arrow(@Nullable ProductState from, ProductState to) {}

  private StatesPage() {}

  static String text(List<Transition<ProductState, ProductEvent>> transitions) {
    return Stream.of(states(), steps(transitions), picture(transitions))
        .map(lines -> lines.collect(joining("\n", "", "\n")))
        .collect(joining("\n"));
  }

  /** What has one attribute for its state: states from which one event leads to one share a row. */
  static <S extends Enum<S>, E> String table(Transitions<S, E> transitions) {
    record Way(Object event, Object to) {}
    Map<Way, String> rows =
        transitions.all().stream()
            .collect(
                groupingBy(
                    one -> new Way(one.event(), name(one.to())),
                    LinkedHashMap::new,
                    mapping(one -> name(one.from()), joining(", "))));
    return Stream.concat(
            Stream.of("| from | what happens | to |", "|---|---|---|"),
            rows.entrySet().stream()
                .map(one -> row(one.getValue(), one.getKey().event(), one.getKey().to())))
        .collect(joining("\n", "", "\n"));
  }

  private static String name(@Nullable Enum<?> state) {
    return state == null ? "(new)" : state.name().toLowerCase(Locale.ROOT);
  }

  private static Stream<String> states() {
    return Stream.concat(
        Stream.of("| state | validation | acquisition | eligibility |", "|---|---|---|---|"),
        Stream.of(Name.values()).map(StatesPage::row));
  }

  private static String row(Name name) {
    ProductState state = name.state();
    return row(name, state.validation(), state.acquisition(), state.eligibility());
  }

  /** States from which one event leads to one place share a row. */
  private static Stream<String> steps(List<Transition<ProductState, ProductEvent>> transitions) {
    Map<Step, String> rows =
        transitions.stream()
            .collect(
                groupingBy(
                    one -> new Step(one.event(), one.to()),
                    LinkedHashMap::new,
                    mapping(one -> Name.of(one.from()), joining(", "))));
    return Stream.concat(
        Stream.of("| from | what happens | to |", "|---|---|---|"),
        rows.entrySet().stream()
            .map(one -> row(one.getValue(), one.getKey().event(), Name.of(one.getKey().to()))));
  }

  private static String row(Object... cells) {
    return Stream.of(cells).map(Object::toString).collect(joining(" | ", "| ", " |"));
  }

  /** Events between two states share an arrow; what changes nothing is left to the table. */
  private static Stream<String> picture(List<Transition<ProductState, ProductEvent>> transitions) {
    Map<Arrow, List<String>> arrows =
        transitions.stream()
            .filter(one -> !one.to().equals(one.from()))
            .collect(
                groupingBy(
                    one -> new Arrow(one.from(), one.to()),
                    LinkedHashMap::new,
                    mapping(one -> one.event().name(), toList())));
    return Stream.of(
            Stream.of("```mermaid", "stateDiagram-v2"),
            arrows.entrySet().stream().map(one -> arrow(one.getKey(), one.getValue())),
            Stream.of("```"))
        .flatMap(lines -> lines);
  }

  private static String arrow(Arrow arrow, List<String> events) {
    String from = arrow.from() == null ? "[*]" : Name.of(arrow.from());
    return "  %s --> %s: %s".formatted(from, Name.of(arrow.to()), String.join(", ", events));
  }
}
