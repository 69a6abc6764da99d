/** Parts of an application that use JDBC by themselves. */
@NullMarked
package dev.rollcall.mutants.app.jdbc;

import org.jspecify.annotations.NullMarked;
