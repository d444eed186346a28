/**
 * Classifiers of raw rows as stored in ports: {@link org.fewlabel.learn.model.FewLabelClassifier} encodes rows and
 * predicts them; {@link org.fewlabel.learn.model.Classifiers} restores every kind of classifier.
 */
package org.fewlabel.learn.model;
