using System.Numerics;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>Where a search is: all that later choices depend on.</summary>
/// <param name="Group">The current group, or -1.</param>
/// <param name="Question">The current question, or -1.</param>
/// <param name="Questions">The questions labelled so far, a bit each.</param>
/// <param name="Groups">The groups begun so far, a bit each.</param>
internal readonly record struct SearchState(int Group, int Question, BigInteger Questions, BigInteger Groups)
{
    public bool HasQuestion(int question) => !(Questions >> question).IsEven;

    public bool HasGroup(int group) => !(Groups >> group).IsEven;

    public SearchState InGroup(int group) => new(group, -1, Questions, Groups | (BigInteger.One << group));

    public SearchState InQuestion(int group, int question) =>
        new(group, question, Questions | (BigInteger.One << question), Groups | (BigInteger.One << group));
}
