/** Forgets what it opens; knows nothing of Rollcall, and nothing but java.base. */
module sample.agent {}
