/** Types and instances of parameters, as reflection shows them. */
package org.fewlabel.headless.node.reflect;
