/**
 * What all items have in common: how names and types of attributes make a shape, how keys are put
 * together, and the way between record and stored form. The kinds of items are in the packages of
 * what they are about. Readers ignore attributes they do not know, bring older versions up to date,
 * and refuse what a newer major version wrote.
 */
@NullMarked
package org.novacat.persistence.item;

import org.jspecify.annotations.NullMarked;
