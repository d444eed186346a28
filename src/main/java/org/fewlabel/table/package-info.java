/**
 * KNIME tables to arrays and back: which column plays which part, how each is read, and the columns that learners
 * append. No KNIME cell travels deeper than this package.
 */
package org.fewlabel.table;
