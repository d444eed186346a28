/**
 * The storage of table rows: column by column in primitive arrays, so that a number takes eight bytes and a repeated
 * text four; cells exist only while they are read.
 */
package org.fewlabel.headless.slice.store;
