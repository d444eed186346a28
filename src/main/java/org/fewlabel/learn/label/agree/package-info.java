/**
 * Several classifiers that teach each other: {@link org.fewlabel.learn.label.agree.CoTraining}, each with columns of its
 * own, and {@link org.fewlabel.learn.label.agree.TriTraining}, each with a draw of the labelled rows.
 */
package org.fewlabel.learn.label.agree;
