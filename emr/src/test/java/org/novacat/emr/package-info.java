/** Tests of the packed uber-jar: what is in it, and that it runs where Spark is already there. */
@NullMarked
package org.novacat.emr;

import org.jspecify.annotations.NullMarked;
