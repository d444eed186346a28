/** The node Spectrogram: recordings to vectors that describe how they sound. */
package org.fewlabel.nodes.prepare.spectrogram;
