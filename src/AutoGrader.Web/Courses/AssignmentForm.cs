using System.Globalization;
using AutoGrader.Application.Courses;
using AutoGrader.Core;

namespace AutoGrader.Web.Courses;

/// <summary>The fields of an assignment as a form sends them.</summary>
internal sealed class AssignmentForm
{
    public string? Title { get; set; }

    public string? Due { get; set; }

    public Language? Language { get; set; }

    public bool ChecksNeedAccount { get; set; }

    /// <summary>What they say; <c>null</c> where the title is missing or the deadline is no time.</summary>
    /// <param name="zone">The zone that the deadline is meant in.</param>
    public AssignmentSettings? Read(TimeZoneInfo zone)
    {
        DateTime? due = null;
        if (!string.IsNullOrWhiteSpace(Due))
        {
            if (!DateTime.TryParse(Due, CultureInfo.InvariantCulture, out var local))
                return null;
            // A time that the clocks leave out in spring is no time either.
            var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
            if (zone.IsInvalidTime(wall))
                return null;
            due = TimeZoneInfo.ConvertTimeToUtc(wall, zone);
        }
        return string.IsNullOrWhiteSpace(Title) ? null : new AssignmentSettings(Title, due, Language, ChecksNeedAccount);
    }
}
