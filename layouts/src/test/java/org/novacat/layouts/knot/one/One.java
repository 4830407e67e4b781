package org.novacat.layouts.knot.one;

import org.novacat.layouts.knot.other.Other;

/** Half of a cycle of packages, for the controls of the rules. */
public record One(Other other) {}
