using System.Globalization;

namespace AutoGrader.Core;

/// <summary>
/// Points of the sheet, counted in whole half-points so that sums are exact and a database can order them.
/// Never negative. Not a percentage and not a grade on any scale.
/// <c>default</c> is zero points.
/// </summary>
public readonly record struct Points : IComparable<Points>
{
    private Points(int halfPoints) => HalfPoints = halfPoints;

    /// <summary>Zero points.</summary>
    public static Points Zero => default;

    /// <summary>The number of half-points: 2.5 points are 5.</summary>
    public int HalfPoints { get; }

    /// <summary>The points as printed on the sheet: 5 half-points are 2.5.</summary>
    public decimal Value => HalfPoints / 2m;

    /// <summary>Points from a number of half-points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Points FromHalfPoints(int halfPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(halfPoints);
        return new Points(halfPoints);
    }

    /// <summary>
    /// Points from a number as printed on the sheet, or <c>null</c> where it is negative, too large or no multiple of 0.5.
    /// </summary>
    public static Points? TryFromValue(decimal value)
    {
        var doubled = value * 2m;
        return doubled is >= 0m and <= 1_000_000m && decimal.Truncate(doubled) == doubled ? new Points((int)doubled) : null;
    }

    /// <summary>Points from a number as printed on the sheet.</summary>
    /// <exception cref="ArgumentException">The number is negative or no multiple of 0.5.</exception>
    public static Points FromValue(decimal value) =>
        TryFromValue(value) ?? throw new ArgumentException(
            $"{value.ToString(CultureInfo.InvariantCulture)} is not a number of half-points.",
            nameof(value));

    /// <summary>The sum of many points.</summary>
    public static Points Sum(IEnumerable<Points> points) => new(points.Sum(p => p.HalfPoints));

    /// <inheritdoc/>
    public int CompareTo(Points other) => HalfPoints.CompareTo(other.HalfPoints);

    /// <summary>The invariant form with at most one decimal: <c>2.5</c>, <c>3</c>.</summary>
    public override string ToString() => Value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The form for readers: in German with a comma.</summary>
    public string In(Language language) => language == Language.German ? ToString().Replace('.', ',') : ToString();

    /// <summary>Adds points.</summary>
    public static Points operator +(Points left, Points right) => new(left.HalfPoints + right.HalfPoints);

    /// <summary>Compares points.</summary>
    public static bool operator <(Points left, Points right) => left.HalfPoints < right.HalfPoints;

    /// <summary>Compares points.</summary>
    public static bool operator >(Points left, Points right) => left.HalfPoints > right.HalfPoints;

    /// <summary>Compares points.</summary>
    public static bool operator <=(Points left, Points right) => left.HalfPoints <= right.HalfPoints;

    /// <summary>Compares points.</summary>
    public static bool operator >=(Points left, Points right) => left.HalfPoints >= right.HalfPoints;
}
