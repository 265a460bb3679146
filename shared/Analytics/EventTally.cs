using System.Text.Json.Serialization;

namespace FitServerless.Analytics;

/// <summary>What events come to.</summary>
/// <param name="Count">All of them, with a value or without.</param>
/// <param name="Valued">Those with a value, of which the others tell.</param>
/// <param name="Sum">0 of none.</param>
public sealed record EventTally(int Count, int Valued, double Sum, double? Min, double? Max)
{
    public static readonly EventTally Nothing = new(0, 0, 0, null, null);

    [JsonPropertyName("avg")]
    public double? Average => Valued == 0 ? null : Sum / Valued;

    public EventTally Add(double? value) => value is not { } number
        ? this with { Count = Count + 1 }
        : new EventTally(Count + 1, Valued + 1, Sum + number, Math.Min(Min ?? number, number), Math.Max(Max ?? number, number));
}
