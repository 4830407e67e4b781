/** The process of the small S3 server: S3Proxy, with writes of one key one after the other. */
@NullMarked
package org.novacat.persistence.s3server;

import org.jspecify.annotations.NullMarked;
