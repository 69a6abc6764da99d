/**
 * A parcel depot: a Spring Boot server as somebody would write it, with three places where a
 * release can be forgotten. {@link depot.Faults} says whether it is, and how often.
 */
@NullMarked
package depot;

import org.jspecify.annotations.NullMarked;
