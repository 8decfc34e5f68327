using System.Globalization;
using System.Text;
using AutoGrader.Core.Computations;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Core.Rubrics;

/// <summary>
/// A rubric as Markdown for tutors: what is asked, what earns points, and the reference values computed from the formulas. Not for
/// students.
/// </summary>
public static class RubricDescription
{
    /// <summary>Describes a rubric version in one language.</summary>
    public static string Of(RubricVersion version, Language language)
    {
        var rubric = version.Rubric;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {rubric.Title.In(language)}\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{rubric.Id} · version {version.ShortHash} · {rubric.Course.In(language)} · {rubric.Maximum} P");
        if (rubric.Due is { } due)
            text.Append(CultureInfo.InvariantCulture, $" · due {due:yyyy-MM-dd HH:mm}");
        text.Append(CultureInfo.InvariantCulture, $" · review below {rubric.ReviewBelow}\n\n{Rules(rubric.HandIn)}\n");
        var references = ReferenceAnswer.All(rubric).ToDictionary(r => r.QuestionId, StringComparer.Ordinal);
        foreach (var question in rubric.Questions)
            Append(text, question, references.GetValueOrDefault(question.Id), language);
        return text.ToString();
    }

    private static string Rules(HandInRules rules)
    {
        var digits = $"{rules.MinimumDigits} to {rules.MaximumDigits} digits";
        var zip = rules.RequireZipName ? $"ZIP named Surname-MatriculationNumber.zip ({digits})" : "ZIP of any name";
        var pdf = rules.RequirePdfName ? "PDF named alike" : "PDF of any name";
        return $"Hand-in: {zip}; {pdf}; {(rules.CompareIdentity ? "surname compared with Moodle" : "surname not compared")}.";
    }

    private static void Append(StringBuilder text, Question question, ReferenceAnswer? reference, Language language)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"\n## {question.Id} {question.Title.In(language)} ({question.Maximum} P)\n\n{question.Text.In(language)}\n\n");
        if (question.ItemsAsked is { } items)
            text.Append(CultureInfo.InvariantCulture, $"Only the first {items} items of a list count.\n\n");
        if (question.OtherItems.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"Other items: {Ways(question.OtherItems)}\n\n");
        if (question.Shapes.Count > 0)
            text.Append(CultureInfo.InvariantCulture,
                $"Shapes: {string.Join(", ", question.Shapes.Select(s => $"{s.Key} {s.Value.Rows}×{s.Value.Columns}"))}\n\n");
        if (question.Solution is { } solution)
            text.Append(CultureInfo.InvariantCulture, $"Worked solution:\n\n{solution}\n\n");
        foreach (var criterion in question.Criteria)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"- **{criterion.Id}** ({criterion.Maximum} P, {criterion.Kind}) {criterion.Text.In(language)}\n");
            foreach (var detail in Details(criterion, language))
                text.Append(CultureInfo.InvariantCulture, $"  - {detail}\n");
        }
        if (reference is not null)
            Append(text, question.Computation!, reference, language);
    }

    private static IEnumerable<string> Details(Criterion criterion, Language language) => criterion.Disclosure switch
    {
        Disclosure.Verdict => ["students are told points and place only", .. KindDetails(criterion, language)],
        Disclosure.Hint =>
            [$"students are told where, and to think again about: {criterion.Hint?.In(language) ?? "the question"}",
                .. KindDetails(criterion, language)],
        _ => KindDetails(criterion, language),
    };

    private static IEnumerable<string> KindDetails(Criterion criterion, Language language) => criterion switch
    {
        ConceptCriterion concept => [.. Levels(concept.Levels, language), .. concept.Contradicts.Select(p => $"against it: `{p.Source}`")],
        MatrixCriterion matrix =>
            [
                $"step `{matrix.Step}`; "
                    + $"{string.Join(", ", matrix.PointsByWrongEntries.Select((p, wrong) => $"{wrong} wrong: {p} P"))}, more: 0 P",
            ],
        ShapesCriterion shapes =>
        [
            shapes.Shared is { } symbol ? $"visibly shared: {symbol}" : "all shapes",
            .. shapes.AllEqual is { } points ? [$"{points} P: all of one shape"] : Array.Empty<string>(),
            .. Levels(shapes.Levels, language),
        ],
        ComplexityCriterion complexity =>
        [
            .. complexity.Orders.Select(o => $"{o.Points} P: O({o.Order}) {o.Text.In(language)}{Remark(o)}"),
            $"where {string.Join(", ", complexity.Relations)}; constant: {string.Join(", ", complexity.Constants)}",
            .. Levels(complexity.Levels, language),
        ],
        AxisCriterion axis => [$"rows: {axis.Rows}; columns: {axis.Columns}; sums over {axis.SumsOver}", .. Instead(axis.Instead)],
        ListCriterion list => [list.Size is { } size ? $"names the size {size} {Ways(list.Names)}" : $"names {Ways(list.Names)}"],
        _ => [],
    };

    private static IEnumerable<string> Instead(IReadOnlyList<Phrase> phrases) => phrases.Count > 0 ? [$"0 P: {Ways(phrases)}"] : [];

    private static string Remark(GrowthLevel order) => order.Unless.Count > 0 ? $" Full points with: {Ways(order.Unless)}" : "";

    private static IEnumerable<string> Levels(IReadOnlyList<Level> levels, Language language) =>
        levels.Select(level => $"{level.Points} P: {level.Text.In(language)} {Ways(level.Says)}");

    private static string Ways(IEnumerable<Phrase> phrases) => string.Join(", ", phrases.Select(p => $"`{p.Source}`"));

    private static void Append(StringBuilder text, Computation computation, ReferenceAnswer reference, Language language)
    {
        text.Append("\nGiven:\n\n");
        foreach (var given in reference.Given)
            text.Append(CultureInfo.InvariantCulture, $"    {given.Name} = {Format(given.Value)}\n");
        text.Append("\nComputed:\n\n");
        foreach (var (step, value) in reference.Steps)
            text.Append(CultureInfo.InvariantCulture,
                $"    {step.Name} = {step.Formula} = {Format(value)}    ({step.Title.In(language)})\n");
        if (computation.Mistakes.Count > 0)
            text.Append("\nKnown mistakes:\n\n");
        foreach (var mistake in computation.Mistakes)
            text.Append(CultureInfo.InvariantCulture,
                $"- `{mistake.Name}`: {mistake.Step} = {mistake.Formula}. {mistake.Text.In(language)}{Points(mistake.Points)}\n");
        foreach (var mistake in computation.CatalogueMistakes)
        {
            var (step, sentence) = (mistake.Step ?? "every step", mistake.Text?.In(language) ?? "as the catalogue says it");
            text.Append(CultureInfo.InvariantCulture, $"- `{mistake.Name}` in {step}: {sentence}{Points(mistake.Points)}\n");
        }
    }

    private static string Points(IReadOnlyDictionary<string, Points> points) =>
        string.Concat(points.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"; {p.Key}: {p.Value} P"));

    private static string Format(Matrix<double> matrix) => $"[{string.Join(", ", matrix.EnumerateRows().Select(Format))}]";

    private static string Format(Vector<double> row) =>
        $"[{string.Join(", ", row.Select(ValueText.Of))}]";
}
