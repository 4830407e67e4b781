/** Where a bucket is, as users write it and as it travels to executors, and how it is opened. */
@NullMarked
package org.novacat.persistence.bucket;

import org.jspecify.annotations.NullMarked;
