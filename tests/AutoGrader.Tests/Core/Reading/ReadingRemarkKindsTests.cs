using AutoGrader.Core.Reading;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>Names of the JSON contract.</summary>
public sealed class ReadingRemarkKindsTests
{
    [Fact]
    public void Every_kind_has_a_name_of_its_own_on_the_wire()
    {
        var names = Enum.GetValues<ReadingRemarkKind>().Select(kind => kind.WireName()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));
    }
}
