/**
 * JDBC connections as resources. A {@link TrackedDataSource} hands out a {@link TrackedConnection}
 * in place of each connection, from {@code getConnection} to its first {@code close} or {@code
 * abort}; whatever is made from it, statements, results and metadata, is a {@link DerivedObject}
 * that leads back to it, so that no way round leads to a connection whose end would be missed.
 */
@NullMarked
package dev.rollcall.jdbc;

import org.jspecify.annotations.NullMarked;
