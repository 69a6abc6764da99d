/** Which lives a recording follows, where it does not want all of them. */
@NullMarked
package dev.rollcall.internal.follow;

import org.jspecify.annotations.NullMarked;
