using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Feedback;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Core.Feedback;

/// <summary>Assessments made by hand after the marking guide, for tests of what is written about them.</summary>
internal static class FeedbackSamples
{
    public static readonly Box SomeBox = new(72, 310.5, 180.2, 64);

    /// <summary>Id, maximum in half-points, English and German text of every criterion of sheet 5.</summary>
    private static readonly (string Id, int Maximum, string English, string German)[] Criteria =
    [
        ("1.1a", 2, "The hidden state carries more information than is visible in the output.",
            "Der verborgene Zustand enthält mehr Information, als die Ausgabe zeigt."),
        ("1.2a", 2, "The fixed size of the hidden state limits what can be remembered.",
            "Die feste Größe des verborgenen Zustands begrenzt, was behalten wird."),
        ("1.2b", 2, "Gradients vanish or explode in backpropagation through time.",
            "Gradienten verschwinden oder explodieren bei der Rückpropagation durch die Zeit."),
        ("2.1a", 2, "A sequence model uses temporal relations across frames.",
            "Ein Sequenzmodell nutzt zeitliche Zusammenhänge zwischen Bildern."),
        ("2.2a", 2, "Live captioning has less context: future frames are unseen.",
            "Live-Untertitelung hat weniger Kontext: Künftige Bilder sind unbekannt."),
        ("2.2b", 2, "Offline captioning can use the whole video and more resources.",
            "Offline-Untertitelung kann das ganze Video und mehr Ressourcen nutzen."),
        ("3.1a", 2, "The shapes of Q, K and V are given.", "Die Formen von Q, K und V sind angegeben."),
        ("3.1b", 2, "Q and K share the dimension d_k.", "Q und K haben die Dimension d_k gemeinsam."),
        ("3.1c", 2, "K and V share the number of pairs N_KV.", "K und V haben die Anzahl N_KV gemeinsam."),
        ("3.2a", 1, "The number of queries determines the shape.", "Die Anzahl der Queries bestimmt die Form."),
        ("3.2b", 1, "The dimension of the values determines the shape.", "Die Dimension der Values bestimmt die Form."),
        ("3.3a", 2, "The softmax normalises over the keys.", "Die Softmax-Funktion normiert über die Keys."),
        ("3.4a", 2, "QKᵀ is right.", "QKᵀ ist richtig."),
        ("3.4b", 2, "QKᵀ is divided by √d_k.", "QKᵀ wird durch √d_k geteilt."),
        ("3.4c", 2, "The output is right.", "Die Ausgabe ist richtig."),
        ("3.5a", 2, "In the limit, the softmax output is close to the identity.",
            "Im Grenzwert ist die Softmax-Ausgabe nahe der Einheitsmatrix."),
        ("3.5b", 2, "The scale matters because exp enlarges differences.", "Die Größe der Logits zählt, weil exp Unterschiede vergrößert."),
        ("3.5c", 2, "QKᵀ must be square and diagonal with c → ∞.", "QKᵀ muss quadratisch und diagonal sein mit c → ∞."),
        ("3.5d", 2, "A valid construction of Q and K is given.", "Eine gültige Konstruktion von Q und K ist angegeben."),
        ("3.6a", 2, "Self-attention costs O(N²).", "Self-Attention kostet O(N²)."),
        ("3.6b", 2, "Convolution costs O(N k²).", "Faltung kostet O(N k²)."),
    ];

    private static readonly (string Id, string English, string German)[] Titles =
    [
        ("1.1", "Hidden state and output", "Verborgener Zustand und Ausgabe"),
        ("1.2", "Long-term dependencies", "Langfristige Abhängigkeiten"),
        ("2.1", "Video as a sequence", "Video als Sequenz"),
        ("2.2", "Live and offline captioning", "Live- und Offline-Untertitelung"),
        ("3.1", "Definition of Q, K and V", "Definition von Q, K und V"),
        ("3.2", "Shape of the attention output", "Form der Attention-Ausgabe"),
        ("3.3", "Dimension of the softmax", "Dimension der Softmax-Funktion"),
        ("3.4", "Numerical attention", "Attention in Zahlen"),
        ("3.5", "Attention as the identity", "Attention als Identität"),
        ("3.6", "Runtime complexity", "Laufzeit"),
    ];

