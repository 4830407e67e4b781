/**
 * What is to be registered: candidates from folders, manifests and arguments, where they are, and
 * the codes of those that are refused.
 */
@NullMarked
package org.novacat.jobs.register.source;

import org.jspecify.annotations.NullMarked;
