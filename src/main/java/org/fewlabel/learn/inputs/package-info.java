/**
 * The input encoding of neural networks: {@link org.fewlabel.learn.inputs.InputEncoder} fits one or more {@link
 * org.fewlabel.learn.inputs.InputColumn}s per column; numbers are scaled, categories become one-hot or codes, texts
 * vectors or tokens.
 */
package org.fewlabel.learn.inputs;
