/**
 * The engine whose forward and backward passes are written by hand over products of matrices. A {@link
 * org.fewlabel.learn.net.blas.Plan} is what a step does, in an order that never changes; layers and losses add to it.
 * Numbers lie row by row in memory that the native library reaches; what is done to single numbers is done in pieces
 * that are copied into arrays, where the compiler makes vector instructions of it.
 */
package org.fewlabel.learn.net.blas;
