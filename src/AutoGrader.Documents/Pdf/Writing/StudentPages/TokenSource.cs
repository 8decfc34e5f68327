using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace AutoGrader.Documents.Pdf.Writing.StudentPages;

/// <summary>Looks up objects of a foreign document.</summary>
internal sealed class TokenSource(PdfDocument document)
{
    private const int LongestChain = 16;

    /// <summary>An object; <see cref="NullToken"/> where there is none, as the standard demands.</summary>
    public IToken Object(IndirectReference reference) => document.Structure.GetObject(reference)?.Data ?? NullToken.Instance;

    /// <summary>What a token stands for: itself, or the object it refers to.</summary>
    public IToken Resolve(IToken token)
    {
        for (var i = 0; token is IndirectReferenceToken reference && i < LongestChain; i++)
            token = Object(reference.Data);
        return token;
    }

    /// <summary>What an entry of a dictionary stands for; <c>null</c> where it is missing.</summary>
    public IToken? Entry(DictionaryToken dictionary, string name) =>
        dictionary.Data.TryGetValue(name, out var token) ? Resolve(token) : null;
}
