namespace AutoGrader.Core.Reading.Locating;

/// <summary>The looks of a possible label and its surroundings.</summary>
internal readonly record struct LabelLooks
{
    /// <summary>Where it stands.</summary>
    public required LabelPlace Place { get; init; }

    /// <summary>Whether it begins a heading.</summary>
    public required bool IsHeading { get; init; }

    /// <summary>Whether it is bold.</summary>
    public required bool IsBold { get; init; }

    /// <summary>Whether it is larger than most of the report.</summary>
    public required bool IsLarge { get; init; }

    /// <summary>Whether nothing else stands in its line.</summary>
    public required bool IsAlone { get; init; }

    /// <summary>Whether only numbers follow, as in a row of a matrix.</summary>
    public required bool IsFollowedByNumbers { get; init; }

    /// <summary>Whether the sentence goes on behind it.</summary>
    public required bool IsFollowedByLowerCase { get; init; }

    /// <summary>Whether its block is a displayed formula or a table, where numbers abound.</summary>
    public required bool IsFormula { get; init; }

    /// <summary>Whether its block is about a line long.</summary>
    public required bool IsShortBlock { get; init; }
}
