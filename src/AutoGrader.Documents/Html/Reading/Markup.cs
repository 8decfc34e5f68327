using System.Globalization;
using System.Net;
using System.Text;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>Markup under construction. Text goes in by <see cref="Text"/> only, which encodes it.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _markup = new();

    /// <summary>Markup of our own; text and attributes of others are put in by <see cref="Encode"/>.</summary>
    public Markup Raw(string markup)
    {
        _markup.Append(markup);
        return this;
    }

    public Markup Text(string text)
    {
        _markup.Append(Encode(text));
        return this;
    }

    /// <summary>An element with nothing but text.</summary>
    public Markup Element(string name, string classes, string text) =>
        Raw($"<{name}{(classes.Length > 0 ? $" class=\"{classes}\"" : "")}>").Text(text).Raw($"</{name}>");

    /// <summary>Safe between tags and within quoted attributes. Control characters, which HTML forbids, become a replacement.</summary>
    public static string Encode(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c)));

    /// <summary>A number between 0 and 1 as people read it.</summary>
    public static string Percent(double share) =>
        Math.Floor(100 * Math.Clamp(double.IsFinite(share) ? share : 0, 0, 1)).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The class of a confidence: what a person need not, should, or must look at.</summary>
    public static string ClassOf(double confidence) => confidence >= 0.95 ? "sure" : confidence >= 0.8 ? "likely" : "doubtful";

    public override string ToString() => _markup.ToString();
}
