namespace FitServerless.Stats;

/// <summary>The greatest value of the last while.</summary>
internal sealed class TrailingMax(TimeSpan memory)
{
    /// <summary>Descending by value: what is older and smaller than another can never be the greatest again.</summary>
    private readonly LinkedList<(DateTimeOffset At, int Value)> _candidates = new();

    /// <summary>Takes a value in, if there is one, and tells the greatest. Times ascend.</summary>
    public int? Add(DateTimeOffset at, int? value)
    {
        while (_candidates.First is { } oldest && at - oldest.Value.At > memory)
            _candidates.RemoveFirst();
        if (value is { } number)
        {
            while (_candidates.Last is { } last && last.Value.Value <= number)
                _candidates.RemoveLast();
            _candidates.AddLast((at, number));
        }

        return _candidates.First?.Value.Value;
    }
}
