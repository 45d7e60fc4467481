package org.karyon.command;

import org.karyon.release.Release;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the release and its commit. */
final class CommandVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"Karyon " + Release.running()};
  }
}
