/** Stand-ins for the classes of the sample extension whose files real KNIME wrote. The names are those in the files. */
package kbuild.testext;
