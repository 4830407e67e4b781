/** What is published, release by release, and which one visitors see. */
@NullMarked
package org.novacat.persistence.release;

import org.jspecify.annotations.NullMarked;
