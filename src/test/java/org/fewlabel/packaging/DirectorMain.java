package org.fewlabel.packaging;

import org.eclipse.core.runtime.adaptor.EclipseStarter;

/**
 * Runs an Equinox application and ends the JVM with its exit code, which Equinox alone leaves to its native launcher.
 */
final class DirectorMain {

    private DirectorMain() {
    }

    /** @param args Equinox's own arguments */
    public static void main(final String[] args) throws Exception {
        final var result = EclipseStarter.run(args, null);
        System.exit(result instanceof Integer code ? code : 1);
    }
}
