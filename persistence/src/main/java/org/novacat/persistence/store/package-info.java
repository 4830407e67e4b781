/**
 * Objects by key in one bucket: a small interface of atomic operations. What lies in a store means
 * nothing until an item of the table points at it with its SHA-256; the store's part is that nobody
 * ever sees half an object, and that of many who create one, one wins.
 */
@NullMarked
package org.novacat.persistence.store;

import org.jspecify.annotations.NullMarked;
