package org.fewlabel.learn.propagation;

import org.fewlabel.learn.graph.ClassMassNormalization;
import org.fewlabel.learn.graph.GuidedPropagation;
import org.fewlabel.learn.graph.LabelPropagation;
import org.fewlabel.learn.supervised.LogisticRegression;

/** The methods that {@link Automatic} compares; candidates may differ in a setting only. */
public enum CandidateMethod {

    /** {@link LogisticRegression} on the labeled rows only. */
    LOGISTIC_REGRESSION,

    /** {@link GuidedPropagation} by logistic regression. */
    GUIDED_PROPAGATION,

    /** {@link LabelPropagation}. */
    LABEL_PROPAGATION,

    /** {@link ClassMassNormalization} over propagation. */
    LAPLACE_CMN
}
