/** A bucket on S3, of AWS or of another server that speaks its protocol. */
@NullMarked
package org.novacat.persistence.store.s3;

import org.jspecify.annotations.NullMarked;
