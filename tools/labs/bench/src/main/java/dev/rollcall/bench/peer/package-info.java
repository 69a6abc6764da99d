/** What is measured: Rollcall and its peers, each as one way to keep track of resources. */
@NullMarked
package dev.rollcall.bench.peer;

import org.jspecify.annotations.NullMarked;
