/** The node Spectrogram: log-mel spectrograms or MFCCs of recordings, as vectors of one length. */
package org.fewlabel.nodes.prepare.spectrogram;
