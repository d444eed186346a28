/** The rules of the architecture and of the texts, as tests. */
package org.fewlabel.architecture;
