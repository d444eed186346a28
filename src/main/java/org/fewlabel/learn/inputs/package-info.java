/**
 * Raw columns as what a neural network takes: {@link org.fewlabel.learn.inputs.InputEncoder} fits one
 * {@link org.fewlabel.learn.inputs.InputColumn} per column; numbers are scaled, categories become codes, texts tokens.
 */
package org.fewlabel.learn.inputs;
