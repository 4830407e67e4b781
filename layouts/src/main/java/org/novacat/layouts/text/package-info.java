/** Text that comes from files and persons, on its way into items, reports and pictures. */
@NullMarked
package org.novacat.layouts.text;

import org.jspecify.annotations.NullMarked;
