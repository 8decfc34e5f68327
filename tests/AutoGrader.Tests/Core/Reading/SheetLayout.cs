using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>Lays out typed answers in the ways of the corpus, with label forms that vary from student to student.</summary>
internal static class SheetLayout
{
    public static readonly string[] Names =
    [
        "headed", "headed-words", "numbered", "numbered-alone", "compact", "compact-words",
        "questions-repeated", "titled", "titled-words", "titled-bold", "titled-local", "titled-shifted", "running", "running-text",
        "short", "reordered", "continuous", "outline",
    ];

    private static readonly string[] EnglishTasks = ["Task", "Exercise", "Problem"];
    private static readonly string[] GermanTasks = ["Aufgabe", "Aufg.", "Aufgabe"];
    private static readonly string[] Titles = ["Recurrent Neural Networks (RNNs)", "Video captioning", "Basics of the Attention mechanism"];

    public static ReportContent Lay(TypedStudent student, string layout)
    {
        var report = new SyntheticReport().Heading("Exercise Sheet 5: Sequence Modeling in Vision", 18).Paragraph("A. Student, 1234567");
        var variant = int.Parse(student.Id[1..], System.Globalization.CultureInfo.InvariantCulture);
        int[] order = layout == "reordered" ? [3, 1, 2] : [1, 2, 3];
        var running = new List<string>();
        foreach (var task in order)
        {
            if (Heading(student, layout, task, variant) is { } heading)
                report.Heading(heading);
            foreach (var question in SheetFive.Rubric.Questions.Where(q => q.Id.StartsWith($"{task}.", StringComparison.Ordinal)))
            {
                if (student.Answers.TryGetValue(question.Id, out var answer))
                    Answer(report, running, layout, student, question, TypedBlocks.Of(answer), variant);
            }
        }

        if (running.Count > 0)
            report.Paragraph(string.Join(' ', running));
        return report.Content;
    }

    private static string? Heading(TypedStudent student, string layout, int task, int variant)
    {
        var words = student.Language == "de" ? GermanTasks : EnglishTasks;
        var word = words[variant % words.Length];
        return layout switch
        {
            "compact" or "compact-words" or "continuous" or "titled" or "titled-words" or "titled-bold" => null,
            "outline" => $"1.{task} {word} {task}: {Titles[task - 1]} (3P)",
            "running" or "running-text" or "short" => null,
            // As a program numbers headings, behind an introduction.
            "titled-shifted" => $"{task + 1} {Titles[task - 1]}",
            _ => (variant % 4) switch
            {
                0 => $"{word} {task}",
                1 => $"{word} {task} ({(task == 3 ? 14 : 3)} points)",
                2 => $"{word} {task}: {Titles[task - 1]} ({(task == 3 ? 14 : 3)}P)",
                _ => $"{word} {task} – {Titles[task - 1]}",
            },
        };
    }

    private static void Answer(
        SyntheticReport report,
        List<string> running,
        string layout,
        TypedStudent student,
        Question question,
        IReadOnlyList<TypedBlock> blocks,
        int variant)
    {
        var german = student.Language == "de";
        var (task, local) = (question.Id[..1], question.Id[2..]);
        var word = german ? "Frage" : "Question";
        switch (layout)
        {
            case "compact":
                running.Add($"{question.Id}{(variant % 2 == 0 ? ":" : ")")} {Running(blocks)}");
                return;
            case "compact-words":
                Labelled(report, $"Task {task} ({local}):", blocks, variant % 2 == 0);
                return;
            case "headed-words":
                report.Heading($"{word} {local}", 12);
                blocks.ToList().ForEach(b => Plain(report, b));
                return;
            case "numbered-alone":
                report.Paragraph($"{question.Id}.", question.Id.Length + 1);
                blocks.ToList().ForEach(b => Plain(report, b));
                return;
            case "questions-repeated":
                report.Paragraph($"({local}) {(german ? question.Text.German : question.Text.English)} (2P)");
                Labelled(report, german ? "Antwort:" : "Answer:", blocks, bold: true);
                return;
            case "short":
                Labelled(report, $"A{question.Id}", blocks, bold: false);
                return;
            case "running" or "running-text":
                report.Heading($"{word} {Running(question)}", 12);
                if (layout == "running-text")
                    report.Paragraph(german ? question.Text.German : question.Text.English);
                blocks.ToList().ForEach(b => Plain(report, b));
                return;
            case "titled" or "titled-words" or "titled-bold" or "titled-local" or "titled-shifted":
                Titled(report, layout, question, german, variant);
                blocks.ToList().ForEach(b => Plain(report, b));
                return;
            case "continuous":
                Labelled(report, german ? $"Aufg. {task}, Teil {local}:" : $"Exercise {task}, part {local}:", blocks, bold: true);
                return;
            case "numbered":
                string[] labels = [question.Id, question.Id + ".", $"({question.Id})"];
                Labelled(report, labels[variant % 3], blocks, variant % 2 == 0);
                return;
            case "outline":
                report.Heading($"1.{question.Id} {word} {local}:", 12);
                blocks.ToList().ForEach(b => Plain(report, b));
                return;
            default:
                Labelled(report, variant % 2 == 0 ? $"{local}." : $"{local})", blocks, bold: false);
                return;
        }
    }

    // The seventh question is 7.
    private static int Running(Question question) => SheetFive.Rubric.Questions.ToList().IndexOf(question) + 1;

    private static void Titled(SyntheticReport report, string layout, Question question, bool german, int variant)
    {
        var title = german ? question.Title.German : question.Title.English;
        var label = layout switch
        {
            "titled-words" => $"{(german ? GermanTasks : EnglishTasks)[variant % 3]} {question.Id}:",
            "titled-shifted" => $"{question.Id[0] - '0' + 1}.{question.Id[2..]}",
            "titled-local" => variant % 2 == 0 ? $"({question.Id[2..]})" : $"{question.Id[2..]}.",
            _ => question.Id,
        };
        if (layout == "titled-bold")
            report.Paragraph($"{label} {title}", label.Length + 1 + title.Length);
        else
            report.Heading($"{label} {title}", 12);
        report.Paragraph(german ? question.Text.German : question.Text.English);
    }

    // A student who writes everything into one paragraph at least ends the sentences.
    private static string Running(IReadOnlyList<TypedBlock> blocks) =>
        string.Join(' ', blocks.Select(b => b.Text.Replace('\n', ' ') + " ."));

    private static void Labelled(SyntheticReport report, string label, IReadOnlyList<TypedBlock> blocks, bool bold)
    {
        if (blocks[0].Kind == BlockKind.Paragraph)
        {
            report.Paragraph($"{label} {blocks[0].Text}", bold ? label.Length : 0);
            blocks = [.. blocks.Skip(1)];
        }
        else
        {
            report.Paragraph(label, bold ? label.Length : 0);
        }

        blocks.ToList().ForEach(b => Plain(report, b));
    }

    private static void Plain(SyntheticReport report, TypedBlock block) =>
        report.Add(block.Kind, block.Text, 0, 10, block.Kind == BlockKind.ListItem ? 80 : 60);
}
