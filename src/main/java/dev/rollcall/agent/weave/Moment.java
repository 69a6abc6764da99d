package dev.rollcall.agent.weave;

/** When in a method a hook is called. */
public enum Moment {
  /** Before the first instruction. Not in a constructor. */
  ENTRY,
  /** Before each return: the method has done what it does. */
  RETURN,
  /** When the method ends by an exception, which goes on afterwards. Not in a constructor. */
  THROW,
  /** The same, where it need not be known of which object: possible in every class. */
  ABRUPT_END,
  /** After a field of the object was written, in whichever method. */
  WRITE
}
