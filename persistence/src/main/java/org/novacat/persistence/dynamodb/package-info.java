/**
 * The only package that touches the AWS client (INV-011): the table as DynamoDB keeps it, its
 * creation, and what its errors mean. Nothing of the AWS SDK is visible outside.
 */
@NullMarked
package org.novacat.persistence.dynamodb;

import org.jspecify.annotations.NullMarked;
