package org.fewlabel.headless.cli;

/** The help text of the command line. */
final class Usage {

    static final String TEXT = """
        Usage: ./run WORKFLOW
               ./run -workflowDir=DIR | -workflowFile=FILE.knwf [OPTION]...

        Executes a KNIME workflow in the project's stand-in for KNIME. WORKFLOW is a workflow's folder or a .knwf
        file; the first form is an abbreviation of the second with -reset -nosave.

        As in KNIME's batch application:
          -workflowDir=DIR         the workflow's folder
          -workflowFile=FILE       the workflow as a .knwf archive
          -reset                   execute every node again (always done: saved results are never read)
          -nosave                  do not save the workflow; only its own writer nodes write files
          -destDir=DIR             save the workflow, reset, to this new folder
          -destFile=FILE           save the workflow, reset, to this archive
                                   (without these three, options are saved into the workflow itself)
          -option=ID,KEY,VALUE,TYPE
                                   change a setting of a node: ID is the number of the node, KEY the path of the
                                   setting (parts separated by /), TYPE one of String, int, long, double, boolean,
                                   float, short, byte, char
          -workflow.variable=NAME,VALUE,TYPE
                                   set a workflow variable; TYPE one of String, int, double
        More:
          --out DIR                write each table at an unconnected output port to DIR/<node>-<port>.csv
          --picture FILE           draw the workflow as KNIME shows it to this SVG file, without executing it
          --quiet                  print warnings and errors only
          --allow-local-files      let the workflow read and write files outside its own folder
          --help                   print this text

        Exit codes: 0 all nodes executed, 2 wrong arguments, 3 the workflow cannot be loaded or saved, 4 a node failed,
        was canceled or was not executed.""";

    private Usage() {
    }
}
