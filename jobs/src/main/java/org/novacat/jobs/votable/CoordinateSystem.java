package org.novacat.jobs.votable;

import java.util.Map;
import java.util.stream.Collectors;

/** What columns of a VOTable count in; each names it by its {@link #id}. */
public sealed interface CoordinateSystem permits SkySystem, TimeSystem {
  /** By which columns and parameters name it. */
  String id();

  /** Name of the element. */
  String element();

  /** Attributes of the element besides its ID, in the order in which they are written. */
  Map<String, String> attributes();

  /** The element as XML; ids and attributes are words of vocabularies and need no escapes. */
  default String xml() {
    String attributes =
        attributes().entrySet().stream()
            .map(CoordinateSystem::attribute)
            .collect(Collectors.joining());
    return "<%s ID=\"%s\"%s/>".formatted(element(), id(), attributes);
  }

  private static String attribute(Map.Entry<String, String> attribute) {
    return " %s=\"%s\"".formatted(attribute.getKey(), attribute.getValue());
  }
}
