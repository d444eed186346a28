/** Files that cells contain or name. */
package org.fewlabel.table.file;
