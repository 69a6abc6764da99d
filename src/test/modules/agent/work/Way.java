package work;

import java.util.concurrent.Callable;

/** A way to open something, and one to fail at that. */
record Way(Callable<? extends AutoCloseable> open, Callable<?> fail) {}
