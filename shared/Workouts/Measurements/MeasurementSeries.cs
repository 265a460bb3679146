using System.Text.Json.Serialization;

namespace FitServerless.Workouts.Measurements;

/// <summary>A workout's samples, a column a channel, ascending by time, one row a time. Immutable.</summary>
[JsonConverter(typeof(MeasurementConverter))]
public sealed class MeasurementSeries : IEquatable<MeasurementSeries>
{
    /// <summary>27 hours at one a second.</summary>
    public const int MaxRows = 100_000;

    public static readonly MeasurementSeries Empty = new([], new double[ChannelInfo.Count][]);

    private readonly long[] _times;
    private readonly double[]?[] _columns;

    /// <param name="times">Epoch milliseconds, strictly ascending.</param>
    /// <param name="columns">By channel; <c>null</c> for none, NaN where a row has no value.</param>
    internal MeasurementSeries(long[] times, double[]?[] columns)
    {
        _times = times;
        _columns = columns;
    }

    public int Count => _times.Length;

    public ReadOnlySpan<long> Times => _times;

    /// <summary>The channel's values, NaN where a row has none; empty when no row has one.</summary>
    public ReadOnlySpan<double> this[Channel channel] => _columns[(int)channel];

    public bool Has(Channel channel) => _columns[(int)channel] is not null;

    public double Value(Channel channel, int row) => _columns[(int)channel] is { } column ? column[row] : double.NaN;

    /// <summary>
    /// All rows of both. Where both have one at the same time, the one with power stays, else the one with more channels, else the one with
    /// greater values: an order that knows no sides, so that devices that merge in any order, any number of times, end up equal.
    /// </summary>
    public static MeasurementSeries Union(MeasurementSeries left, MeasurementSeries right)
    {
        if (left.Count == 0)
            return right;
        if (right.Count == 0)
            return left;
        var builder = new SeriesBuilder(left.Count + right.Count);
        builder.Append(left);
        builder.Append(right);
        return builder.Build();
    }

    public bool Equals(MeasurementSeries? other)
    {
        if (other is null || !Times.SequenceEqual(other.Times))
            return false;
        foreach (var info in ChannelInfo.All)
        {
            // double.Equals, unlike ==, holds NaN equal to NaN.
            if (Has(info.Channel) != other.Has(info.Channel)
                || !this[info.Channel].SequenceEqual(other[info.Channel], EqualityComparer<double>.Default))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as MeasurementSeries);

    public override int GetHashCode() => HashCode.Combine(Count, Count > 0 ? _times[0] : 0, Count > 0 ? _times[^1] : 0);
}
