/** Facts that ship as resources: small tables with a version. */
@NullMarked
package org.novacat.transforms.data;

import org.jspecify.annotations.NullMarked;
