package org.fewlabel.headless.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.RegistryFactory;
import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.picture.WorkflowPicture;
import org.fewlabel.headless.registry.ExtensionRegistry;
import org.fewlabel.headless.registry.NodeRegistry;
import org.fewlabel.headless.run.WorkflowRun;
import org.fewlabel.headless.workflow.Limits;
import org.fewlabel.headless.workflow.WorkflowArchive;
import org.fewlabel.headless.workflow.WorkflowException;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.fewlabel.headless.workflow.WorkflowSaver;
import org.knime.core.node.InvalidSettingsException;

/**
 * Executes a workflow as the command line says. Takes the arguments of the command line and a registry for handlers of
 * Ctrl-C, and gives the exit code; only types of the JDK, because it is called from outside OSGi.
 */
public final class CommandLine implements BiFunction<String[], Consumer<Runnable>, Integer> {

    /** System property: a folder for temporary files that whoever started the program deletes at its end. */
    private static final String TEMPORARY = "fewlabel.temporary";

    private final Supplier<NodeRegistry> registry;

    private final PrintStream out;

    private final PrintStream err;

    private final Terminal terminal;

    /** With the nodes of the installed bundles, on the process's own streams. */
    public CommandLine() {
        this(() -> new ExtensionRegistry(RegistryFactory.getRegistry()), System.out, System.err,
            Terminal.fromSystemProperties());
    }

    CommandLine(final Supplier<NodeRegistry> registry, final PrintStream out, final PrintStream err,
        final Terminal terminal) {
        this.registry = registry;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public Integer apply(final String[] words, final Consumer<Runnable> onInterrupt) {
        final Arguments arguments;
        try {
            arguments = Arguments.parse(words);
        } catch (UsageException e) {
            err.println(Texts.plain(e.getMessage()));
            err.println();
            err.println(Usage.TEXT);
            return ExitCode.WRONG_ARGUMENTS;
        }
        if (arguments.help()) {
            out.println(Usage.TEXT);
            return ExitCode.SUCCESS;
        }
        try {
            return arguments.workflowDir() != null ? run(arguments, arguments.workflowDir(), onInterrupt)
                : runArchive(arguments, onInterrupt);
        } catch (WorkflowException | IOException e) {
            error(e instanceof WorkflowException ? e.getMessage() : e.toString());
            return ExitCode.CANNOT_LOAD;
        }
    }

    private int runArchive(final Arguments arguments, final Consumer<Runnable> onInterrupt)
        throws WorkflowException, IOException {
        final var temporary = Files.createTempDirectory(
            Path.of(System.getProperty(TEMPORARY, System.getProperty("java.io.tmpdir"))), "fewlabel-workflow-");
        try {
            final var folder = WorkflowArchive.unpack(arguments.workflowFile(), temporary, Limits.DEFAULT);
            return run(arguments, folder, onInterrupt);
        } finally {
            try (var files = Files.walk(temporary)) {
                for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private int run(final Arguments arguments, final Path folder, final Consumer<Runnable> onInterrupt)
        throws WorkflowException, IOException {
        // the plug-ins first: reading a model from a file needs their port types
        final var run = WorkflowRun.load(folder, registry.get().or(new BaseNodes()), arguments.allowLocalFiles());
        if (arguments.picture() != null) {
            return draw(run, arguments.picture());
        }
        try {
            run.apply(arguments.options());
        } catch (IllegalArgumentException e) {
            error("-option: " + e.getMessage());
            return ExitCode.WRONG_ARGUMENTS;
        }
        run.set(arguments.variables());
        if (!arguments.reset() && run.workflow().nodes().stream().anyMatch(WorkflowNode::wasExecuted)) {
            err.println("Saved results are not read; all nodes are executed again");
        }
        onInterrupt.accept(run::cancel);
        final var result = run.execute(new ConsoleListener(out, err, terminal, arguments.quiet()));
        if (!arguments.quiet()) {
            Outputs.print(result, out, terminal);
        }
        if (arguments.out() != null) {
            Outputs.write(result, arguments.out());
        }
        if (arguments.save()) {
            save(arguments, run);
        }
        return result.succeeded() ? ExitCode.SUCCESS : ExitCode.NOT_EXECUTED;
    }

    private static int draw(final WorkflowRun run, final Path picture) throws WorkflowException, IOException {
        try {
            Files.createDirectories(picture.toAbsolutePath().getParent());
            Files.writeString(picture, WorkflowPicture.svg(run.workflow(), run.nodes()));
            return ExitCode.SUCCESS;
        } catch (InvalidSettingsException e) {
            throw new WorkflowException("The workflow cannot be drawn: " + e.getMessage(), e);
        }
    }

    private void save(final Arguments arguments, final WorkflowRun run) throws WorkflowException, IOException {
        if (arguments.destDir() != null) {
            WorkflowSaver.toFolder(run.workflow(), arguments.destDir());
        } else if (arguments.destFile() != null) {
            WorkflowSaver.toArchive(run.workflow(), arguments.destFile());
        } else if (arguments.workflowFile() != null) {
            if (!arguments.options().isEmpty()) {
                err.println("The options are not saved: give -destFile or -destDir");
            }
        } else {
            WorkflowSaver.inPlace(run.workflow());
        }
    }

    private void error(final String message) {
        message.lines().forEach(line -> err.println("ERROR " + Texts.plain(line)));
    }
}
