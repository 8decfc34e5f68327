using AutoGrader.Cli;

return await CommandLine.RunAsync(args, Terminal.Real());
