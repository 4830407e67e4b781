/**
 * The items of the table: a record for each, the names and types of its attributes, its key, and
 * the way between record and stored form. Readers ignore attributes they do not know, bring older
 * versions up to date, and refuse what a newer major version wrote.
 */
@NullMarked
package org.novacat.persistence.item;

import org.jspecify.annotations.NullMarked;
