/** The sidecar: what somebody says about a file beside it, its keys and values checked. */
@NullMarked
package org.novacat.transforms.photometry.read.sidecar;

import org.jspecify.annotations.NullMarked;
