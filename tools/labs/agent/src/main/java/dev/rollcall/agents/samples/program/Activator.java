package dev.rollcall.agents.samples.program;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What a bundle does when it starts: see {@link Framework}. */
public final class Activator implements BundleActivator {
  @Override
  public void start(BundleContext context) throws Exception {
    Work.run(context.getProperty("sample.forgets").equals("forget"));
    System.out.println(Work.class.getClassLoader() != BundleActivator.class.getClassLoader());
  }

  @Override
  public void stop(BundleContext context) {
    System.out.println("stopped " + context.getBundle().getSymbolicName());
  }
}
