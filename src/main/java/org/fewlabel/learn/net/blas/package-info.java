/**
 * The engine with hand-written forward and backward passes over matrix products (SGEMM). A {@link
 * org.fewlabel.learn.net.blas.Plan} is the fixed order of a step's tasks; layers and losses add to it. Matrices are
 * row-major in native memory for the BLAS library; elementwise operations work on pieces that are copied into arrays,
 * where the compiler vectorizes them.
 */
package org.fewlabel.learn.net.blas;
