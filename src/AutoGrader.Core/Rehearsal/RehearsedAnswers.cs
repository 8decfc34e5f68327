using AutoGrader.Core.Grading.Learning;
using AutoGrader.Core.Reading.Typed;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Files;

namespace AutoGrader.Core.Rehearsal;

/// <summary>Makes the answers that a rubric is tried on, the worked solution excepted.</summary>
internal sealed class RehearsedAnswers(RubricPlaces places, string fileName, RehearsalBudget budget)
{
    // What students write where they know nothing.
    private static readonly string[] Blanks = ["", "-", "?", "n/a", "I don't know.", "No idea", "Keine Ahnung.", "Weiß ich nicht."];

    private static readonly string[] OffTopic =
    [
        "Yesterday the weather was fine, so we took the train to the lake and had lunch in the garden of a small inn.",
        "Gestern war das Wetter schön, deshalb fuhren wir mit dem Zug zum See und aßen im Garten eines kleinen Gasthofs zu Mittag.",
    ];

    /// <summary>All answers to a question that follow from the rubric.</summary>
    public IEnumerable<RehearsedAnswer> Of(Question question) =>
        [.. Examples(question), .. Nothing(question), .. OffTopics(question), .. Mutants(question), .. Salads(question)];

    /// <summary>Graded answers, where the rubric has their question.</summary>
    public static IEnumerable<RehearsedAnswer> Graded(Rubric rubric, IEnumerable<AnswerLine> lines, string answersFile) =>
        from line in lines
        let question = rubric.Questions.FirstOrDefault(q => q.Id == line.QuestionId)
        where question is not null && line.Points.Count > 0
        select new RehearsedAnswer
        {
            Kind = RehearsalKind.GradedAnswer,
            Question = question,
            Name = new LocalizedText("this graded answer", "diese bewertete Antwort"),
            Answer = MarkdownAnswer.Read(question.Id, line.Text),
            Expected = PointsOf(question, line),
            Place = new RehearsalPlace(answersFile, line.Line, 1),
        };

    private static Dictionary<string, Points> PointsOf(Question question, AnswerLine line) => question.Criteria
        .Where(c => line.Points.TryGetValue(c.Id, out var points) && Points.TryFromValue(points) is not null)
        .ToDictionary(c => c.Id, c => Points.FromValue(line.Points[c.Id]), StringComparer.Ordinal);

    private IEnumerable<RehearsedAnswer> Examples(Question question) =>
        from criterion in question.Criteria.OfType<ConceptCriterion>()
        from item in criterion.Examples.Index()
        select Make(RehearsalKind.Example, question, criterion, places.OfCriterion(criterion.Id, "examples", item.Index, "answer")) with
        {
            Name = new LocalizedText(
                $"the example for {item.Item.Points} points", $"das Beispiel für {item.Item.Points.In(Language.German)} Punkte"),
            Answer = MarkdownAnswer.Read(question.Id, item.Item.Text),
            Expected = new Dictionary<string, Points>(StringComparer.Ordinal) { [criterion.Id] = item.Item.Points },
        };

    private IEnumerable<RehearsedAnswer> Nothing(Question question)
    {
        var none = question.Criteria.ToDictionary(c => c.Id, _ => Points.Zero, StringComparer.Ordinal);
        foreach (var blank in Blanks)
        {
            yield return Make(RehearsalKind.Blank, question, null, places.OfQuestion(question.Id)) with
            {
                Name = new LocalizedText($"the answer \"{blank}\"", $"die Antwort „{blank}“"),
                Answer = MarkdownAnswer.Read(question.Id, blank),
                Expected = none,
            };
        }

        foreach (var (key, text) in new[] { ("en", question.Text.English), ("de", question.Text.German) })
        {
            yield return Make(RehearsalKind.CopiedQuestion, question, null, places.OfQuestion(question.Id, "text", key)) with
            {
                Name = new LocalizedText("the copied question", "die abgeschriebene Frage"),
                Answer = MarkdownAnswer.Read(question.Id, text),
                Expected = none,
            };
        }
    }

    private IEnumerable<RehearsedAnswer> OffTopics(Question question) => OffTopic.Select(
        text => Make(RehearsalKind.OffTopic, question, null, places.OfQuestion(question.Id)) with
        {
            Name = new LocalizedText($"the answer \"{Shortened(text)}\"", $"die Antwort „{Shortened(text)}“"),
            Answer = MarkdownAnswer.Read(question.Id, text),
        });

    private IEnumerable<RehearsedAnswer> Mutants(Question question) =>
        from mutant in MutantAnswers.Of(question, budget)
        let judged = question.Criteria.OfType<MatrixCriterion>().FirstOrDefault(c => c.Step == mutant.Step)
        select Make(RehearsalKind.Mutant, question, mutant.ShowsSteps ? judged : null, PlaceOf(question, mutant, judged)) with
        {
            Name = NameOf(mutant),
            Answer = mutant.Answer,
        };

    private static LocalizedText NameOf(MutantAnswer mutant) => mutant.ShowsSteps
        ? new($"the mistake '{mutant.Mistake}' in step {mutant.Step}, all steps shown,",
            $"dem Fehler „{mutant.Mistake}“ im Schritt {mutant.Step} (alle Schritte gezeigt)")
        : new($"the mistake '{mutant.Mistake}' in step {mutant.Step}, the last step shown alone,",
            $"dem Fehler „{mutant.Mistake}“ im Schritt {mutant.Step} (nur der letzte Schritt gezeigt)");

    private Place PlaceOf(Question question, MutantAnswer mutant, MatrixCriterion? judged)
    {
        var written = question.Computation!.Mistakes.Index().FirstOrDefault(m => m.Item.Name == mutant.Mistake);
        if (written.Item is not null)
            return places.OfQuestion(question.Id, "computation", "mistakes", written.Index);
        return judged is not null ? places.OfCriterion(judged.Id) : places.OfQuestion(question.Id, "computation");
    }

    private IEnumerable<RehearsedAnswer> Salads(Question question) =>
        from criterion in question.Criteria
        let salad = KeywordSalad.Of(criterion)
        where salad is not null
        select Make(RehearsalKind.KeywordSalad, question, criterion, places.OfCriterion(criterion.Id)) with
        {
            Name = new LocalizedText(
                $"the criterion's own words without a sentence (\"{Shortened(salad)}\")",
                $"eine Reihe der Wörter des Kriteriums ohne Satz („{Shortened(salad)}“)"),
            Answer = MarkdownAnswer.Read(question.Id, salad),
        };

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private RehearsedAnswer Make(RehearsalKind kind, Question question, Criterion? criterion, Place place) => new()
    {
        Kind = kind,
        Question = question,
        Criterion = criterion,
        Name = new LocalizedText("", ""),
        Answer = MarkdownAnswer.Read(question.Id, null),
        Place = new RehearsalPlace(fileName, place.Line, place.Column),
    };
}
