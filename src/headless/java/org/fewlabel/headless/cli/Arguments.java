package org.fewlabel.headless.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.fewlabel.headless.workflow.FlowVariable;
import org.fewlabel.headless.workflow.NodeOption;

/**
 * The parsed command line.
 *
 * @param workflowDir the workflow's folder, {@code null} if it is an archive
 * @param workflowFile the workflow's archive, {@code null} if it is a folder
 * @param reset whether all nodes are executed again
 * @param save whether the workflow is saved
 * @param destDir where to save it as a folder, {@code null} if not
 * @param destFile where to save it as an archive, {@code null} if not
 * @param options settings to change
 * @param variables workflow variables to set
 * @param out where to write the final tables, {@code null} if nowhere
 * @param quiet whether only warnings and errors are printed
 * @param allowLocalFiles whether the workflow may use files outside its own folder
 * @param picture where to draw the workflow instead of executing it, {@code null} if nowhere
 * @param help whether only the usage is printed
 */
record Arguments(Path workflowDir, Path workflowFile, boolean reset, boolean save, Path destDir, Path destFile,
    List<NodeOption> options, List<FlowVariable> variables, Path out, boolean quiet, boolean allowLocalFiles,
    Path picture, boolean help) {

    /**
     * @param arguments of the command line
     * @throws UsageException if they are invalid
     */
    static Arguments parse(final String... arguments) throws UsageException {
        final var parser = new Parser();
        for (int i = 0; i < arguments.length; i++) {
            if ("--out".equals(arguments[i]) || "--picture".equals(arguments[i])) {
                if (i + 1 == arguments.length) {
                    throw new UsageException(
                        arguments[i] + ("--out".equals(arguments[i]) ? " needs a folder" : " needs a file"));
                }
                parser.option(arguments[i], arguments[++i]);
            } else {
                parser.argument(arguments[i]);
            }
        }
        return parser.result();
    }

    private static final class Parser {

        private Path workflowDir;

        private Path workflowFile;

        private boolean reset;

        private boolean save = true;

        private Path destDir;

        private Path destFile;

        private final List<NodeOption> options = new ArrayList<>();

        private final List<FlowVariable> variables = new ArrayList<>();

        private Path out;

        private boolean quiet;

        private boolean allowLocalFiles;

        private Path picture;

        private boolean help;

        void argument(final String argument) throws UsageException {
            final var equals = argument.indexOf('=');
            if (!argument.startsWith("-")) {
                workflow(argument);
            } else if (equals > 0) {
                option(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                flag(argument);
            }
        }

        private void workflow(final String place) throws UsageException {
            final var path = path("the workflow", place);
            if (Files.isRegularFile(path)) {
                workflowFile = once("workflow", workflowFile, path);
            } else {
                workflowDir = once("workflow", workflowDir, path);
            }
            reset = true;
            save = false;
        }

        private void flag(final String flag) throws UsageException {
            switch (flag) {
                case "-reset" -> reset = true;
                case "-nosave" -> save = false;
                case "--quiet" -> quiet = true;
                case "--allow-local-files" -> allowLocalFiles = true;
                case "--help", "-help", "-h" -> help = true;
                case "-workflowDir", "-workflowFile", "-destDir", "-destFile", "-option", "-workflow.variable" ->
                    throw new UsageException(flag + " needs a value: " + flag + "=…");
                default -> throw new UsageException("Unknown argument: " + flag);
            }
        }

        void option(final String name, final String value) throws UsageException {
            switch (name) {
                case "-workflowDir" -> workflowDir = once(name, workflowDir, path(name, value));
                case "-workflowFile" -> workflowFile = once(name, workflowFile, path(name, value));
                case "-destDir" -> destDir = once(name, destDir, path(name, value));
                case "-destFile" -> destFile = once(name, destFile, path(name, value));
                case "--out" -> out = once(name, out, path(name, value));
                case "--picture" -> picture = once(name, picture, path(name, value));
                case "-option" -> options.add(option(value));
                case "-workflow.variable" -> variables.add(variable(value));
                default -> throw new UsageException("Unknown argument: " + name);
            }
        }

        private static NodeOption option(final String text) throws UsageException {
            try {
                return NodeOption.parse(text);
            } catch (IllegalArgumentException e) {
                throw new UsageException("-option=" + text + ": " + e.getMessage());
            }
        }

        private static FlowVariable variable(final String text) throws UsageException {
            try {
                return FlowVariable.parse(text);
            } catch (IllegalArgumentException e) {
                throw new UsageException("-workflow.variable=" + text + ": " + e.getMessage());
            }
        }

        private static Path path(final String name, final String value) throws UsageException {
            try {
                if (!value.isEmpty()) {
                    return Path.of(value);
                }
            } catch (InvalidPathException e) {
                throw new UsageException(name + ": '" + value + "' is no file name: " + e.getReason());
            }
            throw new UsageException(name + " needs a value");
        }

        private static Path once(final String name, final Path before, final Path now) throws UsageException {
            if (before != null) {
                throw new UsageException(name + " is given twice");
            }
            return now;
        }

        Arguments result() throws UsageException {
            if (!help) {
                if (workflowDir == null && workflowFile == null) {
                    throw new UsageException("No workflow is given");
                }
                if (workflowDir != null && workflowFile != null) {
                    throw new UsageException("Give one workflow: a folder or a file, not both");
                }
                if (destDir != null && destFile != null) {
                    throw new UsageException("Give one destination: -destDir or -destFile, not both");
                }
            }
            return new Arguments(workflowDir, workflowFile, reset, save || destDir != null || destFile != null, destDir,
                destFile, List.copyOf(options), List.copyOf(variables), out, quiet, allowLocalFiles, picture,
                help);
        }
    }
}
