using AutoGrader.Core;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Archives;
using AutoGrader.Documents.Moodle;

namespace AutoGrader.Documents.Intake;

/// <summary>One run of <see cref="HandInInspector"/>: gathers all that is wrong, so that a student learns everything at once.</summary>
internal sealed class HandInCheck(HandIn handIn, SheetOutline sheet, WorksheetRow? row, IReadOnlySet<string> waived)
{
    private readonly ArchiveLimits limits = ArchiveLimits.Default;
    private readonly HandInRules rules = sheet.HandIn;
    private readonly List<Reason> broken = [];
    private readonly List<Reason> remarks = [];
    private byte[]? pdf;
    private string? pdfName;

    private string? FullName => IsGroup ? null : row?.FullName ?? handIn.Name;

    /// <summary>Moodle prints groups only where groups hand in together: then any member's name may stand on the file.</summary>
    private bool IsGroup => handIn.IsGroup || row?.Group is { Length: > 0 };

    /// <summary>Runs all rules.</summary>
    public HandInInspection Run(HandInSource source)
    {
        var anyName = !Demands(rules.RequireZipName, ReasonCode.ZipName);
        var choice = HandInChoice.Among(handIn, rules, anyName, newest: IsWaived(ReasonCode.DuplicateSubmission));
        if (choice.Reason is not null)
            (choice.File is null ? broken : remarks).Add(choice.Reason);
        LocalizedText? nameFault = null;
        var name = choice.File is null ? null : HandInName.TryParse(choice.File.Name, rules, out nameFault);
        if (choice.File is not null)
            Open(source, choice.File, name, nameFault);
        Remark(choice.File, name);
        return new HandInInspection
        {
            Uploaded = choice.File?.Name,
            UploadedFile = choice.File,
            Ignored = [.. handIn.Files.Where(f => f != choice.File).Select(f => f.Path)],
            Surname = name?.Surname,
            Matriculation = name?.Matriculation,
            PdfName = pdfName,
            Pdf = broken.Count == 0 ? pdf : null,
            Reasons = [.. broken, .. remarks.Where(r => !IsWaived(r.Code))],
            UploadedAt = choice.File?.UploadedAt ?? row?.SubmittedAt,
        };
    }

    private void Open(HandInSource source, HandInFile file, HandInName? name, LocalizedText? nameFault)
    {
        try
        {
            using var content = source.OpenContent(file, limits.MaximumArchiveBytes);
            if (content is null)
                broken.Add(ArchiveReasons.TooLarge(limits));
            else if (SubmissionArchive.TryOpen(content, limits, out var fault) is { } archive)
                CheckArchive(archive, file, name, nameFault);
            else
                CheckOther(content, file, fault!, nameFault);
        }
        catch (InvalidDataException)
        {
            broken.Add(HandInReasons.DamagedInExport(file.Name));
        }
    }

    private void CheckArchive(SubmissionArchive archive, HandInFile file, HandInName? name, LocalizedText? nameFault)
    {
        if (nameFault is not null && Demands(rules.RequireZipName, ReasonCode.ZipName))
            broken.Add(HandInReasons.ZipName(nameFault, new(file.Name, archive.Pdfs.Select(p => p.Name), FullName, rules)));
        var entry = ChoosePdf(archive, name);
        if (entry is null)
            return;
        pdfName = entry.Name;
        if (name is not null && Demands(rules.RequirePdfName, ReasonCode.PdfName))
            CheckPdfName(entry, name);
        if (broken.Count > 0)
            return;
        pdf = archive.TryRead(entry, out var fault);
        if (fault is not null)
            broken.Add(fault);
    }

    private ZipEntry? ChoosePdf(SubmissionArchive archive, HandInName? name)
    {
        if (archive.Pdfs.Count == 1)
            return archive.Pdfs[0];
        if (archive.Pdfs.Count == 0)
        {
            broken.Add(ArchiveReasons.NoPdf(archive.Files));
            return null;
        }
        var exact = IsWaived(ReasonCode.SeveralPdfs) && name is not null ? archive.Pdfs.Where(p => IsNamedExactly(p, name)).ToArray() : [];
        if (exact.Length == 1)
            return exact[0];
        broken.Add(HandInReasons.SeveralPdfs([.. archive.Pdfs.Select(p => p.Path)]));
        return null;
    }

    private bool IsNamedExactly(ZipEntry entry, HandInName name) =>
        HandInName.TryParse(Path.ChangeExtension(entry.Name, ".zip"), rules, out _) is { } own &&
        own.Matriculation == name.Matriculation && NameKeys.Same(own.Surname, name.Surname);

    /// <summary>Where the archive does not say how names are encoded, any plausible reading that fits will do.</summary>
    private void CheckPdfName(ZipEntry entry, HandInName name)
    {
        var readings = ZipNames.Readings(entry).Select(p => p[(p.LastIndexOf('/') + 1)..]).ToArray();
        if (readings.Any(r => PdfNameRule.IsFulfilled(r, name)))
            return;
        broken.Add(HandInReasons.PdfName(
            entry.Name,
            name,
            readings.Any(r => PdfNameRule.ContainsNumber(r, name.Matriculation)),
            readings.Any(r => PdfNameRule.ContainsSurname(r, name.Surname))));
    }

    private void CheckOther(ByteSource content, HandInFile file, Reason fault, LocalizedText? nameFault)
    {
        var isZipNamed = file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        var isOther = fault.Code == ReasonCode.NotAZip;
        var suggestion = new NameSuggestion(file.Name, [], FullName, rules);
        if (isOther && FileSignature.IsPdf(content) && IsWaived(ReasonCode.NotAZip))
            ReadBarePdf(content, file);
        // A file that is no ZIP and does not pretend to be one has one fault, not two; its remedy tells the right name as well.
        else if (isOther && nameFault is not null && !isZipNamed)
            broken.Add(fault with { Remedy = fault.Remedy.Then(suggestion.ForZip()) });
        else
            broken.Add(fault);
        if (nameFault is not null && Demands(rules.RequireZipName, ReasonCode.ZipName) && (isZipNamed || !isOther))
            broken.Add(HandInReasons.ZipName(nameFault, suggestion));
    }

    private void ReadBarePdf(ByteSource content, HandInFile file)
    {
        pdfName = file.Name;
        if (content.Length > limits.MaximumPdfBytes)
            broken.Add(ArchiveReasons.For(ZipFault.TooLarge, file.Name, limits));
        else
            pdf = content.Take(0, (int)content.Length);
    }

    private void Remark(HandInFile? file, HandInName? name)
    {
        if (rules.CompareIdentity && name is not null && FullName is { } fullName && !MoodleIdentity.IsSame(name.Surname, fullName))
            remarks.Add(HandInReasons.Identity(name.Surname, fullName));
        if (row?.IsDraft == true)
            remarks.Add(HandInReasons.Draft());
        if (handIn.Files.Count > 0 && Lateness.Check(sheet, row, file?.UploadedAt ?? handIn.Files.Max(f => f.UploadedAt)) is { } late)
            remarks.Add(late);
    }

    private bool IsWaived(ReasonCode code) => waived.Contains(code.WireName());

    private bool Demands(bool rule, ReasonCode code) => rule && !IsWaived(code);
}
