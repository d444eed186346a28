/**
 * The methods. They take arrays and never a table: no KNIME, no OSGi, no file system. Callers pass threads
 * ({@link org.fewlabel.device.Workers}) and a receiver of progress ({@link org.fewlabel.device.Progress}).
 * <p>
 * The packages lie on floors; a package may use those on lower floors, never one beside or above it. From the top:
 * <ol>
 * <li>{@code compare}: which method is better for a table</li>
 * <li>{@code rounds} (self-training, co-training, tri-training) and {@code propagation} (label propagation): learning
 * from labeled and unlabeled rows</li>
 * <li>{@code model}: a classifier of raw rows, as a port stores it</li>
 * <li>{@code consistency} (networks trained on labeled and unlabeled rows), {@code probe} (evaluation of encoders) and
 * {@code graph} (labels spread over a graph)</li>
 * <li>{@code supervised}: classifiers that learn from labeled rows alone, class priors and calibration</li>
 * <li>{@code encode}: encoders that learn without labels</li>
 * <li>{@code pretext}: tasks that rows set themselves</li>
 * <li>{@code inputs}: raw columns to what a network takes</li>
 * <li>{@code features} (raw columns to a space with distances), {@code neighbor} (nearest rows) and {@code judge}
 * (scores and cross-validation folds)</li>
 * <li>{@code data}: rows, columns, labels and stored state</li>
 * <li>{@code net} (networks and how they are trained), {@code text} (words) and {@code audio} (recordings)</li>
 * </ol>
 */
package org.fewlabel.learn;
