/**
 * A leak checker as an MBean, for JConsole, Mission Control and other readers of JMX. Registered by
 * one line or one property, never by itself: loading JMX takes some tens of milliseconds.
 */
@NullMarked
package dev.rollcall.jmx;

import org.jspecify.annotations.NullMarked;
