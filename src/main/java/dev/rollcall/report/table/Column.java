package dev.rollcall.report.table;

/**
 * A column of a table.
 *
 * @param optional whether a row may have nothing in it
 * @param meaning what the values say, as the manual has it: no sentence, and without a full stop
 */
public record Column(String name, Kind kind, boolean optional, String meaning) {}
