/** Files that cells hold or name. */
package org.fewlabel.table.file;
