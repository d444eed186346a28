/**
 * From KNIME tables to arrays and back: the role of each column, how it is read, and the columns that learners append.
 * KNIME cells occur in this package and above only.
 */
package org.fewlabel.table;
