using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Core.Grading.Axes;

/// <summary>Words with which directions of a matrix are named in English and German.</summary>
internal static class AxisWords
{
    /// <summary>A row.</summary>
    public static readonly WordSet Row = WordSet.Of("row | rows | line | lines | zeile | zeilen | reihe | reihen");

    /// <summary>A column.</summary>
    public static readonly WordSet Column = WordSet.Of("column | columns | col | cols | spalte | spalten");

    /// <summary>One at a time.</summary>
    public static readonly WordSet Each = WordSet.Of(
        "each | every | per | any | one | single | fixed | same | a | an | given | separate* | for all | "
        + "jede | jeder | jedes | jedem | jeden | pro | je | ein | eine | einer | eines | einem | einen | fest* | "
        + "derselben | dieselbe | selben | für alle");

    /// <summary>The whole of a direction.</summary>
    public static readonly WordSet Over = WordSet.Of(
        "over | across | along | among | between | through | w r t | wrt | with respect to | über | entlang | "
        + "quer durch | auf alle | auf die | unter allen | hinsichtlich");

    /// <summary>All of them together.</summary>
    public static readonly WordSet All = WordSet.Of("all | alle | aller | allen | sämtliche* | sum of | summe der | summe aller");

    /// <summary>That something makes one.</summary>
    public static readonly WordSet Summed = WordSet.Of(
        "sum* | add* | total* | normal* | norm* | distribution* | probabilit* | 1 | one | 100 | unity | softmax | stochastic | percent | "
        + "summ* | addier* | ergibt | ergeben | eins | verteil* | wahrscheinlichkeit* | prozent | together | zusammen");

    /// <summary>One thing.</summary>
    public static readonly WordSet Single = WordSet.Of("one | 1 | ein | eine | einer | eines | einen");

    /// <summary>To each of several.</summary>
    public static readonly WordSet ForEach = WordSet.Of("for each | for every | für jede* | zu jede*");

    /// <summary>Directions of arrays by their number or look, summed within a row.</summary>
    public static readonly WordSet Last = WordSet.Of(
        "last dimension | last axis | last dim | second dimension | second axis | second dim | horizontal* | row wise | "
        + "rowwise | row stochastic | "
        + "right stochastic | zeilenweise | reihenweise | zeilenstochastisch | zeilensumme* | row sum* | "
        + "letzte dimension | letzte achse | zweite dimension | zweite achse | letzten dimension | letzten achse | "
        + "zweiten dimension | zweiten achse");

    /// <summary>Directions of arrays by their number or look, summed within a column.</summary>
    public static readonly WordSet First = WordSet.Of(
        "first dimension | first axis | first dim | vertical* | vertikal* | column wise | columnwise | "
        + "column stochastic | left stochastic | "
        + "spaltenweise | spaltenstochastisch | spaltensumme* | column sum* | "
        + "erste dimension | erste achse | ersten dimension | ersten achse");

    /// <summary>A dimension, which may as well be that of each vector.</summary>
    public static readonly WordSet Dimension = WordSet.Of("dimension* | dim | size | length | width | features");

    /// <summary>That something does not make one.</summary>
    public static readonly WordSet NotOne = WordSet.Of(
        "more than 1 | more than one | less than 1 | less than one | not 1 | nothing | nichts | anything | nobody | niemand | mehr als 1 | "
        + "weniger als 1 | mehr als eins | arbitrary | beliebig*");

    /// <summary>What else may be made one: a vector, the output, the norm.</summary>
    public static readonly WordSet OtherThings = WordSet.Of(
        "vector | vectors | output | outputs | feature* | embedding* | norm | unit | v | diagonal* | vektor* | ausgabe* | merkmal*");

    /// <summary>The matrix itself, by its way of being made.</summary>
    public static readonly WordSet Normalised = WordSet.Of(
        "softmax output | softmax outputs | output of the softmax | softmax ausgabe | ausgabe der softmax");

    /// <summary>Of something: what follows owns what stands before.</summary>
    public static readonly WordSet Belongs = WordSet.Of("of | in | von | der | des | in der");
}
