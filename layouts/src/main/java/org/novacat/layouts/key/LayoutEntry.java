package org.novacat.layouts.key;

/** One line of a layout's table. Layouts are enums of these, so that a match can be switched on. */
public interface LayoutEntry {
  /** The line's name, unique within its layout. */
  String name();

  /** What its keys look like. */
  KeyTemplate template();

  /** How often its objects may be written. */
  WriteRule rule();
}
