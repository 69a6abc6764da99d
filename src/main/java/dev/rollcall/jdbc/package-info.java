/**
 * JDBC connections, statements and result sets as resources. A {@link TrackedDataSource} hands out
 * a {@link TrackedConnection} in place of each connection, and that a {@link TrackedStatement} and
 * a {@link TrackedResult} in place of what comes from it. What is registered of each is a {@link
 * Lifetime}, which knows what it owns. Whatever else comes from a connection and leads back to it,
 * as metadata does, is a {@link DerivedObject}, so that no way round leads to a connection or a
 * statement whose end would be missed.
 */
@NullMarked
package dev.rollcall.jdbc;

import dev.rollcall.internal.Lifetime;
import org.jspecify.annotations.NullMarked;
