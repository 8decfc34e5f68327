using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Html.Reading;

/// <summary>A box on a page that belongs to something in the reading beside it.</summary>
/// <param name="Id">The name that joins the two.</param>
/// <param name="Page">Page number from 1.</param>
/// <param name="Box">Where.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Hue">Tells neighbouring questions apart; 0 where none applies.</param>
/// <param name="Confidence">How sure the reading is.</param>
/// <param name="Label">What the box is called when it is pointed at.</param>
internal sealed record Place(string Id, int Page, Box Box, PlaceKind Kind, int Hue, double Confidence, string Label);

/// <summary>What a <see cref="Place"/> is, from the lowest layer to the uppermost.</summary>
internal enum PlaceKind
{
    /// <summary>A line that belongs to no answer.</summary>
    Unassigned,

    /// <summary>A line of an answer.</summary>
    Line,

    /// <summary>A matrix.</summary>
    Matrix,

    /// <summary>An entry of a matrix.</summary>
    Entry,

    /// <summary>Something the reader remarks on.</summary>
    Remark,

    /// <summary>The beginning of an answer, in the margin.</summary>
    Tab,
}
