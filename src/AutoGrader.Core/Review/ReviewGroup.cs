using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AutoGrader.Core.Review;

/// <summary>Items of one criterion that one decision may serve; often a single one.</summary>
public sealed class ReviewGroup
{
    internal ReviewGroup(IReadOnlyList<ReviewItem> items)
    {
        Items = items;
        var text = string.Create(CultureInfo.InvariantCulture, $"{First.CriterionId} {First.Suggestion} {First.SubmissionId}");
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private ReviewGroup(IReadOnlyList<ReviewItem> items, string key) => (Items, Key) = (items, key);

    /// <summary>Names the group as long as its first item is open with the same suggestion.</summary>
    public string Key { get; }

    /// <summary>The items, in the order in which they were given; at least one. The first stands for all.</summary>
    public IReadOnlyList<ReviewItem> Items { get; }

    /// <summary>The item that is shown for all.</summary>
    public ReviewItem First => Items[0];

    /// <summary>The least probability that the suggestion is right.</summary>
    public double Confidence => Items.Min(i => i.Confidence);

    /// <summary>The same group with its items as they are now; its first one is still open with the same suggestion.</summary>
    internal ReviewGroup Renew(IReadOnlyList<ReviewItem> items) => new(items, Key);
}
