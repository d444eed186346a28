/** Port objects: fitted models and pretext tasks, with their file format, provenance and summary. */
package org.fewlabel.port;
