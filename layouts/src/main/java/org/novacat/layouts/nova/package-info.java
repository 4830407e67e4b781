/** How stars are named: constellations and the designations of variables. */
@NullMarked
package org.novacat.layouts.nova;

import org.jspecify.annotations.NullMarked;
