package org.novacat.transforms.spectrum;

import org.novacat.layouts.spectrum.NormalizedOrder;

/** An order that passed, and what it says for the whole spectrum. */
record TraitedOrder(NormalizedOrder order, Traits traits) {}
