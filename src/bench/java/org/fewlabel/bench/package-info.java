/** Measurements on real data: long-running commands, started by {@code ./bench}, never part of the tests. */
package org.fewlabel.bench;
