package org.fewlabel.device;

/** The native library, with every product counted. */
public final class CountedBlas {

    private CountedBlas() {
    }

    /** @return the library; its multiplications count as work of the checks */
    public static Blas of(final Checks checks) {
        final var blas = Blas.get(Progress.NONE).orElseThrow(() -> new AssertionError(Blas.problem(Progress.NONE)));
        return Blas.attempt(() -> (a, rowsOfA, b, rowsOfB, columns, c) -> {
            checks.work((long)rowsOfA * rowsOfB * columns);
            blas.multiply(a, rowsOfA, b, rowsOfB, columns, c);
        }).blas();
    }
}
