using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Tests.Core.Grading.Concepts;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two.", "One.|Two.")]
    [InlineData("it is limited. so it forgets", "it is limited.|so it forgets")]
    [InlineData("Methods, e.g. LSTM, help. Others do not.", "Methods, e.g. LSTM, help.|Others do not.")]
    [InlineData("Das sind z.B. Frames. Ende.", "Das sind z.B. Frames.|Ende.")]
    [InlineData("Das sind z. B. Frames bzw. Bilder. Ende.", "Das sind z. B. Frames bzw. Bilder.|Ende.")]
    [InlineData("Memory, run time, etc. The rest follows.", "Memory, run time, etc.|The rest follows.")]
    [InlineData("1. Fixed size. 2. Gradients.", "1. Fixed size.|2. Gradients.")]
    [InlineData("The factor is 0.5 of it. Good?", "The factor is 0.5 of it.|Good?")]
    [InlineData("(This is a remark.) Next one", "(This is a remark.|) Next one")]
    public void Split_RunningText(string text, string expected) => Assert.Equal(expected, string.Join('|', Split(text, linesEnd: false)));

    [Fact]
    public void Split_Code_EndsSentencesAtLines() => Assert.Equal(["a = 1", "b = 2"], Split("a = 1\nb = 2", linesEnd: true));

    private static IEnumerable<string> Split(string text, bool linesEnd) =>
        SentenceSplitter.Split(text, linesEnd).Select(s => text.Substring(s.Start, s.Length));
}
