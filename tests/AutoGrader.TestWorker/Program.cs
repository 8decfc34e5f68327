using System.Runtime.CompilerServices;
using AutoGrader.Application.Isolation;

// A PDF worker that misbehaves as its argument says, once it has a file in hand.
using var requests = Console.OpenStandardInput();
using var answers = Console.OpenStandardOutput();
switch (args[0])
{
    case "dies-at-start":
        return 1;
    case "is-another-build":
        await Frame.WriteAsync(answers, new byte[32]);
        break;
    default:
        await Frame.WriteAsync(answers, PdfWorkerProtocol.Greeting);
        break;
}
if (args[0] == "takes-nothing")
    Thread.Sleep(Timeout.Infinite);
for (var file = 1; await Frame.ReadAsync(requests, int.MaxValue) is not null; file++)
{
    await Frame.ReadAsync(requests, int.MaxValue);
    await MisbehaveAsync(args[0], file);
}
return 0;

async Task MisbehaveAsync(string how, int file)
{
    switch (how)
    {
        case "hangs":
            Thread.Sleep(Timeout.Infinite);
            break;
        case "spins":
            while (true)
                Thread.SpinWait(1000);
        case "exits":
            Environment.Exit(0);
            break;
        case "overflows":
            Recurse(0);
            break;
        case "eats-memory":
            for (var hoard = new List<byte[]>(); ; hoard.Add(new byte[1024 * 1024]))
                continue;
        case "complains":
            for (var i = 0; i < 100_000; i++)
                Console.Error.WriteLine("This line is longer than it needs to be, and there are many of its kind.");
            await AnswerAsync();
            break;
        case "announces-too-much":
            await answers.WriteAsync(new byte[] { 255, 255, 255, 127 });
            break;
        case "talks-nonsense":
            await Frame.WriteAsync(answers, "a reading it is not"u8.ToArray());
            break;
        case "stops-midway":
            await answers.WriteAsync(new byte[] { 100, 0, 0, 0, 1 });
            Environment.Exit(0);
            break;
        case "fails-on-every-second":
            if (file % 2 == 0)
                Environment.FailFast("as told");
            await AnswerAsync();
            break;
        default:
            throw new ArgumentException(how);
    }
}

Task AnswerAsync() => Frame.WriteAsync(answers, PdfWorkerProtocol.Format(
    new AutoGrader.Documents.Pdf.Reading.PdfReadResult(
        new AutoGrader.Core.Reading.ReportContent { ReaderVersion = Environment.ProcessId, Pages = [], Blocks = [] }, null)));

[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
static int Recurse(int depth) => 1 + Recurse(depth + 1);
