package org.novacat.layouts.knot.other;

import org.novacat.layouts.knot.one.One;

/** The other half. */
public record Other(One one) {}
