namespace FitServerless.Learning;

/// <summary>
/// How well a card is known, by SM-2 (P. A. Woźniak, Optimization of learning, 1990; https://super-memory.com/english/ol/sm2.htm).
/// </summary>
/// <param name="EaseFactor">By how much the interval grows with each success; at least 1.3.</param>
/// <param name="IntervalDays">From the last review to the next.</param>
/// <param name="Repetitions">Successful reviews in a row.</param>
public readonly record struct CardSchedule(decimal EaseFactor, int IntervalDays, int Repetitions)
{
    public const decimal LeastEase = 1.3m;

    /// <summary>What review after review adds to it stays finite; a century is for ever.</summary>
    public const int LongestInterval = 36_500;

    public const int BestQuality = 5;

    private const decimal GreatestEase = 10m;
    private const int LeastSuccess = 3;

    public static readonly CardSchedule New = new(2.5m, 1, 0);

    /// <param name="quality">0, a blackout, to 5, without hesitation. Below 3 the card starts over.</param>
    public CardSchedule Review(int quality)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quality);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, BestQuality);
        var ease = Math.Clamp(EaseFactor, LeastEase, GreatestEase);
        var missing = BestQuality - quality;
        var nextEase = Math.Clamp(ease + (0.1m - (missing * (0.08m + (missing * 0.02m)))), LeastEase, GreatestEase);
        return quality < LeastSuccess
            ? new CardSchedule(nextEase, 1, 0)
            : new CardSchedule(nextEase, NextInterval(ease), Math.Max(Repetitions, 0) + 1);
    }

    /// <summary>Grows by the ease that the card had when it was scheduled; half a day counts as one.</summary>
    private int NextInterval(decimal ease) => Repetitions switch
    {
        <= 0 => 1,
        1 => 6,
        _ => (int)Math.Min(Math.Round(Math.Clamp(IntervalDays, 1, LongestInterval) * ease, MidpointRounding.AwayFromZero), LongestInterval),
    };
}
