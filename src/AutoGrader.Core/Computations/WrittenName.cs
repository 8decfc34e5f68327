using System.Text;

namespace AutoGrader.Core.Computations;

/// <summary>
/// Brings the left-hand sides of equations to one form, so that <c>(Q·K^⊤)/(√d_k)</c> and <c>QK^T/sqrt(d_k)</c> are the same name. Two
/// different formulas may get the same form (brackets are dropped): names are a hint, values decide.
/// </summary>
internal static class WrittenName
{
    private const string Dropped = "(){}[]·⋅∙×*@\\,;:=≈_$";

    public static string Normalise(string name)
    {
        var text = name.Normalize(NormalizationForm.FormKC)
            .Replace("⊤", "T", StringComparison.Ordinal)
            .Replace("top", "T", StringComparison.Ordinal)
            .Replace("^", "", StringComparison.Ordinal)
            .Replace(".T", "T", StringComparison.Ordinal)
            .Replace("√", "sqrt", StringComparison.Ordinal);
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !Dropped.Contains(character, StringComparison.Ordinal))
                result.Append(char.ToLowerInvariant(character));
        }

        return result.ToString();
    }
}
