/**
 * The methods. They see arrays, never a table: no KNIME, no OSGi, no file system. They are given threads
 * ({@link org.fewlabel.device.Workers}) and somebody to report to ({@link org.fewlabel.device.Progress}).
 * <p>
 * Inside, arrows run one way too: {@code data} and {@code audio}, which describes recordings, know none of the others;
 * {@code judge} knows {@code data}; {@code label} holds what classifiers have in common and those that learn from labelled rows alone; {@code graph}
 * builds on both, and {@code choice} on all of these. {@code label.base} has learners for others to build on, and searches
 * neighbours with {@code graph}; {@code label.rounds} judges learning that goes in rounds, by {@code graph} too;
 * {@code label.select} says which guesses are learned from, and {@code label.self} and {@code label.agree} are such
 * learning. {@code pretext} makes tasks out of rows themselves, {@code net} describes and trains networks, {@code encode}
 * learns encoders with both, and {@code consistency} classifiers from labelled and unlabelled rows together.
 * {@link org.fewlabel.learn.Classifiers} stands above them, because it knows every kind of classifier, and {@code compare}
 * above all: it tries one way against another.
 */
package org.fewlabel.learn;
