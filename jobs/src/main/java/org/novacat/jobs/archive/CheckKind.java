package org.novacat.jobs.archive;

/** What {@code verify} looks at. */
enum CheckKind {
  OBJECT_MISSING("every object that an item points at is there"),
  OBJECT_CHANGED("objects are as long as their items say, and with --deep have their SHA-256"),
  KEY_FOREIGN("every object has a key of the layout"),
  OBJECT_UNUSED("an item knows of every object"),
  ITEM_LOST("no item is missing that another one needs"),
  ITEMS_DISAGREE("no two items contradict each other"),
  LOCK_STALE("the holder of every lock lives"),
  RUN_DEAD("the process of every run that has not ended lives"),
  REPLACEMENT_HALF_DONE("no replacement of raw bytes was left half done"),
  PART_UNNAMED("the verdict of every upload names all its parts");

  private final String promise;

  CheckKind(String promise) {
    this.promise = promise;
  }

  /** What is true where the check passes. */
  String promise() {
    return promise;
  }
}
