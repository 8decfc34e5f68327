using System.Text;
using System.Text.RegularExpressions;

namespace AutoGrader.Benchmarks.Reading;

/// <summary>Typed mathematics as plain characters: commands become the signs they print, structure becomes order.</summary>
internal sealed partial class LatexText
{
    private const string SignTable = """
        alpha α  beta β  gamma γ  delta δ  epsilon ε  varepsilon ε  eta η  theta θ  kappa κ  lambda λ  mu μ  nu ν  pi π  rho ρ
        sigma σ  tau τ  phi φ  varphi φ  omega ω  Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Sigma Σ  Phi Φ  Omega Ω  partial ∂  nabla ∇
        infty ∞  sum ∑  prod ∏  int ∫  in ∈  notin ∉  forall ∀  exists ∃  times ×  cdot ·  odot ⊙  otimes ⊗  oplus ⊕  pm ±  circ ∘
        approx ≈  sim ~  simeq ≃  equiv ≡  propto ∝  ne ≠  neq ≠  le ≤  leq ≤  ge ≥  geq ≥  ll ≪  gg ≫  lesssim ≲  gtrsim ≳  to →
        rightarrow →  mapsto ↦  Rightarrow ⇒  Leftrightarrow ⇔  top T  sqrt sqrt  prime ′  ell ℓ  # #  % %
        """;

    private static readonly Dictionary<string, string> Signs = SignTable
        .Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToDictionary(pair => pair[0], pair => $" {pair[1]} ", StringComparer.Ordinal);

    // Their argument prints as it is; what they print themselves is no sign of its own.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "mathbb", "mathbf", "mathcal", "mathrm", "mathit", "mathsf", "mathtt", "boldsymbol", "operatorname", "text", "textbf", "textit",
        "left", "right", "big", "Big", "bigl", "bigr", "quad", "qquad", "dots", "ldots", "cdots", "vdots", "ddots", "mid", "lVert",
        "rVert", "displaystyle", "hline", "limits",
    };

    private readonly string _source;
    private int _at;

    private LatexText(string source) => _source = source;

    public static string Of(string latex) => new LatexText(latex.Replace("{,}", ".", StringComparison.Ordinal)).Rest();

    private string Rest()
    {
        var text = new StringBuilder();
        while (_at < _source.Length)
            text.Append(Item());
        return text.ToString();
    }

    /// <summary>A group, a command with what belongs to it, or one character.</summary>
    private string Item()
    {
        switch (_source[_at++])
        {
            case '{':
                return Of(Inside('{', '}'));
            case '\\':
                return Command(CommandName());
            case '^' or '_':
                return $" {Argument()} ";
            case '&' or '}' or '~':
                return " ";
            case var c:
                return c.ToString();
        }
    }

    private string Command(string name)
    {
        switch (name)
        {
            case "frac" or "tfrac" or "dfrac":
                return $" {Argument()} / {Argument()} ";
            case "begin" or "end":
                var environment = Argument().Trim();
                if (name == "begin" && environment == "array")
                    Argument();
                return " ";
            case "\\":
                if (RowSpace().Match(_source, _at) is { Success: true } space)
                    _at += space.Length;
                return "\n";
            case var _ when Signs.TryGetValue(name, out var sign):
                return sign;
            default:
                return Silent.Contains(name) || !char.IsLetter(name[0]) ? " " : $" {name} ";
        }
    }

    private string CommandName()
    {
        var start = _at;
        while (_at < _source.Length && char.IsAsciiLetter(_source[_at]))
            _at++;
        if (_at == start && _at < _source.Length)
            _at++;
        return _at == start ? " " : _source[start.._at];
    }

    private string Argument()
    {
        while (_at < _source.Length && _source[_at] == ' ')
            _at++;
        return _at < _source.Length ? Item() : "";
    }

    /// <summary>What stands between the bracket just passed and the one that closes it, or the end.</summary>
    private string Inside(char open, char close)
    {
        var start = _at;
        for (var depth = 1; _at < _source.Length; _at++)
        {
            depth += _source[_at] == open ? 1 : _source[_at] == close ? -1 : 0;
            if (depth == 0)
                return _source[start.._at++];
        }

        return _source[start..];
    }

    [GeneratedRegex(@"\G\[[^\]]*\]")]
    private static partial Regex RowSpace();
}
