package org.karyon.command;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.karyon.bulk.ExportFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands of {@code java -jar karyon.jar <command>}; without one of them the service starts.
 */
@Command(
    name = "karyon",
    description = "Decision support for acute lymphoblastic leukemia. Without a command it serves.",
    mixinStandardHelpOptions = true,
    versionProvider = CommandVersion.class,
    subcommands = {AssessCommand.class, KeysCommand.class, TokenCommand.class})
public final class Commands {

  private Commands() {}

  /**
   * Whether the arguments ask for a command instead of the service.
   *
   * @param arguments the command line
   * @return false for the settings of Spring Boot, which begin with two dashes
   */
  public static boolean areAskedForBy(String[] arguments) {
    List<String> first = Arrays.stream(arguments).limit(1).toList();
    return first.stream()
        .anyMatch(
            word ->
                !word.startsWith("-")
                    || word.equals("--help")
                    || word.equals("-h")
                    || word.equals("--version")
                    || word.equals("-V"));
  }

  /**
   * Carries out a command.
   *
   * @param arguments the command line
   * @return the status of the process: 0 done, 1 failed, 2 the arguments are wrong
   */
  public static int run(String[] arguments) {
    return line().execute(arguments);
  }

  /** The message of a failure of files is a path and no more. */
  private static String told(Exception failure) {
    if (failure instanceof ExportFailed export) {
      return (export.told() + ' ' + ExportAdvice.of(export.remedy())).strip();
    }
    return failure instanceof FileSystemException files && files.getReason() == null
        ? "'%s' cannot be used: %s"
            .formatted(
                files.getFile(),
                switch (files) {
                  case AccessDeniedException denied -> "access is denied.";
                  case NoSuchFileException missing -> "there is no such file or folder.";
                  default -> files.getClass().getSimpleName();
                })
        : String.valueOf(failure.getMessage());
  }

  private static CommandLine line() {
    return new CommandLine(new Commands())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println("karyon: " + told(failure));
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
