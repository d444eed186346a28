/**
 * Where the rows of tables lie: column by column in primitive arrays, so that a number costs eight bytes and a repeated
 * text four; cells exist only while someone looks at them.
 */
package org.fewlabel.headless.slice.store;
