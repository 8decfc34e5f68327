using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>Words for sizes of matrices in English and German.</summary>
internal static class SizeWords
{
    /// <summary>How many there are of something.</summary>
    public static readonly WordSet Count = WordSet.Of(
        "number | numbers | count | amount | quantity | how many | anzahl | zahl | menge | wie viele | wieviele | wie viel");

    /// <summary>How long one of them is.</summary>
    public static readonly WordSet Extent = WordSet.Of(
        "dimension* | dim | dims | size | length | width | wide | long | large | big | how long | how wide | "
        + "feature dimension | feature size | "
        + "how many dimensions | how many features | how many entries | how many components | how many numbers | how many columns | "
        + "number of dimensions | number of features | number of components | number of entries | embedding size | embedding dimension",
        "wie viele einträge | wie viele merkmale | wie viele komponenten | wie viele dimensionen | anzahl der dimensionen | "
        + "anzahl der einträge | anzahl der features | anzahl der komponenten | "
        + "größe | groß | länge | lang | breite | breit | merkmalsdimension");

    /// <summary>Extents that say of a matrix, too, that its columns are meant.</summary>
    public static readonly WordSet Width = WordSet.Of(
        "dimensionality | dimension | dim | feature dimension | feature size | width | wide | how wide | breite | "
        + "breit | merkmalsdimension | "
        + "dimensionalität | last dimension | last dim | second dimension | letzte dimension | zweite dimension");

    /// <summary>Rows of a matrix.</summary>
    public static readonly WordSet Rows = WordSet.Of(
        "row | rows | row count | height | number of rows | first dimension | first dim | zeile | zeilen | zeilenzahl | "
        + "zeilenanzahl | höhe | "
        + "anzahl der zeilen | erste dimension");

    /// <summary>Columns of a matrix.</summary>
    public static readonly WordSet Columns = WordSet.Of(
        "column* | column count | cols | col | number of columns | spalte* | spaltenzahl | spaltenanzahl | "
        + "anzahl der spalten | last dimension | last dim | "
        + "second dimension | letzte dimension | zweite dimension");

    /// <summary>All words that name sizes.</summary>
    public static readonly IReadOnlyList<WordSet> All = [Count, Extent, Rows, Columns];

    /// <summary>What may stand between a size and what it is the size of.</summary>
    public static readonly WordSet Links = WordSet.Of(
        "of | the | a | an | in | its | their | each | every | single | one | individual | input | per | for | is | "
        + "are | as | that | from | "
        + "there | come | comes | by | equal | equals | those | matrix | all | given | determined | different | der | "
        + "die | das | des | dem | den | von | vom | ein | eine | einer | eines | einem | "
        + "jede* | einzelne* | pro | wie | so | ist | sind | es | gibt | kommen | kommt | durch | bestimmt | aus | alle* | matrix");

    /// <summary>What may stand between a matrix and the side of the result that it gives.</summary>
    public static readonly WordSet Gives = WordSet.Of(
        "gives | determines | sets | provides | defines | contributes | has | fixes | the | number | of | s | gibt | bestimmt | liefert | "
        + "legt | hat | die | anzahl | der");

    /// <summary>A vector of something.</summary>
    public static readonly WordSet Vector = WordSet.Of("vector* | vektor* | embedding* | token* | sequence | matrix | feature* | hidden");

    /// <summary>The sequence rather than one of its members.</summary>
    public static readonly WordSet Sequence = WordSet.Of("sequence | sequence length | sequenz* | sequenzlänge");
}
