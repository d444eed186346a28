package org.fewlabel.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Matrix products by OpenBLAS, a native library in a fragment of the plug-in for each platform. It is unpacked and
 * loaded on first use, which takes up to some seconds. If that fails, the failure is remembered, and callers use Java
 * instead. Each product runs on the calling thread only: {@link Workers} distributes work to threads, with one setting
 * in one place.
 */
public final class Blas {

    /** The system property that, set to "off", makes the library unavailable. */
    public static final String PROPERTY = "fewlabel.blas";

    private static final String OFF = "off";

    /** Loads the library. */
    @FunctionalInterface
    interface Loading {
        /** @return its product @throws Exception or an error if it cannot be loaded */
        Product load() throws Exception;
    }

    /** {@code c = a bᵀ}, all row by row. */
    @FunctionalInterface
    interface Product {
        void multiply(FloatBuffer a, int rowsOfA, FloatBuffer b, int rowsOfB, int columns, FloatBuffer c);
    }

    /** The alignment in bytes that suits the vector instructions of processors. */
    private static final int ALIGNMENT = 64;

    private static final Once<Attempt> LIBRARY = new Once<>(() -> OFF.equals(System.getProperty(PROPERTY))
        ? Attempt.failed("It is switched off by the system property " + PROPERTY + ".") : attempt(OpenBlas::load));

    /**
     * The result of loading the library.
     *
     * @param blas the library, {@code null} if it could not be loaded
     * @param problem the reason, in sentences for the user; {@code null} if it is loaded
     * @param gemm products of any shape: by the library, or by its replacement in Java
     */
    record Attempt(Blas blas, String problem, Gemm gemm) {

        static Attempt failed(final String problem) {
            return new Attempt(null, problem, new JavaGemm(problem));
        }
    }

    private final Product product;

    private Blas(final Product product) {
        this.product = product;
    }

    /**
     * @param progress checked for cancel while the library is loaded
     * @return the library; empty if it cannot be used here
     * @throws java.util.concurrent.CancellationException if the user canceled; the loading continues in the background
     */
    public static Optional<Blas> get(final Progress progress) {
        return Optional.ofNullable(LIBRARY.get(progress).blas());
    }

    /**
     * @param progress checked for cancel while the library is loaded
     * @return why the library cannot be used here, in sentences for the user; empty if it can
     * @throws java.util.concurrent.CancellationException if the user canceled; the loading continues in the background
     */
    public static Optional<String> problem(final Progress progress) {
        return Optional.ofNullable(LIBRARY.get(progress).problem());
    }

    /** @return products by the library, or by its replacement in Java. @param progress as above */
    static Gemm anyGemm(final Progress progress) {
        return LIBRARY.get(progress).gemm();
    }

    /** @return the library or the reason why there is none; never throws, whatever the loading throws */
    static Attempt attempt(final Loading loading) {
        try {
            final var blas = new Blas(loading.load());
            blas.check();
            return new Attempt(blas, null, blas.gemm());
        } catch (final VirtualMachineError e) { // not caused by this library
            throw e;
        } catch (final Exception | LinkageError e) { // reported to the callers, which use Java instead
            return Attempt.failed("The native library OpenBLAS cannot be loaded on " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + " (" + e + "). The same is computed in Java, more slowly. To "
                + "have it faster, install the extension again, so that its fragment for this platform is there too, "
                + "and see that the folder for temporary libraries (.javacpp in your home folder) can be written.");
        }
    }

    /** Tests a product, for a library that loads but computes wrong results must not be used. */
    private void check() {
        final var a = floats(4).put(new float[]{1, 2, 3, 4}).rewind();
        final var b = floats(6).put(new float[]{5, 6, 7, 8, 9, 10}).rewind();
        final var c = floats(6);
        multiply(a, 2, b, 3, 2, c);
        if (!c.equals(FloatBuffer.wrap(new float[]{17, 23, 29, 39, 53, 67}))) {
            throw new IllegalStateException("it computes wrong products");
        }
    }

    /** @return a zero-initialized native buffer of that many floats, which the library accesses without copying */
    public static FloatBuffer floats(final int count) {
        final var bytes = Math.multiplyExact(count, Float.BYTES);
        return ByteBuffer.allocateDirect(Math.addExact(bytes, 2 * ALIGNMENT)).alignedSlice(ALIGNMENT).slice(0, bytes)
            .order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /**
     * {@code c = a bᵀ}: the dot product of every row of {@code a} with every row of {@code b}. All three are row-major,
     * from the position of the buffer on, in buffers made by {@link #floats}. Thread-safe.
     *
     * @param columns of {@code a} and of {@code b}
     * @param c receives {@code rowsOfA * rowsOfB} numbers
     * @throws IllegalArgumentException if a buffer is too short or not native, or a dimension is below 1
     */
    public void multiply(final FloatBuffer a, final int rowsOfA, final FloatBuffer b, final int rowsOfB,
        final int columns,
        final FloatBuffer c) {
        if (rowsOfA < 1 || rowsOfB < 1 || columns < 1 || !holds(a, rowsOfA, columns) || !holds(b, rowsOfB, columns)
            || !holds(c, rowsOfA, rowsOfB)) {
            throw new IllegalArgumentException("No product of " + rowsOfA + " and " + rowsOfB + " rows of " + columns
                + " in buffers of " + a + ", " + b + " and " + c + ".");
        }
        product.multiply(a, rowsOfA, b, rowsOfB, columns, c);
    }

    /** @return products of any shape by this library */
    public Gemm gemm() {
        return OpenBlas.GEMM;
    }

    private static boolean holds(final FloatBuffer buffer, final int rows, final int columns) {
        return buffer.isDirect() && buffer.order() == ByteOrder.nativeOrder()
            && buffer.remaining() >= (long)rows * columns;
    }
}