    public static RubricVersion Version { get; } = new("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "", new Rubric
    {
        Id = "ivu-sheet-05",
        Title = new LocalizedText("Exercise Sheet 5: Sequence Modeling in Vision", "Übungsblatt 5: Sequenzmodelle im Sehen"),
        Course = new LocalizedText("Image and Video Understanding", "Bild- und Videoverstehen"),
        HandIn = new HandInRules(),
        Questions =
        [
            .. Titles.Select(t => new Question
            {
                Id = t.Id,
                Title = new(t.English, t.German),
                Text = new("?", "?"),
                Criteria = [],
                Computation = t.Id == "3.4" ? Attention : null,
            }),
        ],
    });

    private static Computation Attention => new()
    {
        Given = new Dictionary<string, Matrix<double>>(),
        Steps =
        [
            new ComputationStep("scores", "Q * transpose(K)", new("Scores QKᵀ", "Bewertungen QKᵀ"), []),
            new ComputationStep("scaled", "scores / 2", new("Scaled scores", "Skalierte Bewertungen"), []),
            new ComputationStep("output", "scaled * V", new("Output", "Ausgabe"), []),
        ],
    };

    public static FeedbackSubject Subject(SubmissionStatus status, params Reason[] reasons) =>
        new("Anna Müller", "12345678", "Mueller-12345678.zip", status, reasons);

    public static Reason WrongName { get; } = new(
        ReasonCode.ZipName,
        new("The file “Mueller_12345678.zip” has an underscore where a hyphen belongs.",
            "Die Datei „Mueller_12345678.zip“ enthält einen Unterstrich statt eines Bindestrichs."),
        new("Rename it to “Mueller-12345678.zip”.", "Benennen Sie sie in „Mueller-12345678.zip“ um."));

    public static Reason Unreadable { get; } = new(
        ReasonCode.UnreadablePdf,
        new("The PDF “Mueller-12345678.pdf” is damaged and cannot be opened.",
            "Das PDF „Mueller-12345678.pdf“ ist beschädigt und lässt sich nicht öffnen."),
        new("Export it again and check that it opens.", "Exportieren Sie es neu und prüfen Sie, ob es sich öffnen lässt."));

    public static Reason Late { get; } = new(
        ReasonCode.Late,
        new("Handed in 12 minutes after the due date.", "12 Minuten nach Ablauf der Frist abgegeben."),
        new("Nothing; your tutor decides.", "Nichts; das Lehrteam entscheidet."));

    /// <summary>All criteria of the sheet, each scored by the given function of its id and maximum.</summary>
    public static Assessment Assess(Func<string, Points, CriterionScore> score) => new()
    {
        Questions =
        [
            .. Titles.Select(t => new QuestionScore
            {
                QuestionId = t.Id,
                Title = new(t.English, t.German),
                Answer = "…",
                Criteria = [.. Criteria.Where(c => c.Id.StartsWith(t.Id, StringComparison.Ordinal))
                    .Select(c => score(c.Id, Points.FromHalfPoints(c.Maximum)))],
            }),
        ],
    };

    public static CriterionScore Score(string id, Points maximum, Points points, string? evidence = "as read", int page = 1) => new()
    {
        CriterionId = id,
        CriterionText = Criteria.Where(c => c.Id == id).Select(c => new LocalizedText(c.English, c.German)).First(),
        Maximum = maximum,
        Points = points,
        Confidence = 0.95,
        NeedsReview = false,
        Rationale = points >= maximum
            ? new("Your answer says this clearly.", "Ihre Antwort sagt das deutlich.")
            : points == Points.Zero
                ? new("Nothing in your answer says this.", "In Ihrer Antwort steht dazu nichts.")
                : new("You name the idea without explaining it.", "Sie nennen den Gedanken, ohne ihn zu erklären."),
        Evidence = evidence is null ? [] : [new Evidence(page, SomeBox, evidence)],
    };

    public static Assessment Full() => Assess((id, maximum) => Score(id, maximum, maximum));

    /// <summary>A 2×2 matrix with one entry of every state.</summary>
    public static MatrixVerdict EveryState { get; } = new()
    {
        Step = "scaled",
        Rows = 2,
        Columns = 2,
        Entries =
        [
            new EntryVerdict("1", 1, EntryState.Right, 2, new Box(100, 200, 8, 10)),
            new EntryVerdict("0,25", 0.25, EntryState.CarriedForward, 2, new Box(120, 200, 20, 10)),
            new EntryVerdict("3/2", 0.5, EntryState.Wrong, 2, new Box(100, 220, 16, 10)),
            new EntryVerdict("?", 0, EntryState.Uncertain, 2, new Box(120, 220, 8, 10)),
        ],
    };
}
