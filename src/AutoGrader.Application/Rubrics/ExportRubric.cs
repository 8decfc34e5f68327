using System.Text;

namespace AutoGrader.Application.Rubrics;

/// <summary>Writes a stored rubric version back to a file or stream.</summary>
public sealed class ExportRubric(FindRubric find)
{
    /// <summary>Writes the version's canonical text: importing it again gives the same version.</summary>
    /// <param name="reference">As for <see cref="FindRubric"/>.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="cancellationToken">Ends the export.</param>
    /// <returns>The version, or what is wrong; then nothing was written.</returns>
    public async Task<RubricLookup> ExecuteAsync(string reference, Stream output, CancellationToken cancellationToken = default)
    {
        var found = await find.ExecuteAsync(reference, cancellationToken);
        if (found.Version is { } version)
            await output.WriteAsync(Encoding.UTF8.GetBytes(version.Source), cancellationToken);
        return found;
    }
}
