/** Running commands in this JVM, and reading the manual, for tests of any package. */
package org.novacat.jobs.testing;
