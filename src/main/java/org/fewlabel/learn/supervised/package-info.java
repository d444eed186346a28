/**
 * Supervised classifiers, class priors, weighted labels and ensembles. A
 * {@link org.fewlabel.learn.supervised.Classifier} is restored from its state by
 * {@link org.fewlabel.learn.model.Classifiers}, which knows every kind by name and loads no class by name.
 */
package org.fewlabel.learn.supervised;
