/**
 * Text that comes from files and persons, on its way into items, reports and pictures; and small
 * tables of facts, which ship as resources.
 */
@NullMarked
package org.novacat.layouts.text;

import org.jspecify.annotations.NullMarked;
