/**
 * Classifiers that learn from labelled rows alone, and what is built on them. A
 * {@link org.fewlabel.learn.label.Classifier} is restored from its state by
 * {@link org.fewlabel.learn.Classifiers}, which knows every kind by name and loads no class by name.
 */
package org.fewlabel.learn.label;
