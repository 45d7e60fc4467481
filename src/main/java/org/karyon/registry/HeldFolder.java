package org.karyon.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a second run out of a folder, whose answers both would write. */
public final class HeldFolder implements AutoCloseable {

  private final Path work;
  private final FileChannel file;

  private HeldFolder(Path work, FileChannel file) {
    this.work = work;
    this.file = file;
  }

  /** Where the run works. */
  public Path work() {
    return work;
  }

  /**
   * Takes a folder for one run, until it is closed or the process ends.
   *
   * @param work where the run works
   * @param output what people know it by
   * @return the hold
   * @throws FolderInUse when another run has it
   * @throws IOException when the folder cannot be written
   */
  public static HeldFolder of(Path work, Path output) throws IOException {
    FileChannel file =
        FileChannel.open(work.resolve("held"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isTaken(file)) {
      file.close();
      throw new FolderInUse(output);
    }
    return new HeldFolder(work, file);
  }

  private static boolean isTaken(FileChannel file) {
    try {
      Optional<FileLock> lock = Optional.ofNullable(file.tryLock());
      return lock.isEmpty();
    } catch (OverlappingFileLockException inThisProcess) {
      return true;
    } catch (IOException unsupported) {
      // A disk on a network may know no locks; then it is the operator's to start one run.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
