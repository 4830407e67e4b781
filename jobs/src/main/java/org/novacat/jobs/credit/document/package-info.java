/**
 * The files that go with data and say what they are, how to cite them and whom to thank. Pure:
 * equal facts give equal bytes, UTF-8 with line feeds.
 */
@NullMarked
package org.novacat.jobs.credit.document;

import org.jspecify.annotations.NullMarked;
