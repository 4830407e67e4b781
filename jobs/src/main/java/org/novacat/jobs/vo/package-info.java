/**
 * What the Virtual Observatory asks of a release: an ObsCore index, links of each product, and a
 * record for registries. Values to bytes; nothing here knows a store or an item.
 */
@NullMarked
package org.novacat.jobs.vo;

import org.jspecify.annotations.NullMarked;
