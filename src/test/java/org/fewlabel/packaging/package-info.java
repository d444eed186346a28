/** Tests of what is shipped: the plug-in's bundle, and its installation with p2. They read what the build packed. */
package org.fewlabel.packaging;
