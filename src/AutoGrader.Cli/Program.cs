using AutoGrader.Cli;
using AutoGrader.Cli.Hosting;

return args is [PdfWorkerProgram.Argument]
    ? await PdfWorkerProgram.RunAsync()
    : await CommandLine.RunAsync(args, Terminal.Real());
