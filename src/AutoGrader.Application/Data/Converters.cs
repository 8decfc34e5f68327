using AutoGrader.Core;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AutoGrader.Application.Data;

/// <summary>Points as whole half-points: SQLite cannot order decimals.</summary>
internal sealed class PointsConverter() : ValueConverter<Points, int>(points => points.HalfPoints, number => Points.FromHalfPoints(number));

/// <summary>Times are UTC, and say so when they come back.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

internal static class JsonColumns
{
    /// <summary>Stores a value that is only read and written as a whole as a column of JSON text.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => StoredJson.Write(value),
        json => StoredJson.Read<T>(json),
        // The values are immutable and replaced as a whole: the same object is unchanged, and mostly that is the case.
        new ValueComparer<T>(
            (left, right) => ReferenceEquals(left, right) || StoredJson.Write(left) == StoredJson.Write(right),
            value => StoredJson.Write(value).GetHashCode(StringComparison.Ordinal),
            value => value));
}
