package dev.rollcall;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one type that are open: registered and not yet unregistered, which is no leak
 * while the program runs. An immutable value.
 *
 * @param type name of their class, or {@value LeakStatistics#OTHER}
 * @param open how many there are, the ignored included
 * @param oldestAge time since the oldest that is not ignored was registered; null when there is
 *     none, or while it is not known: a large live map is not looked through each time
 * @param growthPerMinute by how many the fewest that are open become more a minute, whatever the
 *     load does, over the last ten minutes; negative where they become fewer, null in the first two
 *     minutes after somebody asked for the first time
 * @param overdue how many are older than {@code rollcall.expect} says
 */
public record OpenResources(
    String type,
    long open,
    @Nullable Duration oldestAge,
    @Nullable Double growthPerMinute,
    long overdue) {}
